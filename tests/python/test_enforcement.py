# SPDX-License-Identifier: Apache-2.0
"""Whether consequences pay."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import aidway as aw
import pandas as pd
import pytest
from aidway.enforcement import break_even, crossing, swapped
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


def grid_of(*gains: float, error: float) -> pd.DataFrame:
    responses = [2.0 * place for place in range(len(gains))]
    return pd.DataFrame(
        {"response": responses, "community": "a", "part": "", "gain": list(gains), "standard_error": error}
    )


def test_break_even_is_told_for_each_place() -> None:
    grid = pd.concat([grid_of(-1, 1, error=0.25), grid_of(-1, -2, error=0.25).assign(community="b")])
    table = break_even(grid)
    assert table["verdict"].tolist() == ["pays from a response of 1 (0.5 to 1.5)", "never within the range"]


@pytest.mark.parametrize(
    ("gains", "error", "verdict"),
    [
        ((-1, 800), 481, "cannot be told from these runs"),
        ((-1, 9000), 481, "pays from a response of 0.00022 (0 to 0.21)"),
        ((100, 9000), 481, "pays from a response of 0 (0 to 0.19)"),
        ((100, 9000), 40, "pays from a response of 0"),
        ((-1, -100), 481, "cannot be told from these runs"),
        ((-1000, -1001), 481, "never within the range"),
        ((-1000, 1000), float("nan"), "cannot be told from these runs"),
    ],
)
def test_a_break_even_is_never_surer_than_the_gains(gains: tuple[float, ...], error: float, verdict: str) -> None:
    assert break_even(grid_of(*gains, error=error))["verdict"].tolist() == [verdict]


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


def test_swapping_labels_swaps_what_monitors_see_too(scenario: aw.Scenario, tiny: Path) -> None:
    text = (tiny / "scenario.yaml").read_text(encoding="utf-8")
    seen = text.replace("    coverage: 0.8\n", "    coverage: 0.8\n    by_party: {crown: 0.2, league: 0.9}\n")
    (tiny / "scenario.yaml").write_text(seen, encoding="utf-8")
    turned = swapped(aw.read_scenario(tiny), set(aw.read_scenario(tiny).values()["path"]), None)
    values = turned.values().set_index("path")["value"]
    assert float(values["monitors/wardens/by_party/crown"]) == 0.9
    assert float(values["monitors/wardens/by_party/league"]) == 0.2
    one = text.replace("    coverage: 0.8\n", "    coverage: 0.8\n    by_party: {crown: 0.2}\n")
    (tiny / "scenario.yaml").write_text(one, encoding="utf-8")
    with pytest.raises(aw.RequestError, match="'wardens' has no factor under monitors/wardens/by_party/league"):
        swapped(aw.read_scenario(tiny), set(aw.read_scenario(tiny).values()["path"]), None)


def test_the_report_says_why_labels_were_not_swapped(tiny: Path, tmp_path: Path) -> None:
    text = (watch(tiny) / "scenario.yaml").read_text(encoding="utf-8")
    said = {}
    for case, written in (("no", text.replace("      league: {crown: 0.3, league: 0.5}\n", "")), ("yes", text)):
        (tiny / "scenario.yaml").write_text(written, encoding="utf-8")
        # So few that they are one set of values, of which no error is known.
        runs = aw.simulate(aw.read_scenario(tiny), ["status-quo", "enforced"], replicates=8, threads=1)
        said[case] = runs.report(tmp_path / "page.html").read_text(encoding="utf-8")
    assert "Not asked: labels were not swapped: monitor &#39;wardens&#39; has no chance under" in said["no"]
    assert "monitors take one party for the other" not in said["no"]
    assert "labels were not swapped" not in said["yes"]
    table = said["yes"][said["yes"].index("daily rations gained by having consequences") :].split("</table>")[0]
    assert 'href="#outcome-displaced-person-days"' in table
    assert " without</small>" in table
    assert "monitors take one party for the other" in said["yes"]


def test_in_public_small_communities_are_told_as_their_enclave(tiny: Path, tmp_path: Path) -> None:
    folder = watch(tiny)
    text = (folder / "scenario.yaml").read_text(encoding="utf-8")
    text = text[: text.index("  upper-wend:")] + text[text.index("\ndepots:") :]
    text = text.replace("population: 9000", "population: 900").replace("[oldmere]", "[oldmere, tarnwick]")
    (folder / "scenario.yaml").write_text(text, encoding="utf-8")
    scenario = aw.read_scenario(folder)
    alone, together = (
        aw.enforcement(scenario, "enforced", replicates=16, seed=3, responses=(0,), public=public).cases
        for public in (False, True)
    )
    assert set(alone["community"]) == {"oldmere", "tarnwick"}
    assert set(together["community"]) == {"lower-wend"}
    gains = alone.groupby("case", sort=False)["gain"].sum()
    assert together.set_index("case")["gain"].tolist() == pytest.approx(gains.tolist())
    runs = aw.simulate(scenario, ["status-quo", "enforced"], replicates=8, threads=1)
    page = runs.report(tmp_path / "page.html").read_text(encoding="utf-8")
    table = page[page.index("daily rations gained by having consequences") :].split("</table>")[0]
    assert "as the scenario has it" in table
    assert "everybody answers with" in table


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
