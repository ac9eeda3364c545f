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
