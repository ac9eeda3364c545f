# SPDX-License-Identifier: Apache-2.0
"""Values that the model of answers never asks for: they move nothing, and nobody is told that they do."""

from __future__ import annotations

import aidway as aw
import pytest
import swung_runs
from aidway import report
from aidway.idle import idle
from aidway.limits import limits_of
from aidway.report.facts import read_facts
from synthetic_runs import synthetic_runs
from watched_scenario import watch

STATED = {
    "climate/closed/answers/full": "{uniform: [0.0, 0.1]}",
    "climate/closed/letter_daily_chance": "0.1",
    "climate/open/security_withheld": "0.1",
    "climate/closed/violence": "1.5",
    "climate/restricted_to_open": "0.04 /d",
    "permission/answers/full": "0.2",
    "permission/letter/daily_chance": "0.1",
    "permission/security_withheld": "0.1",
    "permission/lag": "3 d",
    "violence/sources/gov/rate": "1 /d",
}


def stating(runs: aw.Runs, **more: str) -> aw.Runs:
    """Return the runs of a scenario that states values on the climate too."""
    said = {**STATED, **{path.replace("__", "/"): value for path, value in more.items()}}
    values = [
        {"path": path, "value": value, "sources": [], "confidence": "assumed", "note": ""}
        for path, value in said.items()
        if not path.startswith("permission/answers/")  # a page would run such a scenario anew: this one is drawn
    ]
    provenance = {**runs.provenance, "values": [*runs.provenance["values"], *values]}
    return aw.Runs(runs.dataset, provenance, runs.scenario)


@pytest.mark.parametrize("model", ["independent", "common_shock"])
def test_what_the_climate_answers_is_idle_under_other_models_but_not_its_violence(model):
    assert idle({**STATED, "permission/answer_model": model}) == {
        "climate/closed/answers/full", "climate/closed/letter_daily_chance", "climate/open/security_withheld",
    }  # fmt: skip


def test_answers_by_the_climate_leave_the_chances_of_the_process_idle():
    assert idle({**STATED, "permission/answer_model": "climate"}) == {
        "permission/answers/full", "permission/letter/daily_chance", "permission/security_withheld",
    }  # fmt: skip


def test_a_climate_that_moves_no_violence_is_idle_as_a_whole():
    calm = {path: value for path, value in STATED.items() if not path.startswith("violence/")}
    even = {path: value for path, value in STATED.items() if not path.endswith("/violence")}
    for values in (calm, even):
        assert idle(values) == {path for path in values if path.startswith("climate/")}
    assert "climate/restricted_to_open" not in idle({**even, "climate/open/violence": "{uniform: [1, 1.1]}"})


def test_a_siege_tier_of_no_enclave_is_idle():
    by_tier = [f"food/informal_by_tier/tier_{tier}" for tier in (1, 2, 3)]
    towns = {**dict.fromkeys(by_tier, "0.1"), "enclaves/a/siege_tier": "1", "enclaves/b/siege_tier": "3"}
    assert idle(towns) == {by_tier[1]}
    assert idle({**towns, "enclaves/b/informal": "0.2"}) == {by_tier[1], by_tier[2]}, "it has a share of its own"
    assert idle({**towns, "enclaves/b/siege_tier": "{discrete: [1, 2]}"}) == set()


@pytest.mark.parametrize("model", ["independent", "common_shock", "climate"])
def test_no_result_moves_with_a_value_that_is_idle(tiny, model):
    scenario = aw.read_scenario(watch(tiny)).replace("permission/answer_model", model)
    written = {**scenario.values().set_index("path")["value"].to_dict(), **dict(scenario.changes)}
    moved = scenario
    for path in sorted(idle(written)):
        moved = moved.replace(path, "0.01" if "silent" not in path else "0.9")
    assert moved.changes != scenario.changes
    before, after = (aw.simulate(one, replicates=24, seed=3, threads=1).dataset for one in (scenario, moved))
    assert all(before[name].equals(after[name]) for name in before.data_vars)


def test_a_model_put_in_the_place_of_the_scenarios_own_is_the_one_used(tiny):
    scenario = aw.read_scenario(tiny).replace("permission/answer_model", "climate")
    facts = read_facts(aw.simulate(scenario, ["status-quo"], replicates=2, threads=1))
    assert facts.answer_model == "climate"


def test_results_move_with_the_violence_of_a_climate_that_answers_nothing(tiny):
    scenario = aw.read_scenario(watch(tiny))
    moved = scenario.replace("climate/closed/violence", "4").replace("climate/restricted/violence", "4")
    before, after = (aw.simulate(one, replicates=24, seed=3, threads=1).dataset for one in (scenario, moved))
    assert not before["incidents"].equals(after["incidents"])


@pytest.mark.parametrize(
    ("model", "told"), [("independent", "independent of one another"), ("common_shock", "Answers of one cycle fall")]
)
def test_spells_of_closure_are_a_limit_though_a_climate_is_stated(tmp_path, model, told):
    runs = stating(synthetic_runs("clear", tmp_path, replicates=20), permission__answer_model=model)
    meanings = [limit.meaning for limit in limits_of(runs.provenance) if limit.name == "spells of closure"]
    assert len(meanings) == 1
    assert told in meanings[0]


def test_spells_of_closure_are_no_limit_where_the_climate_answers(tmp_path):
    runs = stating(synthetic_runs("clear", tmp_path, replicates=20), permission__answer_model="climate")
    assert "spells of closure" not in {limit.name for limit in limits_of(runs.provenance)}


def test_idle_laws_are_neither_counted_nor_in_the_tornado_but_told(tmp_path, monkeypatch):
    unasked = "climate/closed/answers/full"
    drawn = [unasked, *swung_runs.VALUES[1:]]
    monkeypatch.setattr(swung_runs, "VALUES", drawn)
    runs = stating(swung_runs.swung_runs(tmp_path))
    table = runs.tornado("both-roads", to="status-quo", community="eastern-aleppo")
    assert set(table["path"]) == set(drawn) - {unasked}
    named = set(table.loc[table["stands_out"], "path"])
    assert named == set(swung_runs.MOVING), "draws are those of all values together"
    assert [path for path, _ in read_facts(runs).idle] == [unasked]
    page = report.render(runs, public=True)
    assert "119 values were varied together" in page
    assert "1 law more is not asked for under this scenario&#39;s model of answers and siege tiers" in page
    assert "<b>Stated as a range and not in use:</b> 1," in page
