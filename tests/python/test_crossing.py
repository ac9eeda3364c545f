# SPDX-License-Identifier: Apache-2.0
"""Whose ground a way crosses."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pytest
from aidway.crossing import Crossed, crossed, utm
from shapely import LineString, box

WAY = LineString([(5.0, 0.5), (5.4, 0.5)])


def areas(**held) -> gpd.GeoDataFrame:
    return gpd.GeoDataFrame({"party": list(held)}, geometry=list(held.values()), crs="EPSG:4326")


def test_a_way_is_parted_where_it_leaves_a_partys_ground():
    control = areas(crown=box(4.9, 0, 5.1, 1), league=box(5.1, 0, 5.3, 1))
    found = crossed([WAY], [44_000.0], control)[0].held_m
    assert list(found) == ["league", "", "crown"]
    assert found == pytest.approx({"league": 22_000, "": 11_000, "crown": 11_000}, rel=1e-3)


def test_ground_that_two_parties_claim_is_contested():
    control = areas(crown=box(4.9, 0, 5.2, 1), league=box(5.1, 0, 5.5, 1))
    found = crossed([WAY], [44_000.0], control)[0].held_m
    assert found == pytest.approx({"crown": 11_000, "contested": 11_000, "league": 22_000}, rel=1e-3)


def test_contested_ground_is_told_apart_from_ground_that_nobody_knows():
    control = areas(crown=box(4.9, 0, 5.1, 1), contested=box(5.1, 0, 5.2, 1), unknown=box(5.2, 0, 5.3, 1))
    found = crossed([WAY], [44_000.0], control)[0].held_m
    assert found == pytest.approx({"": 22_000, "contested": 11_000, "crown": 11_000}, rel=1e-3)


def test_the_parts_add_up_to_the_length_that_was_given():
    control = areas(crown=box(4.9, 0, 5.15, 1))
    assert sum(crossed([WAY], [61_234.5], control)[0].held_m.values()) == pytest.approx(61_234.5, rel=1e-12)


def test_without_a_way_or_without_areas_there_is_nothing_to_part():
    assert crossed([None], [0.0], areas(crown=box(4, 0, 6, 1))) == [Crossed({}, ())]
    assert crossed([WAY, None], [44_000.0, 0.0], areas()) == [Crossed({"": 44_000.0}, ()), Crossed({}, ())]


def test_parties_stand_in_the_order_of_travel_each_time_their_ground_is_entered():
    control = areas(crown=box(4.9, 0, 5.1, 1), contested=box(5.1, 0, 5.2, 1), league=box(5.2, 0, 5.3, 1))
    assert crossed([WAY], [44_000.0], control)[0].parties == ("crown", "league")
    assert crossed([WAY.reverse()], [44_000.0], control)[0].parties == ("league", "crown")
    there_and_back = LineString([(5.0, 0.5), (5.25, 0.5), (5.0, 0.5)])
    found = crossed([there_and_back], [55_000.0], control)[0]
    assert found.parties == ("crown", "league", "crown")
    assert found.held_m == pytest.approx({"crown": 22_000, "contested": 22_000, "league": 11_000}, rel=1e-2)


def test_contested_ground_between_the_grounds_of_one_party_is_no_second_party():
    control = areas(crown=box(4.9, 0, 5.1, 1), contested=box(5.1, 0, 5.2, 1)).set_index("party")
    control.loc["crown", "geometry"] = control.loc["crown", "geometry"].union(box(5.2, 0, 5.5, 1))
    assert crossed([WAY], [44_000.0], control.reset_index())[0].parties == ("crown",)


def test_the_parts_are_those_of_the_whole_line():
    rng = np.random.default_rng(3)
    for _ in range(50):
        line = LineString(np.cumsum(rng.uniform(0.001, 0.02, (40, 2)), axis=0))  # never back over itself
        west, south = rng.uniform(0, 0.3, 2)
        ground = box(west, south, west + 0.2, south + 0.2)
        found = crossed([line], [1.0], areas(crown=ground))[0]
        wanted = gpd.GeoSeries([line, line.intersection(ground)], crs="EPSG:4326").to_crs("EPSG:32631").length
        assert found.held_m.get("crown", 0.0) == pytest.approx(wanted[1] / wanted[0], abs=1e-4)


@pytest.mark.parametrize("place", [(5, 0.5), (37.1, 36.2), (-179.9, 10), (180, 10), (31, -25), (-70, -33)])
def test_ways_are_measured_in_the_zone_that_proj_would_take(place):
    line = gpd.GeoSeries([LineString([place, (place[0] - 0.01, place[1])])], crs="EPSG:4326")
    assert line.estimate_utm_crs() == utm(*line.total_bounds)
