# SPDX-License-Identifier: Apache-2.0
"""What a shipped scenario gives stands beside it, to the last digit: `aidway expected`."""

import csv
import math
from pathlib import Path

import aidway as aw
import pytest

ONLY_HEAD = "# Written by `aidway expected`; a change of it is meant, and told in the changelog."


SCENARIOS = Path(__file__).resolve().parents[2] / "scenarios"
NAMES = sorted(path.parent.name for path in SCENARIOS.glob("*/scenario.yaml"))


@pytest.mark.bits
@pytest.mark.parametrize("name", NAMES)
def test_a_shipped_scenario_gives_what_its_file_says(name, aidway):
    folder = SCENARIOS / name
    done = aidway("expected", folder, "--check")
    assert (done.code, done.out) == (0, f"{folder / 'expected.csv'}: as expected\n"), done.err


def test_the_file_holds_digests_and_the_summary_to_the_last_digit(tiny: Path, aidway):
    done = aidway("expected", tiny)
    assert (done.code, done.out) == (0, f"{tiny / 'expected.csv'}\n"), done.err
    text = (tiny / "expected.csv").read_text(encoding="utf-8")
    scenario = aw.read_scenario(tiny)
    runs = aw.simulate(scenario, replicates=1000, seed=2016)
    head = [line for line in text.splitlines() if line.startswith("#")]
    assert head == [
        ONLY_HEAD,
        f"# aidway_version: {aw.__version__}",
        f"# scenario: {scenario.digest}",
        f"# model: {runs.provenance['model']}",
        "# replicates: 1000",
        "# seed: 2016",
        "# per_point: 16",
    ]
    rows = list(csv.DictReader(line for line in text.splitlines() if not line.startswith("#")))
    summary = runs.summary()
    assert len(rows) == len(summary)
    assert {row["agreement"] for row in rows} == set(scenario.agreements)
    assert {row["arm"] for row in rows} == {"as_signed", "as_kept"}
    for row, found in zip(rows, summary.to_dict("records"), strict=True):
        assert [row[key] for key in ("agreement", "arm", "community", "outcome", "part", "unit")] == [
            found[key] for key in ("agreement", "arm", "community", "outcome", "part", "unit")
        ]
        for key in ("mean", "low", "high", "standard_error", "epistemic_share"):
            told = float(row[key]) if row[key] else math.nan
            assert told == found[key] or (math.isnan(told) and math.isnan(found[key])), (row, key)


def test_checking_writes_nothing_and_is_content_with_what_was_written(tiny: Path, aidway):
    assert aidway("expected", tiny).code == 0
    before = (tiny / "expected.csv").stat().st_mtime_ns
    done = aidway("expected", tiny, "--check")
    assert (done.code, done.out) == (0, f"{tiny / 'expected.csv'}: as expected\n")
    assert (tiny / "expected.csv").stat().st_mtime_ns == before


def test_one_changed_digit_is_told_and_nothing_is_written(tiny: Path, aidway):
    aidway("expected", tiny)
    path = tiny / "expected.csv"
    lines = path.read_text(encoding="utf-8").splitlines()
    lines[-1] = lines[-1] + "1"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    done = aidway("expected", tiny, "--check")
    assert done.code == 1
    assert done.out == ""
    assert f"{path}: not what the scenario gives now (- expected, + found):\n  -{lines[-1]}\n  +" in done.err
    assert path.read_text(encoding="utf-8").splitlines() == lines


def test_another_value_in_the_scenario_is_another_digest(tiny: Path, aidway):
    aidway("expected", tiny)
    scenario = tiny / "scenario.yaml"
    text = scenario.read_text(encoding="utf-8")
    assert "title: " in text
    scenario.write_text(text.replace("title: ", "title: Another ", 1), encoding="utf-8")
    done = aidway("expected", tiny, "--check")
    assert done.code == 1
    assert "\n  -# scenario: " in done.err


def test_a_folder_without_the_file_is_told_what_writes_it(tiny: Path, aidway):
    done = aidway("expected", tiny, "--check")
    assert done.code == 1
    assert done.err.splitlines()[-1] == f"aidway: {tiny / 'expected.csv'}: there is none; `aidway expected` writes it"


def test_a_wrong_scenario_leaves_the_file_as_it_was(tiny: Path, aidway):
    aidway("expected", tiny)
    before = (tiny / "expected.csv").read_bytes()
    with (tiny / "scenario.yaml").open("a", encoding="utf-8") as file:
        file.write("nonsense: 1\n")
    assert aidway("expected", tiny).code == 1
    assert (tiny / "expected.csv").read_bytes() == before
    assert sorted(path.name for path in tiny.iterdir() if path.name.endswith(".partial")) == []
