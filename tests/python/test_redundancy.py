# SPDX-License-Identifier: Apache-2.0
"""How many ways lead to a place that share no road."""

from __future__ import annotations

from datetime import timedelta

import aidway as aw
import pytest
from aidway import publication


@pytest.fixture
def scenario(tiny) -> aw.Scenario:
    return aw.read_scenario(tiny)


def test_a_second_open_road_is_a_second_way(tiny):
    gates = tiny / "data" / "gate_status.csv"
    gates.write_text(gates.read_text().replace("by_clearance", "closed"))
    scenario = aw.read_scenario(tiny)
    ways = {name: aw.redundancy(scenario, name, "oldmere", at="2016-07-15") for name in scenario.agreements}
    assert {name: len(found) for name, found in ways.items()} == {"status-quo": 0, "one-road": 1, "two-roads": 2}
    two = ways["two-roads"]
    assert two["driving_s"].is_monotonic_increasing
    first, second = (set(gates) for gates in two["gates"])
    assert not first & second


def test_the_fastest_of_the_ways_is_a_route(scenario):
    ways = aw.redundancy(scenario, "two-roads", "oldmere", public=False)
    routes = aw.routes(scenario, "two-roads", "oldmere", public=False)
    assert ways["length_m"].min() == pytest.approx(routes.loc[routes["reachable"], "length_m"].min())


def test_ways_of_a_period_still_running_are_not_public(scenario, monkeypatch):
    monkeypatch.setattr(publication, "MINIMUM_AGE", timedelta(days=365 * 1000))
    with pytest.raises(aw.PublicationError, match="the period ends on"):
        aw.redundancy(scenario, "two-roads", "oldmere")
    assert len(aw.redundancy(scenario, "two-roads", "oldmere", public=False)) > 0


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"agreement": "two-road"}, "no agreement 'two-road'; did you mean 'two-roads'?"),
        ({"to": "oldmer"}, "no community 'oldmer'; did you mean 'oldmere'?"),
        ({"at": "2017-01-01"}, "the period runs from 2016-06-01 to 2016-07-31"),
    ],
)
def test_redundancy_refuses_what_is_not_there_and_names_the_nearest(scenario, wrong, message):
    legal = {"agreement": "two-roads", "to": "oldmere", "at": "2016-07-01"}
    assert len(aw.redundancy(scenario, **legal)) > 0
    with pytest.raises(aw.RequestError) as refusal:
        aw.redundancy(scenario, **{**legal, **wrong})
    assert message in str(refusal.value)
