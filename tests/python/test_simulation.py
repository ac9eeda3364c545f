# SPDX-License-Identifier: Apache-2.0
"""The engine as Python sees it, on a tiny scenario."""

from pathlib import Path

import aidway as aw
import numpy as np
import pytest

VALLEY = Path(__file__).parents[2] / "scenarios" / "teaching-valley"


@pytest.fixture
def scenario(tiny):
    return aw.read_scenario(tiny)


def bits(dataset):
    return {str(name): dataset[name].to_numpy().tobytes() for name in dataset.data_vars}


def test_every_agreement_is_simulated_unless_some_are_named(scenario):
    assert aw.simulate(scenario, replicates=4).agreements == scenario.agreements
    some = scenario.agreements[-1]
    assert aw.simulate(scenario, [some], replicates=4).agreements == (some,)
    assert aw.simulate(scenario, some, replicates=4).agreements == (some,)


@pytest.mark.bits
def test_threads_and_repeats_change_no_bit(scenario):
    runs = [aw.simulate(scenario, replicates=3000, seed=7, threads=threads) for threads in (1, 2, 1)]
    assert bits(runs[0].dataset) == bits(runs[1].dataset) == bits(runs[2].dataset)


@pytest.mark.bits
def test_the_order_of_agreements_changes_no_bit(scenario):
    names = list(scenario.agreements)
    assert len(names) > 1
    forth = aw.simulate(scenario, names, replicates=200, seed=7).dataset
    back = aw.simulate(scenario, names[::-1], replicates=200, seed=7).dataset
    assert bits(back.sel(agreement=names)) == bits(forth)


def test_another_seed_is_another_chance(scenario):
    one, other = (aw.simulate(scenario, replicates=200, seed=seed).dataset for seed in (1, 2))
    assert bits(one) != bits(other)


def test_every_outcome_is_described(scenario):
    dataset = aw.simulate(scenario, replicates=4).dataset
    for variable in dataset.data_vars.values():
        assert {"label", "unit", "doc", "better", "safe"} <= set(variable.attrs)
        assert variable.attrs["better"] in {"higher", "lower", "none"}
        assert variable.attrs["doc"]


def test_runs_tell_how_far_violence_went_where_it_answers_violence(scenario):
    assert aw.simulate(scenario, replicates=4).dataset.attrs["intensity_bands_used"] == 0
    assert aw.simulate(aw.read_scenario(VALLEY), replicates=4).dataset.attrs["intensity_bands_used"] >= 2


def test_each_weeks_bins_hold_every_replicate(scenario):
    dataset = aw.simulate(scenario, replicates=40).dataset
    assert (dataset["weekly_coverage"].sum("bin") == 40).all()
    assert (np.diff(dataset["week"].to_numpy()) == np.timedelta64(7, "D")).all()


def test_runs_carry_what_repeats_them(scenario):
    runs = aw.simulate(scenario, replicates=40, seed=2**64 - 1, per_point=8, effective_from=scenario.period[0])
    told = runs.provenance
    assert (told["replicates"], told["seed"], told["per_point"]) == (40, 2**64 - 1, 8)
    assert told["scenario"]["digest"] == scenario.digest
    assert f"--replicates 40 --seed {2**64 - 1} --per-point 8 --effective-from" in told["command"]
    assert "threads" not in told["command"]
    assert {value["path"] for value in told["values"]} == set(scenario.values()["path"])


def test_uncertain_values_are_told_as_the_file_writes_them(tiny):
    told = aw.read_scenario(tiny).uncertainties().set_index("path")
    assert told.loc["enclaves/lower-wend/opening_stock", "law"] == "{uniform: [10 d, 30 d]}"
    assert told.loc["communities/oldmere/population", "confidence"] == "assumed"
    assert "enclaves/lower-wend/local" not in told.index


def test_a_source_is_not_counted_as_a_value(tiny):
    scenario = aw.read_scenario(tiny)
    assert "FABLE" in scenario.sources().index
    assert not scenario.values()["path"].str.startswith("sources/").any()


def test_progress_is_told_to_the_end(scenario):
    told = []
    aw.simulate(scenario, replicates=100, progress=lambda done, total: told.append((done, total)))
    assert told[-1] == (100, 100)
    assert told == sorted(told)


def test_an_interrupt_stops_the_study(scenario):
    def interrupt(done, total):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        aw.simulate(scenario, replicates=1000, progress=interrupt)


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"replicates": 0}, "replicates must be from 1 to"),
        ({"seed": -1}, "seed must be from 0 to"),
        ({"seed": 2**64}, "seed must be from 0 to"),
        ({"per_point": 0}, "per_point must be from 1 to"),
        ({"threads": 0}, "threads must be from 1 to"),
        ({"agreements": []}, "no agreement is asked for"),
        ({"effective_from": "soon"}, "'soon' is no date"),
    ],
)
def test_refuses_what_cannot_be_meant(scenario, wrong, message):
    legal = {"replicates": 1, "seed": 0, "per_point": 1, "threads": 1}
    assert aw.simulate(scenario, **legal).dataset.sizes["replicate"] == 1
    with pytest.raises(ValueError, match=message):
        aw.simulate(scenario, **{**legal, **wrong})


def test_refuses_an_agreement_named_twice_or_unknown(scenario):
    name = scenario.agreements[0]
    with pytest.raises(ValueError, match=f"agreement '{name}' is asked for twice"):
        aw.simulate(scenario, [name, name], replicates=1)
    with pytest.raises(aw.UnknownNameError, match=f"did you mean '{name}'"):
        aw.simulate(scenario, [name + "x"], replicates=1)


def test_a_scenario_shows_itself(scenario):
    assert scenario.name in repr(scenario)
    for name in scenario.agreements:
        assert name in scenario._repr_html_()
    assert scenario.describe(scenario.agreements[0])
    assert scenario.describe()


def test_routes_are_lines_on_the_globe(scenario):
    found = aw.routes(scenario, scenario.agreements[0], to=scenario.communities[0])
    assert found.crs.to_epsg() == 4326
    assert len(found) > 0
    assert (found.loc[found["reachable"].astype(bool), "driving_s"] > 0).all()
    with pytest.raises(aw.UnknownNameError, match="no community or depot 'atlantis'"):
        aw.routes(scenario, scenario.agreements[0], to="atlantis")
