# SPDX-License-Identifier: Apache-2.0
"""What may leave the house."""

from datetime import UTC, datetime, timedelta

import aidway as aw
import numpy as np
import pytest
import xarray as xr
from aidway import joining, publication

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
    assert list(events.columns) == ["time_s", "kind", "entity", "community", "goods", "mass_kg", "volume_m3", "reason"]
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


def small_and_large(tmp_path):
    """Return runs of two communities of one enclave, of which one has 3,000 people."""
    from synthetic_runs import synthetic_runs

    runs = synthetic_runs("clear", tmp_path, replicates=20)
    told = dict(runs.provenance)
    east, west = ({**about} for about in told["communities"].values())
    told["communities"] = {"eastern-aleppo": east, "western-aleppo": {**west, "population": 3000}}
    members = [
        {
            "path": f"enclaves/whole-city/members/{place}",
            "value": name,
            "sources": [],
            "confidence": "assumed",
            "note": "",
        }
        for place, name in enumerate(told["communities"])
    ]
    told["values"] = [*told["values"], *members]
    return runs, aw.Runs(runs.dataset, told, runs.scenario)


def test_communities_under_five_thousand_people_are_told_only_as_part_of_their_enclave(tmp_path):
    plain, runs = small_and_large(tmp_path)
    shown = joining.joined(runs)
    assert shown.communities == ("whole-city",)
    assert shown.provenance["communities"]["whole-city"]["population"] == 253_000
    assert set(shown.outcomes) == set(plain.outcomes)
    delivered = shown.dataset["rations_delivered"].squeeze("community", drop=True)
    assert (delivered == plain.dataset["rations_delivered"].sum("community")).all()
    assert (shown.dataset["longest_gap"].squeeze("community") == plain.dataset["longest_gap"].max("community")).all()
    gaps, still = plain.dataset["longest_gap"], plain.dataset["longest_gap_open"]
    of_longest = still.where(gaps == gaps.max("community")).max("community")
    assert (shown.dataset["longest_gap_open"].squeeze("community") == of_longest).all()
    need = plain.dataset["rations_needed"] - plain.dataset["displaced_person_days"]
    eaten = (plain.dataset["coverage"] * need).sum("community") / need.sum("community")
    assert np.allclose(shown.dataset["coverage"].squeeze("community"), eaten, rtol=1e-12, atol=0.0)


def test_what_came_by_air_is_a_share_of_what_came_to_all_who_are_told_together(tmp_path):
    _, runs = small_and_large(tmp_path)
    one, other = runs.communities
    delivered = runs.dataset["rations_delivered"] * 0
    delivered.loc[{"community": one}] = 300.0
    delivered.loc[{"community": other}] = 100.0
    by_air = xr.zeros_like(delivered) + xr.DataArray([0.5, 1.0], dims="community", coords={"community": [one, other]})
    dataset = runs.dataset.assign(rations_delivered=delivered, share_by_air=by_air.transpose(*delivered.dims))
    shown = joining.joined(aw.Runs(dataset, runs.provenance, runs.scenario)).dataset["share_by_air"]
    assert np.allclose(shown, (0.5 * 300 + 1.0 * 100) / 400, rtol=1e-12, atol=0.0)
    nothing = dataset.assign(rations_delivered=delivered * 0, share_by_air=by_air.transpose(*delivered.dims) * 0)
    assert (joining.joined(aw.Runs(nothing, runs.provenance, runs.scenario)).dataset["share_by_air"] == 0).all()


def test_large_communities_are_told_as_they_are(tmp_path):
    plain, _ = small_and_large(tmp_path)
    assert joining.joined(plain) is plain


def test_the_smallest_community_that_is_told_has_five_thousand_people():
    assert joining.groups({"a": 5000, "b": 9000}, {"both": ["a", "b"]}) == {"a": ["a"], "b": ["b"]}
    assert joining.groups({"a": 4999, "b": 9000}, {"both": ["a", "b"]}) == {"both": ["a", "b"]}
    assert joining.groups({"a": 4999, "c": 7000}, {"alone": ["a"], "other": ["c"]}) == {"a": ["a"], "c": ["c"]}


def test_a_public_report_names_no_small_community_and_another_does(tmp_path):
    _, runs = small_and_large(tmp_path)
    public = runs.report(tmp_path / "public.html").read_text()
    own = runs.report(tmp_path / "own.html", public=False).read_text()
    assert "Whole City (2 places), what people eat" in public
    assert "Western Aleppo, what people eat" not in public
    assert "Western Aleppo, what people eat" in own


def test_a_small_community_is_asked_of_for_your_own_eyes_only(tiny):
    written = (tiny / "scenario.yaml").read_text()
    (tiny / "scenario.yaml").write_text(written.replace("population: 9000", "population: 4999"))
    scenario = aw.read_scenario(tiny)
    for ask in (aw.routes, aw.redundancy, aw.throughput, aw.minimum_openings):
        with pytest.raises(aw.PublicationError, match="fewer than 5,000 people live in tarnwick"):
            ask(scenario, "two-roads", to="tarnwick")
        assert ask(scenario, "two-roads", to="tarnwick", public=False) is not None
        assert ask(scenario, "two-roads", to="oldmere") is not None
    with pytest.raises(aw.PublicationError, match="tarnwick"):
        aw.routes(scenario, "two-roads", to="oldmere", from_="tarnwick")
