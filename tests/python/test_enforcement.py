# SPDX-License-Identifier: Apache-2.0
"""Whether consequences pay."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import aidway as aw
import pandas as pd
import pytest
from aidway.enforcement import break_even, crossing
from watched_scenario import watch


@pytest.fixture
def scenario(tiny: Path) -> aw.Scenario:
    return aw.read_scenario(watch(tiny))


def gain_of(table: pd.DataFrame, case: str) -> float:
    return float(table[table["case"] == case]["gain"].iloc[0])


def test_gains_are_of_the_agreement_over_itself_without_consequences(scenario: aw.Scenario) -> None:
    found = aw.enforcement(scenario, "enforced", outcome="incidents", replicates=64, seed=3, responses=(0, 3))
    assert list(found.cases["case"]) == ["as given", "nobody answers", "no backfire", "labels swapped"]
    assert found.notes == ()
    assert gain_of(found.cases, "nobody answers") == 0, "sanctions that nobody fears change no incident"
    assert gain_of(found.cases, "as given") > 0
    # The only other thing that differs is `responds`, which is 1 in the scenario too.
    assert float(found.grid[found.grid["response"] == 3]["gain"].iloc[0]) == gain_of(found.cases, "as given")
    assert found.break_even["response"].tolist() == [0.0]


def test_swapping_labels_takes_one_party_for_the_other(scenario: aw.Scenario) -> None:
    found = aw.enforcement(scenario, "enforced", outcome="breaches", replicates=64, seed=3, responses=(0,))
    cases = found.cases.set_index(["case", "part"])["gain"]
    # As it is, the wardens tell the crown's acts from the league's well, and the other way about worse.
    assert cases["as given", "crown"] > 0
    assert cases["labels swapped", "crown"] < cases["as given", "crown"]


def test_never_is_an_answer(scenario: aw.Scenario) -> None:
    found = aw.enforcement(scenario, "enforced", outcome="incidents", replicates=32, seed=3, responses=(0,))
    assert found.break_even["verdict"].tolist() == ["never within the range"]


def test_crosses_on_straight_lines() -> None:
    assert crossing([0, 1, 2], [-1, -0.5, 0.5]) == pytest.approx(1.5)
    assert crossing([0, 1], [0.1, -5]) == 0
    assert crossing([0, 1], [0.0, 1.0]) == 0
    assert crossing([0, 1], [-1, 0]) is None


def test_break_even_is_told_for_each_place() -> None:
    grid = pd.DataFrame(
        {"response": [0.0, 2.0] * 2, "community": ["a", "a", "b", "b"], "part": "", "gain": [-1.0, 1.0, -1.0, -2.0]}
    )
    table = break_even(grid)
    assert table["verdict"].tolist() == ["pays from a response of 1", "never within the range"]


def test_asks_for_what_it_needs(scenario: aw.Scenario, tiny: Path) -> None:
    with pytest.raises(aw.RequestError, match="no consequence that is in force"):
        aw.enforcement(scenario, "one-road")
    with pytest.raises(aw.RequestError, match="ascend"):
        aw.enforcement(scenario, "enforced", responses=(2, 1))
    with pytest.raises(aw.RequestError, match="no better direction"):
        aw.enforcement(scenario, "enforced", outcome="breaches_seen", replicates=1)
    with pytest.raises(aw.UnknownNameError):
        aw.enforcement(scenario, "enforce")
    text = (tiny / "scenario.yaml").read_text(encoding="utf-8")
    bare = text[: text.index("\ndeterrence:")] + text[text.index("\noutside:") :]
    (tiny / "scenario.yaml").write_text(bare, encoding="utf-8")
    with pytest.raises(aw.RequestError, match="no table 'deterrence'"):
        aw.enforcement(aw.read_scenario(tiny), "enforced")


def test_says_why_labels_cannot_be_swapped(scenario: aw.Scenario, tiny: Path) -> None:
    text = (tiny / "scenario.yaml").read_text(encoding="utf-8")
    (tiny / "scenario.yaml").write_text(text.replace("      league: {crown: 0.3, league: 0.5}\n", ""), encoding="utf-8")
    found = aw.enforcement(aw.read_scenario(tiny), "enforced", replicates=4, responses=(0,))
    assert "labels swapped" not in set(found.cases["case"])
    assert found.notes[0].startswith("labels were not swapped: monitor 'wardens' has no chance under")


def test_command_prints_cases_grid_and_verdict(tiny: Path, aidway: Callable[..., Any]) -> None:
    called = aidway("enforcement", watch(tiny), "--agreement", "enforced", "--outcome", "incidents", "--replicates", 8)
    assert called.code == 0
    for word in ("Cases", "labels swapped", "By response", "Break-even"):
        assert word in called.out


def test_command_takes_what_every_study_takes(tiny: Path, aidway: Callable[..., Any]) -> None:
    asked = ["enforcement", watch(tiny), "--outcome", "incidents", "--replicates", 8, "--seed", 3]
    plain = aidway(*asked, "--agreement", "enforced")
    assert "100 %  8 of 8 replicates" in plain.err
    assert aidway(*asked, "--agreement", "enforced", "--threads", 2).out == plain.out
    # Whoever fears nothing gains nothing by consequences, however strongly others would answer.
    careless = aidway(*asked, "--agreement", "enforced", "--set", "deterrence/undeterred=1").out
    assert careless != plain.out
    added = '{"name": "milder", "base": "enforced"}'
    assert "consequences of milder" in aidway(*asked, "--agreement", "milder", "--with-agreement", added).out


def test_command_refuses_what_every_study_refuses(tiny: Path, aidway: Callable[..., Any]) -> None:
    asked = ["enforcement", watch(tiny), "--agreement", "enforced"]
    assert aidway(*asked, "--threads", 0).code == 2
    assert aidway(*asked, "--set", "deterrence/undeterred").err == (
        "aidway: --set wants PATH=VALUE, not 'deterrence/undeterred'\n"
    )
