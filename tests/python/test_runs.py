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


def test_summary_has_one_row_per_agreement_outcome_arm_and_community(small_runs):
    found = small_runs.summary()
    assert len(found) == 2 * 2 * 2 * 1
    assert not found.duplicated(["agreement", "outcome", "arm", "community"]).any()


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
    assert len(small_runs.compare("open", to="closed")) == 2 * 2
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


def test_why_undelivered_shares_add_up(small_runs):
    found = small_runs.why_undelivered("open")
    kept = found[found["arm"] == "as_kept"].set_index("reason")
    assert kept["rations"].to_dict() == {"delivered": 60.0, "refused": 30.0, "never_planned": 10.0}
    assert kept["share"].to_dict() == {"delivered": 0.6, "refused": 0.3, "never_planned": 0.1}


def test_where_nothing_was_needed_there_is_no_share(small_runs):
    found = small_runs.why_undelivered("closed")
    assert (found["rations"] == 0.0).all()
    assert found["share"].isna().all()


def test_the_dataset_handed_out_is_the_askers_own(small_runs):
    taken = small_runs.to_xarray()
    taken["rations_delivered"][:] = -1.0
    assert float(small_runs.dataset["rations_delivered"].max()) == 3.0


def test_map_refuses_a_week_beyond_the_last(small_runs):
    with pytest.raises(ValueError, match="weeks 0 to 2, and no week 3"):
        small_runs.map("open", week=3)
    with pytest.raises(aw.ScenarioChangedError, match="scenario folder nowhere/tiny is gone"):  # week 2 gets that far
        small_runs.map("open", week=2)
