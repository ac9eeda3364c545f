# SPDX-License-Identifier: Apache-2.0
"""The fewest gates to open, so that places are served."""

from __future__ import annotations

from datetime import timedelta

import aidway as aw
import numpy as np
import pytest
from aidway import publication


@pytest.fixture
def scenario(tiny) -> aw.Scenario:
    """Gates that only a term opens: by clearance nobody passes."""
    gates = tiny / "data" / "gate_status.csv"
    gates.write_text(gates.read_text().replace("by_clearance", "closed"))
    return aw.read_scenario(tiny)


def test_one_gate_serves_both_towns(scenario):
    # The two towns are joined by a track behind both gates.
    found = aw.minimum_openings(scenario, "status-quo", ["oldmere", "tarnwick"])
    assert found["gate"].tolist() in (["bridge"], ["pass"])
    assert found["places"].tolist() == [("oldmere", "tarnwick")]
    assert found.attrs["exact"]
    assert found.attrs["lower_bound"] == 1
    assert set(found.attrs["time_s"]) == {"oldmere", "tarnwick"}


def test_a_gate_is_told_with_its_holder_and_the_terms_that_open_it(scenario):
    row = aw.minimum_openings(scenario, "status-quo", "oldmere").iloc[0]
    assert row["gate"] == "bridge"
    assert row["title"] == "Wend bridge"
    assert row["held_by"] == ("The Crown", "The River League")
    assert row["opened_by"] == {"one-road": "open_road/river", "two-roads": "open_road/river"}


def test_opening_what_it_says_is_enough_and_as_fast_as_it_says(scenario):
    found = aw.minimum_openings(scenario, "status-quo", "oldmere", at="2016-07-15")
    opened = aw.reach(scenario, "one-road", at="2016-07-15").set_index("community")
    assert found.attrs["time_s"]["oldmere"] == pytest.approx(opened.loc["oldmere", "time_s"])


def test_nothing_has_to_open_for_who_is_reached(scenario):
    found = aw.minimum_openings(scenario, "two-roads", ["oldmere", "tarnwick"])
    assert len(found) == 0
    assert found.attrs["exact"]
    assert set(found.attrs["time_s"]) == {"oldmere", "tarnwick"}


def test_for_one_place_it_is_what_routes_blame(scenario):
    ways = aw.routes(scenario, "status-quo", "tarnwick")
    fewest = min(ways["closed_gates"], key=len)
    assert len(aw.minimum_openings(scenario, "status-quo", "tarnwick")) == len(fewest)


def test_in_public_gates_are_told_at_rounded_places(scenario):
    shown = aw.minimum_openings(scenario, "status-quo", "oldmere").geometry.iloc[0]
    exact = aw.minimum_openings(scenario, "status-quo", "oldmere", public=False).geometry.iloc[0]
    assert np.allclose([shown.x, shown.y], publication.coarsen([exact.x, exact.y]))
    assert not shown.equals(exact)


def test_openings_in_a_period_still_running_are_not_public(scenario, monkeypatch):
    monkeypatch.setattr(publication, "MINIMUM_AGE", timedelta(days=365 * 1000))
    with pytest.raises(aw.PublicationError, match="the period ends on"):
        aw.minimum_openings(scenario, "status-quo", "oldmere")
    assert len(aw.minimum_openings(scenario, "status-quo", "oldmere", public=False)) == 1


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"agreement": "two-road"}, "no agreement 'two-road'; did you mean 'two-roads'?"),
        ({"to": ["oldmere", "oldmer"]}, "no community 'oldmer'; did you mean 'oldmere'?"),
        ({"to": []}, "openings are for communities: name at least one"),
        ({"at": "2017-01-01"}, "the period runs from 2016-06-01 to 2016-07-31"),
    ],
)
def test_openings_refuse_what_is_not_there_and_name_the_nearest(scenario, wrong, message):
    legal = {"agreement": "two-roads", "to": ["oldmere"], "at": "2016-07-01"}
    assert len(aw.minimum_openings(scenario, **legal)) == 0
    with pytest.raises(aw.RequestError) as refusal:
        aw.minimum_openings(scenario, **{**legal, **wrong})
    assert message in str(refusal.value)


def test_the_command_tells_gates_places_and_how_many(aidway, scenario, tiny):
    asked = ["openings", tiny, "--agreement", "status-quo", "--to", "oldmere", "--to", "tarnwick"]
    said = aidway(*asked).out.splitlines()
    assert "opened by" in said[0]
    assert said[-1] == "gates to open: 1"
    assert any(line.startswith("tarnwick: then ") for line in said)
    called = aidway("openings", tiny, "--agreement", "status-quo", "--to", "oldmer")
    assert (called.code, called.err) == (2, "aidway: no community 'oldmer'; did you mean 'oldmere'?\n")
