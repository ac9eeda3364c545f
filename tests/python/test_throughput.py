# SPDX-License-Identifier: Apache-2.0
"""How many trucks a day gates let through."""

from __future__ import annotations

import math
from datetime import timedelta

import aidway as aw
import pytest
from aidway import publication

AT = "2016-07-15"


@pytest.fixture
def scenario(tiny) -> aw.Scenario:
    """Gates that only a term opens: by clearance nobody passes."""
    gates = tiny / "data" / "gate_status.csv"
    gates.write_text(gates.read_text().replace("by_clearance", "closed"))
    return aw.read_scenario(tiny)


def test_inspection_lets_through_lanes_times_hours_over_the_time_per_truck(scenario):
    # One lane, 06:00 to 18:00, six minutes a truck: 120 trucks at the bridge.
    found = aw.throughput(scenario, "one-road", "oldmere", at=AT)
    assert found.to_dict("records") == [
        {"gate": "bridge", "title": "Wend bridge", "trucks_per_day": 120, "by": "inspection", "term": "open_road/river"}
    ]
    assert found.attrs == {"trucks_per_day": 120.0, "at_least": 120.0, "exact": True, "reachable": True}


def test_two_roads_add_up(scenario):
    # Nine minutes a truck at the pass, within the hours of movement: 80 trucks more.
    found = aw.throughput(scenario, "two-roads", "oldmere", at=AT)
    assert found.attrs["trucks_per_day"] == 200
    assert found["gate"].tolist() == ["bridge", "pass"]


def test_a_cap_of_a_term_binds_where_it_is_less(scenario):
    capped = [{"open_road": {"road": "river", "for": ["aid"], "trucks_per_day": 15}, "obliges": ["crown", "league"]}]
    changed = scenario.with_agreement("capped", terms=capped, effective_from="2016-06-15T12:00")
    found = aw.throughput(changed, "capped", "oldmere", at=AT)
    assert found.attrs["trucks_per_day"] == 15
    assert set(found["by"]) == {"cap"}


def test_without_a_way_nothing_comes_and_without_counting_gates_any_number(scenario, tiny):
    none = aw.throughput(scenario, "status-quo", "oldmere", at=AT)
    assert (none.attrs["trucks_per_day"], none.attrs["reachable"], len(none)) == (0, False, 0)
    written = (tiny / "scenario.yaml").read_text()
    (tiny / "scenario.yaml").write_text(written.replace("inspection: 6 min", "inspection: 0 min"))
    free = aw.throughput(aw.read_scenario(tiny), "one-road", "oldmere", at=AT)
    assert math.isinf(free.attrs["trucks_per_day"])
    assert len(free) == 0


def test_throughput_of_a_period_still_running_is_not_public(scenario, monkeypatch):
    monkeypatch.setattr(publication, "MINIMUM_AGE", timedelta(days=365 * 1000))
    with pytest.raises(aw.PublicationError, match="the period ends on"):
        aw.throughput(scenario, "one-road", "oldmere")
    assert aw.throughput(scenario, "one-road", "oldmere", public=False).attrs["reachable"]


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"agreement": "two-road"}, "no agreement 'two-road'; did you mean 'two-roads'?"),
        ({"to": "oldmer"}, "no community 'oldmer'; did you mean 'oldmere'?"),
        ({"at": "2017-01-01"}, "the period runs from 2016-06-01 to 2016-07-31"),
    ],
)
def test_throughput_refuses_what_is_not_there_and_names_the_nearest(scenario, wrong, message):
    legal = {"agreement": "two-roads", "to": "oldmere", "at": "2016-07-01"}
    assert aw.throughput(scenario, **legal).attrs["exact"]
    with pytest.raises(aw.RequestError) as refusal:
        aw.throughput(scenario, **{**legal, **wrong})
    assert message in str(refusal.value)


def test_the_command_tells_what_gates_let_through(aidway, scenario, tiny):
    said = aidway("routes", tiny, "--agreement", "one-road", "--to", "oldmere", "--at", AT).out.splitlines()[-2]
    assert said == "gates let through 120 trucks a day; no more than that at bridge (120 by inspection)"
    said = aidway("routes", tiny, "--agreement", "status-quo", "--to", "oldmere").out.splitlines()[-2]
    assert said == "gates let through no truck: there is no way"
