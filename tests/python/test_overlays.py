# SPDX-License-Identifier: Apache-2.0
"""Overlays: a change of roads and gates that leaves what lies beneath as it is."""

from __future__ import annotations

import aidway as aw
import pytest

OVERLAYS = """overlays:
  slide: {name: A landslide, when: by_agreement, close: {road: river}}
  crater: {name: A crater, when: by_agreement, close: {gate: pass}}
  mud: {name: Mud, when: by_agreement, slow: {road: river, factor: 50 %}}
  ferry: {name: A ferry, when: by_agreement, add: {line: [[5.0, 0.2], [5.1, 0.12]], road: ferry}}
"""


@pytest.fixture
def overlaid(tiny):
    written = (tiny / "scenario.yaml").read_text()
    (tiny / "scenario.yaml").write_text(written.replace("gates:\n", OVERLAYS + "gates:\n", 1))
    return aw.read_scenario(tiny)


def laid(scenario: aw.Scenario, *overlays: str) -> aw.Scenario:
    terms = [{"apply_overlay": {"overlay": name}} for name in overlays]
    return scenario.with_agreement("laid", "one-road", terms=terms)


def fastest(scenario: aw.Scenario, agreement: str = "laid", fleet: str = "dock-lorries"):
    ways = aw.routes(scenario, agreement, "oldmere", at="2016-07-01")
    return ways[ways["fleet"] == fleet].iloc[0]


def test_an_overlay_that_waits_changes_no_way(tiny, overlaid):
    with_it = fastest(overlaid, "one-road")
    assert with_it["driving_s"] > 0
    plain = aw.read_scenario(tiny.parent / "tiny")
    assert fastest(plain, "one-road")["driving_s"] == with_it["driving_s"]


def test_a_slowed_road_takes_twice_as_long_at_half_the_speed(overlaid):
    before, after = fastest(overlaid, "one-road"), fastest(laid(overlaid, "mud"))
    assert before["gates"] == after["gates"], "the way lies on the slowed road"
    assert after["driving_s"] == pytest.approx(2 * before["driving_s"], abs=2)
    assert after["length_m"] == before["length_m"]


def test_an_added_road_is_a_way_of_its_own(overlaid):
    way = fastest(laid(overlaid, "ferry"))
    assert list(way["gates"]) == ["ferry"]


def test_a_road_that_is_closed_says_which_overlay_shuts_it(overlaid):
    east = fastest(laid(overlaid, "slide"), fleet="yard-lorries")
    assert east["reachable"], "there is another way"
    assert "pass" in east["gates"]
    way = fastest(laid(overlaid, "slide", "crater"), fleet="yard-lorries")
    assert not way["reachable"]
    assert way["why_kind"] == "gates"
    assert "shut by A crater" in way["why"]


def test_the_scenario_beneath_is_untouched(overlaid):
    digest = overlaid.digest
    way = fastest(overlaid, "one-road")["driving_s"]
    changed = laid(overlaid, "slide", "mud", "ferry")
    assert fastest(changed, "one-road")["driving_s"] == way, "the other agreement knows nothing of them"
    assert overlaid.digest == digest
    assert "laid" not in overlaid.agreements


def test_describe_tells_overlays_in_words(overlaid):
    told = overlaid.describe()
    assert "Overlay [mud]: Mud: vehicles drive at 50 % of their speed on the road 'river'." in told
    assert "Only where an agreement lays it." in told
    assert "A landslide: nobody passes the road 'river'." in laid(overlaid, "slide").describe("laid")


def test_runs_under_overlays_keep_the_request_that_made_them(overlaid, tmp_path):
    changed = laid(overlaid, "mud")
    runs = aw.simulate(changed, ["one-road", "laid"], replicates=64, seed=1)
    again = aw.simulate(changed, ["one-road", "laid"], replicates=64, seed=1, threads=2)
    assert runs.summary().equals(again.summary())


def test_an_overlay_that_is_not_there_is_refused_with_the_nearest(overlaid):
    with pytest.raises(aw.ScenarioError, match=r"no overlay 'mudd'.*did you mean 'mud'"):
        laid(overlaid, "mudd")
    assert "laid" in laid(overlaid, "mud").agreements
