# SPDX-License-Identifier: Apache-2.0
"""What may leave the house."""

from datetime import UTC, datetime, timedelta

import aidway as aw
import numpy as np
import pytest
from aidway import publication

END = datetime(2016, 12, 21, 22, tzinfo=UTC)


def test_a_period_must_have_ended_ninety_days_ago():
    end_s = int(END.timestamp())
    publication.require_past(end_s, now=END + timedelta(days=90))
    with pytest.raises(aw.PublicationError, match=r"ends on 21 December 2016, .* less than 90 days ago"):
        publication.require_past(end_s, now=END + timedelta(days=90, seconds=-1))


def test_nothing_finer_than_a_week():
    publication.require_weekly(timedelta(days=7), what="a table")
    with pytest.raises(aw.PublicationError, match="a table is finer than a week"):
        publication.require_weekly(timedelta(days=7, seconds=-1), what="a table")


def test_coordinates_are_coarsened_to_a_tenth_of_a_degree():
    found = publication.coarsen([37.172, 36.25, -0.04, 36.35])
    assert found.tolist() == [37.2, 36.2, 0.0, 36.4]
    assert publication.coarsen(np.zeros((2, 3))).shape == (2, 3)


def test_coarsening_twice_changes_nothing():
    once = publication.coarsen(np.linspace(-180.0, 180.0, 1001))
    assert (publication.coarsen(once) == once).all()


def test_a_report_on_a_period_still_running_is_refused(small_runs, small_provenance, tmp_path):
    soon = datetime.now(UTC) + timedelta(days=30)
    small_provenance["scenario"]["period"]["to"] = soon.isoformat()
    recent = aw.Runs(small_runs.dataset, small_provenance)
    with pytest.raises(aw.PublicationError, match="less than 90 days ago"):
        recent.report(tmp_path / "report.html")
    with pytest.raises(aw.PublicationError, match="less than 90 days ago"):
        recent.map("open")
    assert not (tmp_path / "report.html").exists()


def test_an_event_log_has_no_public_form(tiny):
    scenario = aw.read_scenario(tiny)
    asked = {"agreement": scenario.agreements[0], "seed": 1, "replicate": 0}
    with pytest.raises(aw.PublicationError, match=r"timetable of trips, .* --no-public"):
        aw.replay(scenario, **asked)
    events = aw.replay(scenario, **asked, public=False)
    assert list(events.columns) == ["time_s", "kind", "entity", "community", "goods", "mass_kg", "reason"]
    assert events["time_s"].is_monotonic_increasing


def test_public_ways_begin_near_their_depot_and_others_at_it(tiny):
    text = (tiny / "scenario.yaml").read_text()
    (tiny / "scenario.yaml").write_text(text.replace("at: [5.0, 0.2]", "at: [5.001, 0.201]"))
    scenario = aw.read_scenario(tiny)
    exact = scenario.routes("two-roads", "oldmere", public=False)
    shown = scenario.routes("two-roads", "oldmere")
    begins = [line.coords[0] for line in shown.geometry]
    assert [tuple(publication.coarsen(line.coords[0]).tolist()) for line in exact.geometry] == begins
    assert [line.coords[1:] for line in exact.geometry] == [line.coords[1:] for line in shown.geometry]
    assert shown.drop(columns="geometry").equals(exact.drop(columns="geometry"))


def test_ways_on_surveyed_roads_are_told_but_not_drawn(tiny):
    text = (tiny / "scenario.yaml").read_text()
    (tiny / "scenario.yaml").write_text(text.replace("schematic: true", "schematic: false"))
    scenario = aw.read_scenario(tiny)
    shown = scenario.routes("two-roads", "oldmere")
    assert shown["reachable"].any()
    assert shown.geometry.isna().all()
    assert scenario.routes("two-roads", "oldmere", public=False).geometry.notna().any()


def test_ways_of_a_period_still_running_are_not_public(tiny, monkeypatch):
    scenario = aw.read_scenario(tiny)
    monkeypatch.setattr(publication, "MINIMUM_AGE", timedelta(days=365 * 1000))
    with pytest.raises(aw.PublicationError, match="the period ends on"):
        scenario.routes("two-roads", "oldmere")
    assert len(scenario.routes("two-roads", "oldmere", public=False)) > 0
