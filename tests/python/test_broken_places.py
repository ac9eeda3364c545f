# SPDX-License-Identifier: Apache-2.0
"""Places that change hands: each refusal in these words, at this place, beside its nearest legal twin."""

from __future__ import annotations

import shutil
from pathlib import Path

import aidway as aw
import pytest

TINY = Path(__file__).resolve().parents[1] / "data" / "tiny"
BAYS = "    bays: 1\n    offload: 25 min\n"
CONTROL = "control:\n  layer: data/control.geojson\n  source: FABLE\n  confidence: derived\n\n"

# What stands there, what is said; `^` marks where.
CASES = {
    "a mapping": ("enclave_when_held_by: ^lower-wend", "expected a mapping from names, got a value"),
    "a party": (
        "enclave_when_held_by: {^crwn: lower-wend}",
        "no party 'crwn'; did you mean 'crown'?",
    ),
    "an enclave": (
        "enclave_when_held_by: {crown: ^lower-went}",
        "no enclave 'lower-went'; did you mean 'lower-wend'?",
    ),
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return Path(shutil.copytree(TINY, tmp_path_factory.mktemp("places") / "tiny"))


def faults_of(folder: Path, text: str) -> list[str]:
    (folder / "scenario.yaml").write_text(text, encoding="utf-8")
    try:
        aw.read_scenario(folder)
    except aw.ScenarioError as error:
        return [fault.text for fault in error.diagnostics]
    return []


def tiny_with(line: str) -> str:
    text = (TINY / "scenario.yaml").read_text(encoding="utf-8")
    assert text.count(BAYS) == 1
    return text.replace(BAYS, f"{BAYS}    {line}\n")


def expect(folder: Path, marked: str, said: str) -> None:
    before, after = marked.split("^")
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    assert faults_of(folder, before + after) == [f"scenario.yaml:{line}:{column}: {said}"]


def test_an_enclave_of_a_party_that_takes_the_place_is_read(folder):
    assert faults_of(folder, tiny_with("enclave_when_held_by: {crown: lower-wend}")) == []


@pytest.mark.parametrize(("line", "said"), CASES.values(), ids=CASES)
def test_what_a_place_joins_must_be_there(folder, line, said):
    expect(folder, tiny_with(line), said)


def test_who_holds_a_place_must_be_said(folder):
    text = tiny_with("enclave_when_held_by: {^crown: lower-wend}").replace(CONTROL, "")
    expect(folder, text, "who holds a place is said by 'control': give its areas, or drop this")
