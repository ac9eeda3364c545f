# SPDX-License-Identifier: Apache-2.0
"""How far trucks come under an agreement."""

from __future__ import annotations

from datetime import timedelta
from itertools import pairwise

import aidway as aw
import numpy as np
import pytest
from aidway import publication
from aidway.barred import Barred


@pytest.fixture
def scenario(tiny) -> aw.Scenario:
    """Gates that only a term opens: by clearance nobody passes."""
    gates = tiny / "data" / "gate_status.csv"
    gates.write_text(gates.read_text().replace("by_clearance", "closed"))
    return aw.read_scenario(tiny)


def test_reach_is_the_time_of_the_fastest_way(scenario):
    found = aw.reach(scenario, "two-roads").set_index("community")
    assert found["reachable"].all()
    for community in scenario.communities:
        ways = aw.routes(scenario, "two-roads", community)
        # Inspection comes on top of driving, so no way is there before it has been driven.
        assert found.loc[community, "time_s"] >= ways.loc[ways["reachable"], "driving_s"].min() - 1
        assert found.loc[community, "fleet"] in set(ways["fleet"])


def test_without_a_way_reach_names_the_gates_that_would_have_to_open(scenario):
    found = aw.reach(scenario, "status-quo").set_index("community")
    town = found.loc["oldmere"]
    assert not town["reachable"]
    assert np.isnan(town["time_s"])
    ways = aw.routes(scenario, "status-quo", "oldmere")
    assert set(town["closed_gates"]) <= {gate for gates in ways["closed_gates"] for gate in gates}
    assert town["closed_gates"]


def test_why_there_is_no_way_names_gate_holder_and_who_may_pass(tiny):
    gates = tiny / "data" / "gate_status.csv"
    gates.write_text(gates.read_text().replace("by_clearance", "closed"))
    ways = aw.routes(aw.read_scenario(tiny), "status-quo", "oldmere")
    titles = {"harbour": "Harbour gate", "bridge": "Wend bridge", "pass": "Hill pass"}
    for way in ways.to_dict("records"):
        assert not way["reachable"]
        assert way["why"].startswith("closed to aid: ")
        for gate in way["closed_gates"]:
            assert f"{titles[gate]} [{gate}, held by The " in way["why"]
    opened = aw.routes(aw.read_scenario(tiny), "two-roads", "oldmere")
    assert set(opened.loc[opened["reachable"], "why"]) == {""}


def test_where_no_road_leads_no_gate_is_blamed(scenario):
    said = Barred(scenario, "two-roads", scenario.moment_s("two-roads"))
    none = {"reachable": False, "closed_gates": [], "obstacles": [], "barrier": "other_island"}
    assert said.why(none) == "no road leads there, whatever gate opens"
    assert said.why({**none, "barrier": "one_way"}).endswith("one-way roads lead only the other way")
    weak = {**none, "barrier": "vehicle", "obstacles": ["limit of 7.5 t on Old Bridge"]}
    assert said.why(weak) == "roads lead there, and none that the vehicle can take: limit of 7.5 t on Old Bridge"
    assert (said.why({**none, "reachable": True}), said.kind({**none, "reachable": True})) == ("", "")
    assert [said.kind(way) for way in (none, weak)] == ["other_island", "vehicle"]


def test_a_way_on_which_a_gate_shuts_too_early_says_so_and_one_that_is_open_does_not(scenario):
    early = scenario.with_agreement("early", "one-road", replace={"open_road/river/hours": "06:00-06:01"})
    way = aw.routes(early, "early", "oldmere").query("reachable").iloc[0]
    assert (way["why_kind"], way["time_s"] > 0) == ("hours", True)
    assert way["why"].startswith("not within a day: who leaves at 06:00 stands before ")
    assert way["why"].endswith("trucks pass it every day from 06:00 to 06:01")
    assert "hours" in set(aw.reach(early, "early")["why_kind"])
    assert set(aw.routes(early, "one-road", "oldmere").query("reachable")["why"]) == {""}


def test_an_agreement_is_held_against_another(scenario):
    found = aw.reach(scenario, "two-roads", against="status-quo").set_index("community")
    assert found.loc["oldmere", "change"] == "gained"
    back = aw.reach(scenario, "status-quo", at="2016-07-15", against="two-roads").set_index("community")
    assert back.loc["oldmere", "change"] == "lost"
    same = aw.reach(scenario, "two-roads", against="two-roads")
    assert set(same["change"]) == {"same"}


def test_opening_a_road_never_makes_a_place_later(scenario):
    found = aw.reach(scenario, "two-roads", at="2016-07-15", against="one-road")
    assert set(found["change"]) <= {"same", "sooner", "gained"}


def test_land_within_reach_grows_with_time_and_ends_when_all_is_reached(scenario):
    found = aw.isochrones(scenario, "two-roads", [600, 7200, 86_400, 3600], public=False)
    assert found["within_s"].tolist() == [600, 3600, 7200, 86_400]
    assert found["road_m"].is_monotonic_increasing
    assert found["people"].tolist()[-1] == aw.reach(scenario, "two-roads")["people"].sum()
    land = found.geometry.tolist()
    for smaller, larger in pairwise(land):
        # Round ends are polygons, and reprojection bends their sides.
        assert smaller.difference(larger).area < 1e-4 * smaller.area


def test_minutes_of_driving_are_metres_of_road(scenario):
    # 40 km/h, detours of a fifth, a quarter more time: ten minutes are 4.44 km of drawn road from the depot's end.
    found = aw.isochrones(scenario, "two-roads", [600], public=False)
    ends = found["road_m"].iloc[0] / (600 * 40_000 / 3600 / 1.2 / 1.25)
    assert ends == pytest.approx(round(ends), abs=1e-3), "as many roads as leave the depots"


def test_public_land_is_coarse_and_holds_the_exact_land(scenario):
    exact = aw.isochrones(scenario, "two-roads", [600], public=False).geometry.iloc[0]
    shown = aw.isochrones(scenario, "two-roads", [600]).geometry.iloc[0]
    assert exact.difference(shown).area < 1e-9
    corners = np.array(shown.exterior.coords if shown.geom_type == "Polygon" else shown.geoms[0].exterior.coords)
    assert np.allclose(corners * 20, np.round(corners * 20), atol=1e-6), "edges lie between rounded places"


def test_in_public_a_small_community_is_told_of_only_in_its_enclave(tiny):
    written = (tiny / "scenario.yaml").read_text()
    hamlet = "  tarnfold: {at: [5.2, 0.13], population: 900, bays: 1, offload: 25 min, name: Tarnfold}\n\nenclaves:\n"
    (tiny / "scenario.yaml").write_text(
        written.replace("\nenclaves:\n", hamlet, 1).replace("[tarnwick]", "[tarnwick, tarnfold]")
    )
    scenario = aw.read_scenario(tiny)
    exact = aw.reach(scenario, "two-roads", public=False).set_index("community")
    small = {name for name, people in exact["people"].items() if publication.is_small(people)}
    assert small == {"tarnfold"}
    shown = aw.reach(scenario, "two-roads").set_index("community")
    assert not small & set(shown.index)
    assert shown["people"].sum() == exact["people"].sum()
    last_s = exact.loc[["tarnwick", "tarnfold"], "time_s"].max()
    assert shown.loc["upper-wend", "time_s"] == last_s, "reached with its last member"
    land = aw.isochrones(scenario, "two-roads", [86_400])
    assert not small & set(land["communities"].iloc[0])


def test_reach_of_a_period_still_running_is_not_public(scenario, monkeypatch):
    monkeypatch.setattr(publication, "MINIMUM_AGE", timedelta(days=365 * 1000))
    with pytest.raises(aw.PublicationError, match="the period ends on"):
        aw.reach(scenario, "two-roads")
    with pytest.raises(aw.PublicationError, match="the period ends on"):
        aw.isochrones(scenario, "two-roads", [600])
    assert len(aw.reach(scenario, "two-roads", public=False)) > 0


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"agreement": "two-road"}, "no agreement 'two-road'; did you mean 'two-roads'?"),
        ({"at": "2017-01-01"}, "the period runs from 2016-06-01 to 2016-07-31"),
        ({"within_s": [-1]}, "a time, in seconds, must be above 0 and at most 3,888,000, not -1"),
        ({"beside_m": 0}, "beside_m must be above 0 and at most 100,000, not 0"),
    ],
)
def test_isochrones_refuse_what_makes_no_sense(scenario, wrong, message):
    legal = {"agreement": "two-roads", "within_s": [600], "at": "2016-07-01", "beside_m": 100}
    assert len(aw.isochrones(scenario, **legal)) == 1
    with pytest.raises(aw.RequestError) as refusal:
        aw.isochrones(scenario, **{**legal, **wrong})
    assert message in str(refusal.value)


def test_the_command_tells_each_place_and_all_people(aidway, scenario, tiny):
    told = aidway("reach", tiny, "--agreement", "two-roads", "--against", "status-quo").out
    assert "oldmere" in told
    assert "(gained)" in told
    people = f"{int(aw.reach(scenario, 'two-roads')['people'].sum()):,}"
    assert told.splitlines()[-1] == f"within reach: {people} of {people} people"
    alone = aidway("reach", tiny, "--agreement", "status-quo").out
    assert "no way: closed to aid: " in alone
    called = aidway("reach", tiny, "--agreement", "two-roads", "--against", "status-qu")
    assert (called.code, called.err) == (2, "aidway: no agreement 'status-qu'; did you mean 'status-quo'?\n")


def test_a_route_tells_delays_at_its_gates_and_the_ground_it_crosses(tiny):
    ways = aw.routes(aw.read_scenario(tiny), "two-roads", "oldmere")
    for way in ways[ways["reachable"]].to_dict("records"):
        assert len(way["delays_s"]) == len(way["gates"])
        # Inspection adds to driving; milliseconds were rounded to seconds.
        assert way["time_s"] == pytest.approx(way["driving_s"] + sum(way["delays_s"]), abs=1)
        assert sum(way["held_m"].values()) == pytest.approx(way["length_m"])
        assert set(way["held_m"]) <= {"crown", "league", ""}


def test_a_checkpoint_term_changes_the_delay_of_a_route(tiny):
    scenario = aw.read_scenario(tiny)
    quick = {"checkpoint": {"gates": ["bridge", "pass"], "inspection": "1 min"}, "obliges": ["crown"]}
    eased = scenario.with_agreement("eased", "two-roads", terms=[quick])
    before = aw.reach(eased, "two-roads", at="2016-07-15").set_index("community")["time_s"]
    after = aw.reach(eased, "eased", at="2016-07-15").set_index("community")["time_s"]
    assert after["oldmere"] < before["oldmere"]
