# SPDX-License-Identifier: Apache-2.0
"""What docs/verification and the model's table of formulas say is tested, is."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGES = [
    ROOT / "docs" / "verification" / "simulation.md",
    ROOT / "docs" / "verification" / "monotone.md",
    ROOT / "docs" / "guide" / "model.md",
]


def engine_tests() -> set[str]:
    found = set()
    for path in (ROOT / "tests").glob("*/*_test.cpp"):
        text = path.read_text(encoding="utf-8")
        found |= {f"{suite}.{name}" for suite, name in re.findall(r"^TEST\(\s*(\w+),\s*(\w+)\)", text, re.MULTILINE)}
    return found


def python_tests() -> set[str]:
    paths = (ROOT / "tests" / "python").glob("test_*.py")
    return {name for path in paths for name in re.findall(r"^def (test_\w+)", path.read_text(encoding="utf-8"), re.M)}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_test_and_file_that_a_page_names_exists(page: Path):
    words = re.findall(r"`([^`\s]+)`", page.read_text(encoding="utf-8"))
    in_engine = {word for word in words if re.fullmatch(r"[A-Z]\w+\.[A-Z]\w+", word) and not word.startswith("Runs.")}
    in_python = {word for word in words if re.fullmatch(r"test_\w+", word)}
    files = {word for word in words if word.startswith("tests/") and "." in word}
    assert in_engine, "the page names tests"
    assert in_engine - engine_tests() == set()
    assert in_python - python_tests() == set()
    assert {word for word in files if not (ROOT / word).is_file()} == set()


def test_each_row_names_a_file_that_holds_one_of_its_tests():
    for line in PAGES[0].read_text(encoding="utf-8").splitlines():
        files = re.findall(r"`(tests/[^`]+)`", line)
        names = [name.split(".")[-1] for name in re.findall(r"`(test_\w+|[A-Z]\w+\.[A-Z]\w+)`", line)]
        if files and names:
            text = "".join((ROOT / file).read_text(encoding="utf-8") for file in files if (ROOT / file).is_file())
            assert any(name in text for name in names), line


def test_the_page_of_the_model_has_every_element_of_odd_and_of_stress():
    """ODD 2020: three parts, seven elements, eleven design concepts. STRESS-DES: twenty items."""
    page = PAGES[2].read_text(encoding="utf-8")
    parts = ["Overview", "Design concepts", "Details"]
    assert [name for name in re.findall(r"^# (.*)$", page, re.M) if name in parts] == parts
    elements = ["Purpose and patterns", "Entities, state variables, scales", "Process overview and order"]
    elements += ["Initialisation", "Input data", "Submodels"]
    assert [name for name in re.findall(r"^## (.*)$", page, re.M) if name in elements] == elements
    concepts = ["Basic principles", "Emergence", "Adaptation", "Objectives", "Learning", "Prediction", "Sensing"]
    concepts += ["Interaction", "Stochasticity", "Collectives", "Observation"]
    assert (
        re.findall(r"^\*\*(\w[\w ]*)\.\*\*", page.split("# Design concepts\n")[1].split("# Details\n")[0], re.M)
        == concepts
    )
    items = ["1.1 1.2 1.3", "2.1 2.2 2.3 2.4 2.5.1 2.5.2 2.5.3 2.5.4 2.5.5", "3.1 3.2 3.3 3.4", "4.1 4.2 4.3"]
    wanted = " ".join([*items, "5.1 5.2 5.3 5.4", "6.1"]).split()
    assert re.findall(r"^(?:\| )?(\d\.\d(?:\.\d)?) \w", page.split("# STRESS items\n")[1], re.M) == wanted


def test_links_within_the_page_of_the_model_lead_to_a_heading():
    page = PAGES[2].read_text(encoding="utf-8")
    headings = re.findall(r"^#+ (.*)$", page, re.M)
    anchors = {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}
    assert set(re.findall(r"\]\(#([^)]+)\)", page)) <= anchors
