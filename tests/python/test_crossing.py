# SPDX-License-Identifier: Apache-2.0
"""Whose ground a way crosses."""

from __future__ import annotations

import geopandas as gpd
import pytest
from aidway.crossing import held_m
from shapely import LineString, box

WAY = LineString([(5.0, 0.5), (5.4, 0.5)])


def areas(**held) -> gpd.GeoDataFrame:
    return gpd.GeoDataFrame({"party": list(held)}, geometry=list(held.values()), crs="EPSG:4326")


def test_a_way_is_parted_where_it_leaves_a_partys_ground():
    control = areas(crown=box(4.9, 0, 5.1, 1), league=box(5.1, 0, 5.3, 1))
    found = held_m([WAY], [44_000.0], control)[0]
    assert list(found) == ["league", "", "crown"]
    assert found == pytest.approx({"league": 22_000, "": 11_000, "crown": 11_000}, rel=1e-3)


def test_ground_that_two_parties_claim_is_contested():
    control = areas(crown=box(4.9, 0, 5.2, 1), league=box(5.1, 0, 5.5, 1))
    found = held_m([WAY], [44_000.0], control)[0]
    assert found == pytest.approx({"crown": 11_000, "contested": 11_000, "league": 22_000}, rel=1e-3)


def test_contested_ground_is_told_apart_from_ground_that_nobody_knows():
    control = areas(crown=box(4.9, 0, 5.1, 1), contested=box(5.1, 0, 5.2, 1), unknown=box(5.2, 0, 5.3, 1))
    found = held_m([WAY], [44_000.0], control)[0]
    assert found == pytest.approx({"": 22_000, "contested": 11_000, "crown": 11_000}, rel=1e-3)


def test_the_parts_add_up_to_the_length_that_was_given():
    control = areas(crown=box(4.9, 0, 5.15, 1))
    assert sum(held_m([WAY], [61_234.5], control)[0].values()) == pytest.approx(61_234.5, rel=1e-12)


def test_without_a_way_or_without_areas_there_is_nothing_to_part():
    assert held_m([None], [0.0], areas(crown=box(4, 0, 6, 1))) == [{}]
    assert held_m([WAY, None], [44_000.0, 0.0], areas()) == [{"": 44_000.0}, {}]
