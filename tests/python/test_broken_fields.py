# SPDX-License-Identifier: Apache-2.0
"""Every key of the tables and terms for violence, monitors, air and welfare: one refusal, word for word, at its place.

Beside each stands its nearest legal twin, which is read without a word. `^` marks where the fault is told.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import aidway as aw
import broken_air
import broken_monitors
import broken_violence
import broken_welfare
import pytest
from tiny_with_everything import EDITS, EVERY, add_everything

TINY = Path(__file__).resolve().parents[1] / "data" / "tiny"

# Key, what stands there, legal, broken, what is said.
CASES = [*broken_air.CASES, *broken_violence.CASES, *broken_monitors.CASES, *broken_welfare.CASES]
# Records whose every key came with these parts, and the keys that older records got.
NEW = (
    *(
        "allocation",
        "airfield",
        "air_operation",
        "monitor_source",
        "kind_factors",
        "deterrence",
        "evacuation",
        "medicine",
    ),
    *("bread", "inequality", "bakeries", "answering", "convoy_attack", "ground_aircraft", "demilitarise", "pull_back"),
    *(
        "air_delivery",
        "needs_based",
        "open_crossing",
        "monitor",
        "watched",
        "consequence",
        "publish_terms",
        "obligation",
    ),
)
LATER = (
    *(
        "scenario/allocation",
        "scenario/airfields",
        "scenario/air_operations",
        "scenario/monitors",
        "scenario/deterrence",
    ),
    *("scenario/evacuations", "scenario/medicine", "scenario/bread", "food/inequality", "food/diverted_monitored"),
    *(
        "community/drop_zone",
        "enclave/leave_to",
        "enclave/opening_medicine",
        "enclave/bakeries",
        "enclave/opening_diesel",
    ),
    *("depot/cross_loading", "fleet/crews", "movement/reroute", "permission_process/answer_model", "violence/answers"),
    *("violence/while_grounded", "violence/while_demilitarised", "violence/convoys", "incident_source/theatre"),
    *("incident_source/share", "incident_place/theatre"),
)


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
    texts = {file: (folder / file).read_text(encoding="utf-8") for file in ("scenario.yaml", "agreements/every.yaml")}
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
    wanted = {key for key in keys if key.split("/")[0] in NEW} | set(LATER)
    assert set(LATER) <= keys
    assert {case[0] for case in CASES} == wanted


def test_all_of_it_is_legal_as_it_stands(folder):
    scenario = aw.read_scenario(folder)
    assert [term.kind for term in scenario.agreement("every").terms] == re.findall(r"- (\w+):", EVERY)
    assert len(EDITS) == len({old for old, _ in EDITS})


@pytest.mark.parametrize(
    "table", ["depots", "airfields", "air_operations", "monitors", "violence", "permission", "food"]
)
def test_a_misspelt_table_brings_forth_no_dangling_names_in_agreements(folder, table):
    file, text = file_and_text(folder, f"\n{table}:")
    told = faults_with(folder, file, text.replace(f"\n{table}:", f"\n{table}s:"))
    assert told
    assert not [fault for fault in told if not fault.startswith("scenario.yaml")], told
