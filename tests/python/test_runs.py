# SPDX-License-Identifier: Apache-2.0
"""What runs answer, against numbers worked out by hand."""

import aidway as aw
import numpy as np
import pytest


def row(table, **keys):
    for key, value in keys.items():
        table = table[table[key] == value]
    assert len(table) == 1
    return table.iloc[0]


# Two outcomes of one value, two waterfalls of three reasons, one funnel of two stages and three measures.
PARTS = 2 + 2 * 3 + 2 * 3


def test_summary_has_one_row_per_agreement_outcome_arm_community_and_part(small_runs):
    found = small_runs.summary()
    assert len(found) == 2 * 2 * 1 * PARTS
    assert not found.duplicated(["agreement", "outcome", "arm", "community", "part"]).any()
    assert set(found[found["outcome"] == "rations_delivered"]["part"]) == {""}
    assert set(found[found["outcome"] == "reasons"]["part"]) == {"delivered", "refused", "never_planned"}


def test_what_is_counted_at_a_stage_is_its_unit(small_runs):
    found = row(small_runs.summary(), agreement="open", arm="as_kept", part="delivered people")
    assert (found["outcome"], found["mean"], found["unit"]) == ("funnel", 300.0, "people")


def test_compare_pairs_the_parts_of_a_waterfall(small_runs):
    found = small_runs.compare("open", to="closed", outcome="need_waterfall", arm="as_kept")
    # 40, 60, 50, 50 more delivered: mean 50, sample variance 200/3, over 4 replicates.
    delivered = row(found, part="delivered")
    assert delivered["mean"] == 50.0
    assert delivered["standard_error"] == pytest.approx(np.sqrt(200 / 3 / 4), rel=1e-12)
    assert found["mean"].sum() == 200.0


def test_summary_tells_the_mean_and_its_standard_error(small_runs):
    found = row(small_runs.summary(), agreement="open", outcome="rations_delivered", arm="as_kept", community="town")
    # 3, 1, 2, 2: mean 2, sample variance 2/3, over 4 replicates.
    assert found["mean"] == 2.0
    assert found["standard_error"] == pytest.approx(np.sqrt(2 / 3 / 4), rel=1e-12)
    assert 1.0 <= found["low"] <= 2.0 <= found["high"] <= 3.0
    assert (found["unit"], found["better"], found["safe"]) == ("rations", "higher", "yes")


def test_compare_pairs_replicate_with_replicate(small_runs):
    found = row(small_runs.compare("open", to="closed", outcome="rations_delivered", arm="as_kept"), community="town")
    # Differences 2, -1, 0, 1.
    assert found["mean"] == 0.5
    assert found["p_better"] == 0.5
    assert found["p_tie"] == 0.25
    assert found["largest_regret"] == 1.0


def test_compare_knows_which_direction_is_better(small_runs):
    found = row(small_runs.compare("open", to="closed", outcome="unmet_rations", arm="as_kept"), community="town")
    # The same differences, of which only -1 is now an improvement, and 2 the largest regret.
    assert found["mean"] == 0.5
    assert found["p_better"] == 0.25
    assert found["p_tie"] == 0.25
    assert found["largest_regret"] == 2.0


def test_comparing_an_agreement_with_itself_is_a_tie_without_regret(small_runs):
    found = small_runs.compare("open", to="open", arm="as_kept")
    assert (found["p_tie"] == 1.0).all()
    assert (found["mean"] == 0.0).all()
    assert (found["largest_regret"] == 0.0).all()


def test_compare_gives_all_outcomes_and_both_arms_unless_told(small_runs):
    assert len(small_runs.compare("open", to="closed")) == 2 * PARTS
    assert set(small_runs.compare("open", to="closed", outcome="unmet_rations")["arm"]) == {"as_signed", "as_kept"}


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"agreement": "opened"}, "no agreement 'opened'; did you mean 'open'?"),
        ({"to": "close"}, "no agreement 'close'; did you mean 'closed'?"),
        ({"outcome": "unmet_ration"}, "no outcome 'unmet_ration'; did you mean 'unmet_rations'?"),
        ({"outcome": "weekly_coverage"}, "no outcome 'weekly_coverage'"),  # known by the week, not by the replicate
        ({"arm": "kept"}, "no arm 'kept'"),
    ],
)
def test_compare_refuses_what_is_not_there_and_names_the_nearest(small_runs, wrong, message):
    legal = {"agreement": "open", "to": "closed", "outcome": "unmet_rations", "arm": "as_kept"}
    assert len(small_runs.compare(**legal)) == 1
    with pytest.raises(aw.UnknownNameError) as refusal:
        small_runs.compare(**{**legal, **wrong})
    assert str(refusal.value).startswith(message)


def test_why_undelivered_tells_of_the_need_unless_asked_for_the_plan(small_runs):
    found = small_runs.why_undelivered("open")
    kept = found[found["arm"] == "as_kept"].set_index("reason")
    assert kept["rations"].to_dict() == {"delivered": 50.0, "refused": 20.0, "never_planned": 130.0}
    assert kept["share"].to_dict() == {"delivered": 0.25, "refused": 0.1, "never_planned": 0.65}
    assert 40.0 <= kept["low"]["delivered"] < 50.0 < kept["high"]["delivered"] <= 60.0
    assert (kept["low"]["refused"], kept["high"]["refused"], kept["standard_error"]["refused"]) == (20.0, 20.0, 0.0)
    found = small_runs.why_undelivered("open", of="plan")
    kept = found[found["arm"] == "as_kept"].set_index("reason")
    assert kept["rations"].to_dict() == {"delivered": 60.0, "refused": 30.0, "never_planned": 10.0}
    assert kept["share"].to_dict() == {"delivered": 0.6, "refused": 0.3, "never_planned": 0.1}


def test_why_undelivered_refuses_another_waterfall(small_runs):
    with pytest.raises(aw.UnknownNameError, match="no waterfall 'needs'; did you mean 'need'"):
        small_runs.why_undelivered("open", of="needs")


def test_where_nothing_was_needed_there_is_no_share(small_runs):
    found = small_runs.why_undelivered("closed")
    assert (found["rations"] == 0.0).all()
    assert found["share"].isna().all()


def test_the_funnel_tells_how_far_requests_came(small_runs):
    found = small_runs.funnel("open")
    assert list(found.columns[:5]) == ["arm", "community", "stage", "measure", "mean"]
    for measure, many in {"requests": 3.0, "people": 300.0, "rations": 60.0}.items():
        told = row(found, arm="as_kept", community="town", stage="delivered", measure=measure)
        assert (told["mean"], told["low"], told["high"]) == (many, many, many)
    with pytest.raises(aw.UnknownNameError, match="no agreement 'opn'; did you mean 'open'"):
        small_runs.funnel("opn")


def test_enough_replicates_have_a_small_error_beside_their_interval(small_runs):
    found = small_runs.summary()
    assert row(found, agreement="open", outcome="unmet_rations", arm="as_signed", community="town")["enough"]
    assert not row(found, agreement="open", outcome="unmet_rations", arm="as_kept", community="town")["enough"]


def with_people(runs, away):
    """Return the runs with outcomes that follow people: 1,000 rations needed, `away` person-days under `open`."""
    dims = ("agreement", "arm", "replicate", "community")
    gone = np.zeros((2, 2, 4, 1))
    gone[1] = away
    like = dict(runs.dataset["unmet_rations"].attrs)
    dataset = runs.dataset.assign(
        displaced_person_days=(dims, gone, {**like, "safe": "yes"}),
        rations_needed=(dims, np.full((2, 2, 4, 1), 1000.0), {**like, "safe": "yes"}),
        coverage=(
            dims,
            np.ones((2, 2, 4, 1)),
            {**like, "safe": "only if displaced person-days differ by less than 1 %"},
        ),
    )
    return aw.Runs(dataset, runs.provenance)


@pytest.mark.parametrize(
    ("away", "said"), [(10.0, ""), (10.1, "not safe alone: displaced person-days differ by 1.0 % of the need")]
)
def test_compare_says_where_leaving_makes_coverage_unsafe(small_runs, away, said):
    found = with_people(small_runs, away).compare("open", to="closed", arm="as_kept")
    assert row(found, outcome="coverage")["caution"] == said
    assert row(found, outcome="rations_delivered")["caution"] == "", "safe whoever is there"


def test_an_outcome_of_the_whole_scenario_has_no_community(small_runs):
    counts = np.arange(16.0).reshape(2, 2, 4)
    about = dict(small_runs.dataset["unmet_rations"].attrs)
    runs = aw.Runs(
        small_runs.dataset.assign(incidents=(("agreement", "arm", "replicate"), counts, about)), small_runs.provenance
    )
    found = row(runs.summary(), agreement="closed", outcome="incidents", arm="as_signed")
    assert (found["community"], found["mean"]) == ("", 1.5)
    assert row(runs.compare("open", to="closed", outcome="incidents", arm="as_kept"))["mean"] == 8.0


def another(runs, **changes):
    return aw.Runs(runs.to_xarray(), {**runs.provenance, **changes})


def test_agreements_of_two_runs_are_compared_where_the_chances_are_the_same(small_runs):
    across = small_runs.compare("open", to="closed", other=another(small_runs))
    assert across.equals(small_runs.compare("open", to="closed"))


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"seed": 8}, r"they differ in seed \(7 and 8\)$"),
        ({"aidway_version": "0.2.0"}, r"they differ in engine version \(0\.1\.0 and 0\.2\.0\)$"),
        ({"per_point": 2}, r"they differ in replicates per parameter point \(1 and 2\)$"),
        ({"seed": 8, "per_point": 2}, r"in seed \(7 and 8\) and replicates per parameter point \(1 and 2\)$"),
    ],
)
def test_runs_that_share_no_chances_are_refused_and_told_in_what_they_differ(small_runs, changes, said):
    with pytest.raises(aw.RunsDifferError, match=said):
        small_runs.compare("open", to="closed", other=another(small_runs, **changes))


def test_runs_of_another_scenario_period_date_or_number_of_replicates_are_refused(small_runs):
    told = small_runs.provenance["scenario"]
    with pytest.raises(aw.RunsDifferError, match=r"differ in scenario \(tiny, digest 00 and tiny, digest 11\)$"):
        small_runs.compare("open", to="closed", other=another(small_runs, scenario={**told, "digest": "11"}))
    shorter = {**told, "period": {**told["period"], "to": "2016-12-01T00:00:00+02:00"}}
    with pytest.raises(aw.RunsDifferError, match="differ in period"):
        small_runs.compare("open", to="closed", other=another(small_runs, scenario=shorter))
    later = small_runs.dataset.assign_coords(week=small_runs.dataset["week"] + np.timedelta64(1, "D"))
    with pytest.raises(aw.RunsDifferError, match=r"differ in effective date \(2016-09-12T16:00:00 and 2016-09-13"):
        small_runs.compare("open", to="closed", other=aw.Runs(later, small_runs.provenance))
    fewer = small_runs.dataset.isel(replicate=slice(3))
    with pytest.raises(aw.RunsDifferError, match=r"differ in replicates \(4 and 3\)"):
        small_runs.compare("open", to="closed", other=aw.Runs(fewer, small_runs.provenance))


def test_the_dataset_handed_out_is_the_askers_own(small_runs):
    taken = small_runs.to_xarray()
    taken["rations_delivered"][:] = -1.0
    assert float(small_runs.dataset["rations_delivered"].max()) == 3.0


def test_map_refuses_a_week_beyond_the_last(small_runs):
    with pytest.raises(ValueError, match="weeks 0 to 2, and no week 3"):
        small_runs.map("open", week=3)
    with pytest.raises(aw.ScenarioChangedError, match="scenario folder nowhere/tiny is gone"):  # week 2 gets that far
        small_runs.map("open", week=2)


def test_the_chance_of_a_stock_out_rises_by_day_to_its_mean(small_runs):
    dims = ("agreement", "arm", "replicate", "community")
    about = dict(small_runs.dataset["unmet_rations"].attrs)
    out, days = np.zeros((2, 2, 4, 1)), np.full((2, 2, 4, 1), 3.5)
    out[1, 1, :, 0], days[1, 1, :, 0] = [1, 0, 1, 1], [0.5, 3.5, 2.0, 3.5]
    runs = aw.Runs(
        small_runs.dataset.assign(stock_out=(dims, out, about), days_before_stock_out=(dims, days, about)),
        small_runs.provenance,
    )
    kept = runs.stock_out_by_day("open").query("arm == 'as_kept'")
    assert kept["day"].tolist() == [1, 2, 3, 4]
    assert kept["chance"].tolist() == [0.25, 0.5, 0.5, 0.75], "who never runs empty does not on the last day either"
    assert (runs.stock_out_by_day("closed")["chance"] == 0.0).all()
    with pytest.raises(aw.UnknownNameError, match="no agreement 'opn'"):
        runs.stock_out_by_day("opn")


def test_limits_are_those_of_the_report_and_shrink_with_what_the_scenario_has(tiny):
    runs = aw.simulate(aw.read_scenario(tiny), ["status-quo"], replicates=4, seed=1)
    limits = runs.limits()
    assert list(limits.columns) == ["name", "meaning"]
    assert {"deaths", "whether anyone would sign", "medicine"} <= set(limits["name"])
    assert "violence" not in set(limits["name"]), "the tiny scenario has incidents"
