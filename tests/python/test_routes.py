# SPDX-License-Identifier: Apache-2.0
"""Ways by time, length and gates, between named places and places in degrees."""

from __future__ import annotations

import json
import random
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise, product

import aidway as aw
import numpy as np
import pytest
from aidway import publication
from aidway.ways import CRITERIA

LIMITED = "  columns: {road: road, gate: gate, road_class: road_class, max_weight_t: tonnes, max_height_m: metres}\n"


@pytest.fixture
def scenario(tiny) -> aw.Scenario:
    """The tiny scenario with an hour of inspection per truck on the hill, so that by time its pass is no good way."""
    return edited(tiny, ("lanes: 1, inspection: 9 min", "lanes: 1, inspection: 60 min"))


@pytest.fixture
def limited(tiny) -> aw.Scenario:
    """The fleets' vehicles weigh 16 t and 50 t; the river carries 20 t, and the track to the town too."""
    path = tiny / "data" / "roads.geojson"
    roads = json.loads(path.read_text())
    limits = {"harbour": (60, 4.0), "bridge": (20, None)}
    for feature in roads["features"]:
        told = feature["properties"]
        told["tonnes"], told["metres"] = limits.get(told["gate"], (None, None))
        if [5.1, 0.12] in feature["geometry"]["coordinates"]:
            told["tonnes"] = 20
    path.write_text(json.dumps(roads))
    light, heavy = (
        f"  {name}:\n    speed: 40 km/h\n    detour: 1.2\n    driving: {{weight: {tonnes} t}}\n"
        "    source: FABLE\n    confidence: assumed\n"
        for name, tonnes in (("lorry", 16), ("trailer", 50))
    )
    text = (tiny / "scenario.yaml").read_text()
    vehicles = text[text.index("  lorry:\n") : text.index("\ncontrol:\n")]
    yard = "depot: eastgrange\n    vehicle: "
    return edited(
        tiny,
        ("  layer: data/roads.geojson\n", "  layer: data/roads.geojson\n" + LIMITED),
        (vehicles, light + heavy),
        (yard + "lorry", yard + "trailer"),
    )


def edited(folder, *changes: tuple[str, str]) -> aw.Scenario:
    text = (folder / "scenario.yaml").read_text()
    for before, after in changes:
        assert before in text
        text = text.replace(before, after)
    (folder / "scenario.yaml").write_text(text)
    return aw.read_scenario(folder)


def ways(scenario, to="oldmere", **asked):
    return aw.routes(scenario, "two-roads", to, "2016-07-15", public=False, **asked)


def rows(found, fleet="yard-lorries"):
    return found[found["fleet"] == fleet].reset_index(drop=True)


def test_the_best_way_is_another_by_time_and_by_length(scenario):
    gates = {by: [way["gates"] for way in rows(ways(scenario, by=by)).to_dict("records")] for by in CRITERIA}
    assert gates == {
        "fastest": [["bridge"]],
        "shortest": [["pass"], ["bridge"]],
        "fewest_gates": [["bridge"]],
    }
    # The pass is no alternative to the river until eight hours at it are allowed.
    assert [way["gates"] for way in rows(ways(scenario, slower_by=9)).to_dict("records")] == [["bridge"], ["pass"]]


def test_no_way_beats_the_best_by_its_own_criterion(scenario):
    ends = [*scenario.communities, "eastgrange", (5.05, 0.16)]
    for begin, end in product(ends, ends):
        best = {by: ways(scenario, end, from_=begin, by=by).groupby("fleet").first() for by in CRITERIA}
        for other in CRITERIA:
            assert (best["fastest"]["time_s"] <= best[other]["time_s"]).all()
            assert (best["shortest"]["length_m"] <= best[other]["length_m"]).all()
            assert (best["fewest_gates"]["gates"].str.len() <= best[other]["gates"].str.len()).all()


@pytest.mark.parametrize("by", CRITERIA)
def test_alternatives_keep_what_is_asked_of_them(scenario, by):
    told = 0
    for end, most, overlap, slower_by in product(scenario.communities, (1, 3), (0.1, 1.0), (1.3, 20.0)):
        found = ways(scenario, end, by=by, most=most, overlap=overlap, slower_by=slower_by)
        for _, of_fleet in found[found["reachable"]].groupby("fleet"):
            assert len(of_fleet) <= most
            assert of_fleet["overlap"].iloc[0] == of_fleet["stretch"].iloc[0] == 1
            best = of_fleet.iloc[0]
            for way in of_fleet.iloc[1:].itertuples():
                told += 1
                assert way.stretch == pytest.approx(way.time_s / best["time_s"])
                assert way.stretch <= slower_by
                assert way.overlap == pytest.approx(common(way.geometry, best.geometry), abs=1e-3)
                assert way.overlap <= overlap
    assert told > 10


def common(way, other):
    """Return the share of a line's segments that lie on another, by their length."""

    def segments(line):
        return {frozenset(pair): float(np.hypot(*np.subtract(*pair))) for pair in pairwise(line.coords)}

    return sum(length for pair, length in segments(way).items() if pair in segments(other)) / way.length


@pytest.mark.parametrize("by", CRITERIA)
def test_the_order_of_the_lines_does_not_show(tiny, scenario, by):
    layer = tiny / "data" / "roads.geojson"
    roads = json.loads(layer.read_text())
    ends = ["oldmere", "tarnwick", (5.05, 0.16)]
    before = [ways(scenario, end, by=by, slower_by=20) for end in ends]
    for seed in range(3):
        random.Random(seed).shuffle(roads["features"])
        layer.write_text(json.dumps(roads))
        again = aw.read_scenario(tiny)
        for end, found in zip(ends, before, strict=True):
            assert ways(again, end, by=by, slower_by=20).equals(found)


def test_a_place_at_a_depots_junction_is_where_its_fleet_begins(scenario):
    named = rows(ways(scenario, from_="eastgrange"))
    degrees = rows(ways(scenario, from_=(5.3, 0.2)))
    what = ["time_s", "length_m", "gates", "geometry"]
    assert degrees[what].equals(named[what])
    assert named[what].equals(rows(ways(scenario))[what])
    assert set(named["origin"]) == {"eastgrange"}
    assert set(degrees["origin"]) == {"5.3,0.2"}


def test_from_a_depot_its_own_fleets_set_out_and_from_elsewhere_every_fleet(tiny):
    hut = "depots:\n  hut: {name: A hut, at: [5.25, 0.16], source: FABLE, confidence: seen}\n"
    scenario = edited(tiny, ("depots:\n", hut))
    fleets = {
        begin: set(ways(scenario, from_=begin)["fleet"]) for begin in ("eastgrange", "hut", "tarnwick", (5.2, 0.12))
    }
    both = {"dock-lorries", "yard-lorries"}
    assert fleets == {"eastgrange": {"yard-lorries"}, "hut": both, "tarnwick": both, (5.2, 0.12): both}


def test_a_depot_may_be_where_a_way_ends(scenario):
    back = rows(ways(scenario, "eastgrange", from_="oldmere", by="shortest"))
    there = rows(ways(scenario, "oldmere", by="shortest"))
    assert back["gates"][0] == there["gates"][0][::-1]
    assert back["length_m"][0] == there["length_m"][0]
    assert back["parties"][0] == there["parties"][0][::-1]
    assert (back["community"][0], back["destination"][0]) == ("", "eastgrange")


def test_a_place_too_far_from_any_junction_is_refused_and_told_how_far_it_lies(scenario):
    beside = (5.3, 0.23)  # 3,336 m north of the depot's junction
    assert ways(scenario, from_=beside)["reachable"].all()
    assert ways(scenario, from_=beside, within_m=3400)["reachable"].all()
    with pytest.raises(aw.RequestError) as refusal:
        ways(scenario, beside, from_=(5.0, 0.24), within_m=3300)
    assert str(refusal.value) == (
        "from_: no junction that the fleets' vehicles can come to lies within 3,300 m of (5.0, 0.24); the nearest "
        "lies 4,448 m away; to: no junction that the fleets' vehicles can come to lies within 3,300 m of (5.3, 0.23); "
        "the nearest lies 3,336 m away"
    )


def test_each_fleet_takes_the_junction_that_its_vehicle_can_come_to(limited):
    found = ways(limited, (5.1, 0.12), most=1).set_index("fleet")
    assert found.loc["dock-lorries", "reachable"]
    # The trailer is too heavy for every road of the town: its nearest junction lies beyond the river.
    assert not found.loc["yard-lorries", "reachable"]
    assert found.loc["yard-lorries", "why_kind"] == "off_network"
    wide = ways(limited, (5.1, 0.12), most=1, within_m=8000).set_index("fleet")
    assert wide.loc["yard-lorries", "reachable"]
    assert found.loc[["dock-lorries"], "length_m"].equals(wide.loc[["dock-lorries"], "length_m"])


def test_a_way_tells_the_least_limits_on_it_and_what_they_leave(limited):
    way = rows(ways(limited), "dock-lorries").iloc[0]
    assert way["gates"] == ["harbour", "bridge"]
    assert (way["max_weight_t"], way["weight_margin_t"], way["max_height_m"]) == (20, 4, 4)
    assert np.isnan(way["height_margin_m"]), "nobody says how high the lorry is"
    none = rows(ways(limited, (5.25, 0.16))).iloc[0]
    assert none[["max_weight_t", "weight_margin_t", "max_height_m", "height_margin_m"]].isna().all()


def test_waits_are_for_the_hours_of_gates_and_not_in_the_time(scenario):
    plain = rows(aw.routes(scenario, "one-road", "oldmere"), "dock-lorries").iloc[0]
    late = scenario.with_agreement("late", "one-road", replace={"open_road/river/hours": "09:30-18:00"})
    way = rows(aw.routes(late, "late", "oldmere"), "dock-lorries").iloc[0]
    assert plain["waits_s"] == [0, 0]
    assert way["waits_s"] == [3.5 * 3600, 0], "convoys move from 06:00"
    assert way["time_s"] == plain["time_s"]
    night = scenario.with_agreement("night", "one-road", replace={"open_road/river/hours": "19:00-20:00"})
    never = rows(aw.routes(night, "night", "oldmere"), "dock-lorries").iloc[0]
    assert never["waits_s"] == [np.inf, np.inf]


def test_gates_are_told_with_who_holds_them_and_ground_with_what_is_contested(scenario):
    for way in ways(scenario, by="shortest").to_dict("records"):
        held = {row["gate"]: tuple(row["held_by"]) for row in scenario.engine.gate_status("two-roads", 1468530000)}
        assert way["holders"] == [held[gate] for gate in way["gates"]]
        assert way["contested_m"] == way["held_m"].get("contested", 0)
        assert set(way["parties"]) == set(way["held_m"]) - {"", "contested"}


def test_in_public_ends_of_ones_own_and_depots_are_rounded_and_communities_stand(tiny):
    scenario = edited(tiny, ("at: [5.3, 0.2]", "at: [5.301, 0.201]"), ("at: [5.0, 0.2]", "at: [5.001, 0.201]"))
    for begin, end in (((5.23, 0.17), (5.04, 0.17)), ("oldmere", "eastgrange"), ((5.23, 0.17), "northport")):
        shown = aw.routes(scenario, "two-roads", end, from_=begin)
        exact = aw.routes(scenario, "two-roads", end, from_=begin, public=False)
        for public, private in zip(shown.geometry, exact.geometry, strict=True):
            for at in (0, -1):
                assert public.coords[at] == tuple(publication.coarsen(private.coords[at]).tolist())
            assert public.coords[1:-1] == private.coords[1:-1]
    assert set(shown["origin"]) == {"5.2,0.2"}
    assert set(exact["origin"]) == {"5.23,0.17"}
    to_town = aw.routes(scenario, "two-roads", "oldmere", from_=(5.23, 0.17))
    assert {line.coords[-1] for line in to_town.geometry} == {(5.1, 0.12)}


def test_in_public_ways_between_places_of_ones_own_are_drawn_on_schematic_networks_only(tiny):
    surveyed = edited(tiny, ("schematic: true", "schematic: false"))
    asked = {"to": (5.04, 0.17), "from_": (5.23, 0.17)}
    shown = aw.routes(surveyed, "two-roads", **asked)
    assert shown["reachable"].all()
    assert shown.geometry.isna().all()
    assert aw.routes(surveyed, "two-roads", **asked, public=False).geometry.notna().all()


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"to": "oldmer"}, "no community or depot 'oldmer'; did you mean 'oldmere'?"),
        ({"from_": "north-port"}, "no community or depot 'north-port'; did you mean 'northport'?"),
        ({"to": (5.1,)}, "to must be the name of a community or a depot, or a pair (longitude, latitude) in degrees"),
        (
            {"to": (5.1, 91)},
            "to must be longitude from -180 to 180 and latitude from -90 to 90 degrees, not (5.1, 91.0)",
        ),
        ({"from_": (float("nan"), 0)}, "from_ must be longitude from -180"),
        ({"by": "fewest-gates"}, "no criterion 'fewest-gates'; did you mean 'fewest_gates'?"),
        ({"most": 0}, "most must be from 1 to 20, not 0"),
        ({"overlap": 1.1}, "overlap must be from 0 to 1, not 1.1"),
        ({"slower_by": 0.9}, "slower_by must be from 1 to 100, not 0.9"),
        ({"within_m": -1}, "within_m must be from 0 to 100,000, not -1"),
        ({"most": 21, "to": "oldmer"}, "did you mean 'oldmere'?; most must be from 1 to 20, not 21"),
    ],
)
def test_routes_refuse_what_makes_no_sense(scenario, wrong, message):
    legal = {"to": (5.1, 90.0), "from_": "northport", "by": "shortest", "most": 20, "overlap": 1, "slower_by": 1}
    with pytest.raises(aw.RequestError, match="the nearest lies"):
        ways(scenario, **legal)  # the pole is on the globe, only far
    legal |= {"to": "oldmere", "within_m": 0}
    assert len(ways(scenario, **legal)) > 0
    with pytest.raises(aw.RequestError) as refusal:
        ways(scenario, **{**legal, **wrong})
    assert message in str(refusal.value)


def test_a_changed_scenario_has_ways_of_its_own(scenario):
    before = ways(scenario)
    slower = ways(scenario.replace("vehicles/lorry/time_factor", "2.5"))
    assert slower["driving_s"].tolist() == pytest.approx((2 * before["driving_s"]).tolist(), abs=1)
    assert ways(scenario).equals(before)


def test_many_may_ask_at_once(tiny):
    wanted = [ways(aw.read_scenario(tiny), "tarnwick", by=by) for by in CRITERIA * 4]
    shared = aw.read_scenario(tiny)
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda by: ways(shared, "tarnwick", by=by), CRITERIA * 4))
    assert all(one.equals(other) for one, other in zip(found, wanted, strict=True))


def test_the_command_asks_the_same(aidway, tiny, scenario):
    asked = ["--from", "5.3,0.2", "--to", "oldmere", "--by", "shortest", "--most", 2, "--slower-by", 20]
    told = aidway("routes", tiny, "--agreement", "two-roads", *asked, "--overlap", 0.5, "--within", 100).out
    found = aw.routes(
        scenario, "two-roads", "oldmere", from_=(5.3, 0.2), by="shortest", most=2, slower_by=20, overlap=0.5
    )
    assert len(told.splitlines()) == len(found), "from elsewhere nothing is told of gates or redundancy"
    assert "yard-lorries: 5.3,0.2 -> oldmere: " in told
    assert "by pass; over the ground of crown, league\n" in told
    assert "% of it on roads of the first\n" in told
    called = aidway("routes", tiny, "--agreement", "two-roads", "--to", "5.1,north")
    assert called.code == 2
    assert "'5.1,north' is neither a name nor LON,LAT" in called.err
    called = aidway("routes", tiny, "--agreement", "two-roads", "--to", "oldmere", "--most", "0")
    assert (called.code, called.err) == (2, "aidway: most must be from 1 to 20, not 0\n")
