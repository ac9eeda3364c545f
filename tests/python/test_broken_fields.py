# SPDX-License-Identifier: Apache-2.0
"""Every key of a scenario, its agreements and its table of status: one refusal, word for word, at its place.

Beside each stands its nearest legal twin, which is read without a word. `^` marks where the fault is told.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import aidway as aw
import broken_air
import broken_climate
import broken_convoys
import broken_monitors
import broken_overlays
import broken_people
import broken_roads
import broken_terms
import broken_violence
import broken_welfare
import pytest
from tiny_with_everything import EDITS, EVERY, OLDER, add_everything

ROOT = Path(__file__).resolve().parents[2]
TINY = ROOT / "tests" / "data" / "tiny"

# Key, what stands there, legal, broken, what is said.
PARTS = (
    *(broken_air, broken_climate, broken_convoys, broken_monitors, broken_overlays, broken_people, broken_roads),
    *(broken_terms, broken_violence, broken_welfare),
)
CASES = [case for part in PARTS for case in part.CASES]
# Keys without a case here, by what matches them: why, the test that refuses them, and a word of that.
LEFT_OUT = {
    r"network/places|places/\w+": ("needs a table of places and links", "tests/io/road_tables_test.cpp", "places"),
    r"network/osm|osm/\w+": ("needs roads from OpenStreetMap", "tests/io/scenario_on_osm_test.cpp", "osm"),
    r"gate_layer/\w+|gate_layer_columns/\w+": ("needs a layer of gates", "tests/io/gate_layers_test.cpp", "layer"),
    r"report_columns/\w+": ("needs a table of reports", "tests/io/status_reports_test.cpp", "columns: {"),
    r"gate_status_row/(hours|trucks_per_day|goods_per_day)": (
        "columns that the table of the tiny scenario does not have",
        "tests/io/broken_folders_test.cpp",
        "StatusOfNoHours",
    ),
}
FILES = ("scenario.yaml", "agreements/every.yaml", "agreements/older.yaml", "data/gate_status.csv")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return add_everything(Path(shutil.copytree(TINY, tmp_path_factory.mktemp("everything") / "tiny")))


def faults_with(folder: Path, file: str, text: str) -> list[str]:
    """Return what is told of the folder while a file of it has this text."""
    path = folder / file
    sound = path.read_text(encoding="utf-8")
    path.write_text(text, encoding="utf-8")
    try:
        aw.read_scenario(folder)
    except aw.ScenarioError as error:
        return [fault.text for fault in error.diagnostics]
    finally:
        path.write_text(sound, encoding="utf-8")
    return []


def file_and_text(folder: Path, old: str) -> tuple[str, str]:
    """Return the one file in which something stands once."""
    texts = {file: (folder / file).read_text(encoding="utf-8") for file in FILES}
    (file,) = [file for file, text in texts.items() if old in text]
    assert texts[file].count(old) == 1, old
    return file, texts[file]


@pytest.mark.parametrize(("key", "old", "legal", "broken", "said"), CASES, ids=[case[0] for case in CASES])
def test_each_key_is_refused_in_these_words_and_its_legal_twin_is_read(folder, key, old, legal, broken, said):
    file, text = file_and_text(folder, old)
    assert faults_with(folder, file, text.replace(old, legal)) == []
    before, after = text.replace(old, broken).split("^")
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    assert faults_with(folder, file, before + after) == [f"{file}:{line}:{column}: {said}"]


def test_no_key_is_without_a_refusal(aidway):
    tables = re.split(r"^## ", aidway("reference").out, flags=re.MULTILINE)[1:]
    keys = {
        f"{table.split()[0]}/{key}" for table in tables for key in re.findall(r"^\| `(\w+)` \|", table, re.MULTILINE)
    }
    left_out = {key for key in keys if any(re.fullmatch(which, key) for which in LEFT_OUT)}
    assert {case[0] for case in CASES} == keys - left_out
    assert len(CASES) == len({case[0] for case in CASES})


@pytest.mark.parametrize(("which", "why"), LEFT_OUT.items(), ids=list(LEFT_OUT))
def test_what_is_left_out_is_refused_by_a_test_of_its_own(which, why):
    _, file, word = why
    text = (ROOT / file).read_text(encoding="utf-8")
    assert word in text, f"{file} says nothing of {which}"


def test_all_of_it_is_legal_as_it_stands(folder):
    scenario = aw.read_scenario(folder)
    for name, text in (("every", EVERY), ("older", OLDER)):
        stated = re.findall(r"- (\w+):", text)
        assert [term.kind for term in scenario.agreement(name).terms][-len(stated) :] == stated
    assert len(EDITS) == len({old for old, _ in EDITS})


@pytest.mark.parametrize(
    "table", ["depots", "airfields", "air_operations", "monitors", "violence", "permission", "food"]
)
def test_a_misspelt_table_brings_forth_no_dangling_names_in_agreements(folder, table):
    file, text = file_and_text(folder, f"\n{table}:")
    told = faults_with(folder, file, text.replace(f"\n{table}:", f"\n{table}s:"))
    assert told
    assert not [fault for fault in told if not fault.startswith("scenario.yaml")], told
