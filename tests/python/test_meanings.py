# SPDX-License-Identifier: Apache-2.0
"""Every outcome says what it means wherever it is told, in the same words."""

import io

import aidway as aw
import pandas as pd
import pytest
from aidway import _engine
from aidway.meanings import DENOMINATORS, is_ratio, meaning, verdict

COLUMNS = ["name", "label", "unit", "definition", "denominator", "better", "safe", "safe_note"]


@pytest.fixture
def runs(tiny):
    return aw.simulate(aw.read_scenario(tiny), replicates=4)


@pytest.mark.parametrize("row", _engine.outcome_table(), ids=lambda row: row["name"])
def test_a_ratio_has_a_denominator_and_nothing_else_has(row):
    assert bool(DENOMINATORS.get(row["name"])) == is_ratio(row["unit"])


def test_every_denominator_belongs_to_an_outcome():
    assert set(DENOMINATORS) <= {row["name"] for row in _engine.outcome_table()}


@pytest.mark.parametrize(
    ("safe", "word", "note"),
    [
        ("yes", "yes", ""),
        ("yes: but leaving is not success", "yes", "but leaving is not success"),
        ("no: announced people are not rations", "no", "announced people are not rations"),
        ("beside rations delivered", "with care", "beside rations delivered"),
        ("never alone: all may be equally hungry", "with care", "never alone: all may be equally hungry"),
    ],
)
def test_what_is_said_of_comparing_is_a_word_and_a_note(safe, word, note):
    assert verdict(safe) == (word, note)


def test_a_meaning_in_one_paragraph_says_everything():
    about = {row["name"]: row for row in _engine.outcome_table()}["removed_and_lost"]
    assert meaning("removed_and_lost", about).text == (
        "Mass of goods removed or lost under way, over that and what was delivered. Unit: share. "
        "Out of: goods removed, lost under way and delivered, by mass. Lower is better. "
        "Safe to compare: with care (beside rations delivered)."
    )


def test_definitions_have_a_row_for_every_outcome_of_the_runs(runs):
    found = runs.definitions()
    assert list(found.columns) == COLUMNS
    # The mean of a weekly outcome is told with it.
    weekly = {f"{name}_mean" for name in runs.dataset.data_vars if str(name).startswith("weekly_")}
    assert set(found["name"]) == set(runs.dataset.data_vars) - weekly
    assert (found["definition"] != "").all()
    assert set(found["safe"]) == {"yes", "no", "with care"}


def test_every_table_of_outcomes_says_what_they_mean(runs):
    name, base = runs.agreements[0], runs.agreements[-1]
    told = {row["name"]: row for row in runs.definitions().to_dict("records")}
    for table in (runs.summary(), runs.compare(name, to=base)):
        assert table.attrs["outcomes"] == {outcome: told[outcome] for outcome in table["outcome"].unique()}
    for table, outcome in (
        (runs.why_undelivered(name), "need_waterfall"),
        (runs.why_undelivered(name, of="plan"), "reasons"),
        (runs.funnel(name), "funnel"),
        (runs.stock_out_by_day(name), "stock_out"),
    ):
        assert table.attrs["outcomes"] == {outcome: told[outcome]}
    assert "obligations_kept" in runs.ledger(name).attrs["outcomes"]


def test_rival_models_say_what_their_outcomes_mean(tiny):
    found = aw.compare_answer_models(aw.read_scenario(tiny), replicates=2)
    assert found.attrs["outcomes"]["coverage"]["denominator"] == "food needed by those there"


def test_a_dataset_says_what_a_ratio_is_out_of(runs):
    told = runs.to_xarray()
    assert told["coverage"].attrs["denominator"] == "food needed by those there"
    assert "denominator" not in told["rations_delivered"].attrs


def test_the_command_exports_what_a_run_lays_beside_its_numbers(aidway, runs):
    called = aidway("reference", "--outcomes", "--format", "csv")
    every = pd.read_csv(io.StringIO(called.out), keep_default_na=False)
    assert list(every.columns) == COLUMNS
    of_runs = runs.definitions()
    kept = every[every["name"].isin(of_runs["name"])].reset_index(drop=True)
    assert kept.equals(of_runs)
    assert aidway("reference", "--format", "csv").code == 2
