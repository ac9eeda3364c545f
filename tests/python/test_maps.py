# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import re

import pytest
from aidway import layers, maps
from synthetic_runs import EFFECTIVE_S, synthetic_runs


@pytest.fixture
def scenario(tmp_path):
    return synthetic_runs("clear", tmp_path, replicates=2).scenario


def words(picture) -> str:
    return " ".join(re.findall(r"<text[^>]*>([^<]*)<", picture.svg()))


def test_map_says_schematic_on_the_map_itself(scenario):
    assert "SCHEMATIC" in words(maps.agreement_map(scenario, "both-roads"))


def test_map_of_surveyed_roads_does_not_say_schematic(scenario):
    scenario.engine.schematic = False
    assert "SCHEMATIC" not in words(maps.agreement_map(scenario, "both-roads"))


def test_map_credits_the_sources_of_its_layers(scenario):
    assert "CC BY 3.0 IGO" in words(maps.agreement_map(scenario, "both-roads"))


def test_map_names_communities_parties_and_gates(scenario):
    told = words(maps.agreement_map(scenario, "both-roads"))
    for word in ("Eastern Aleppo", "Western Aleppo", "Armed opposition", "Castello West", "Bustan al-Qasr"):
        assert word in told


def test_roads_are_named_where_the_agreement_opens_them(scenario):
    assert "Ramouseh Road" in words(maps.agreement_map(scenario, "both-roads"))
    assert "Ramouseh Road" not in words(maps.agreement_map(scenario, "castello-only"))


def test_gates_follow_the_agreement(scenario):
    closed = {gate.name: gate.aid for gate in maps.gates_under(scenario.engine, "status-quo", EFFECTIVE_S)}
    opened = {gate.name: gate.aid for gate in maps.gates_under(scenario.engine, "both-roads", EFFECTIVE_S)}
    assert closed["castello-west"] == "closed"
    assert opened["castello-west"] == "open"
    assert closed["bustan-al-qasr"] == opened["bustan-al-qasr"] == "by_clearance"


def test_a_gate_open_to_others_but_not_to_aid_has_a_mark_of_its_own(scenario):
    gates = {gate.name: gate for gate in maps.gates_under(scenario.engine, "break-the-siege", EFFECTIVE_S)}
    assert gates["castello-west"].aid == "closed"
    assert gates["castello-west"].opens_for == ("goods", "civilians")
    assert gates["castello-west"].mark == "others"
    assert gates["bustan-al-qasr"].mark == "by_clearance"
    assert "not to aid" in words(maps.agreement_map(scenario, "break-the-siege"))


def test_public_depots_are_rounded_to_a_tenth_of_a_degree(scenario):
    public = layers.depots(scenario.engine, "both-roads", EFFECTIVE_S, public=True)
    exact = layers.depots(scenario.engine, "both-roads", EFFECTIVE_S, public=False)
    assert [(depot.lon, depot.lat) for depot in public] == [(36.7, 36.2), (37.1, 36.2)]
    assert (exact[0].lon, exact[0].lat) == (36.69, 36.23)


def test_depots_stay_on_the_map_where_no_road_leads_from_them(scenario):
    closed = layers.depots(scenario.engine, "status-quo", EFFECTIVE_S, public=True)
    assert closed == layers.depots(scenario.engine, "both-roads", EFFECTIVE_S, public=True)


def test_areas_are_those_of_the_day(scenario):
    before = layers.control_at(scenario.engine, EFFECTIVE_S - 60 * 86_400)
    after = layers.control_at(scenario.engine, EFFECTIVE_S)
    assert len(before) == len(after) + 1
    assert len(layers.control_at(scenario.engine, EFFECTIVE_S - 365 * 86_400)) == 0


def test_every_party_has_tint_and_hatch_of_its_own(scenario):
    looks = list(maps.party_looks(list(scenario.engine.parties)).values())
    assert len(set(looks)) == len(looks)


def test_same_scenario_gives_the_same_bytes(scenario):
    assert maps.agreement_map(scenario, "both-roads").svg() == maps.agreement_map(scenario, "both-roads").svg()


def test_labels_do_not_cover_each_other(scenario):
    picture = maps.agreement_map(scenario, "both-roads")
    picture.canvas.draw()
    shown = [text for text in picture.axes[0].texts if text.get_text()]
    boxes = [text.get_window_extent() for text in shown]
    for place, one in enumerate(boxes):
        for other in boxes[place + 1 :]:
            width = min(one.x1, other.x1) - max(one.x0, other.x0)
            height = min(one.y1, other.y1) - max(one.y0, other.y0)
            assert max(width, 0) * max(height, 0) < 0.25 * min(one.width * one.height, other.width * other.height)


def test_credit_and_legend_stand_apart_below_the_map(scenario):
    picture = maps.agreement_map(scenario, "both-roads")
    picture.canvas.draw()
    axes = picture.axes[0].get_window_extent()
    (credit,) = picture.texts
    legend = picture.legends[0].get_window_extent()
    assert axes.y0 >= credit.get_window_extent().y1
    assert credit.get_window_extent().y0 >= legend.y1
    assert legend.y0 >= 0


def test_small_maps_share_one_frame(scenario):
    engine = scenario.engine
    frame = maps.common_frame(engine, list(engine.agreements), EFFECTIVE_S)
    shown = [maps.small_map(scenario, name, at_s=EFFECTIVE_S, frame=frame).axes[0] for name in engine.agreements]
    assert {(axes.get_xlim(), axes.get_ylim()) for axes in shown} == {(frame[::2], frame[1::2])}


def test_small_maps_name_the_roads_they_open_and_say_schematic(scenario):
    frame = maps.common_frame(scenario.engine, ["castello-only"], EFFECTIVE_S)
    told = words(maps.small_map(scenario, "castello-only", at_s=EFFECTIVE_S, frame=frame))
    assert "Castello Road" in told
    assert "Ramouseh Road" not in told
    assert "SCHEMATIC" in told


def test_days_of_change_are_those_on_which_most_ground_changed_hands(scenario):
    engine = scenario.engine
    (day,) = layers.days_of_change(engine, EFFECTIVE_S, engine.period_to_s, 3)
    assert day == 1_480_284_000  # 28 November 2016, midnight in Damascus
    assert layers.days_of_change(engine, EFFECTIVE_S, engine.period_to_s, 0) == []


def test_ground_changes_hands_at_midnight_of_the_scenarios_clock(scenario):
    before = layers.control_at(scenario.engine, 1_480_284_000 - 1)
    after = layers.control_at(scenario.engine, 1_480_284_000)
    assert list(before["party"]).count("opp") == list(after["party"]).count("opp") + 1


def test_shares_of_ground_add_up_to_all_of_it(scenario):
    shares = layers.held_shares(layers.control_at(scenario.engine, EFFECTIVE_S))
    assert sum(shares.values()) == pytest.approx(1.0)
    assert shares["kurdish"] < shares["opp"]
