# SPDX-License-Identifier: Apache-2.0
"""A sentence for print says how much, how sure, who is away and what it is worth."""

from __future__ import annotations

import aidway as aw
import pytest
from synthetic_runs import synthetic_runs


@pytest.fixture(scope="module")
def runs(tmp_path_factory):
    return synthetic_runs("clear", tmp_path_factory.mktemp("printable"))


def test_says_how_much_how_sure_and_on_what_condition(runs):
    told = runs.sentence("both-roads", to="status-quo", outcome="coverage", community="eastern-aleppo")
    assert told.startswith("In Eastern Aleppo, if the parties keep and break their promises as the scenario assumes, ")
    assert "would be 37\u00a0points higher under “Both roads” than under “Status quo”" in told
    assert "better in 100 of 100 pairs" in told
    assert "A simulation, not a forecast: it holds only if the agreement is signed" in told
    assert "seed 2016" in told


def test_the_displaced_stand_beside_and_the_comparison_is_warned_of(runs):
    told = runs.sentence("break-the-siege", to="status-quo", outcome="coverage", community="eastern-aleppo")
    assert "5 million person-days displaced under the first, nobody displaced under the second" in told.replace(
        "\u00a0", " "
    )
    assert "may not be compared by this figure alone" in told


def test_a_tie_is_said_to_be_one(tmp_path):
    runs = synthetic_runs("tie", tmp_path)
    told = runs.sentence("both-roads", to="status-quo", outcome="coverage", community="eastern-aleppo")
    assert "would be the same under “Both roads” as under “Status quo” in 100 of 100 simulated pairs." in told


def test_rations_are_counted_in_their_unit(runs):
    told = runs.sentence("both-roads", to="status-quo", community="eastern-aleppo").replace("\u00a0", " ")
    assert "million rations lower" in told


def test_what_is_no_number_of_a_place_is_refused(runs):
    with pytest.raises(aw.UnknownNameError, match="no outcome 'incidents'"):
        runs.sentence("both-roads", to="status-quo", outcome="incidents")
    with pytest.raises(ValueError, match="has parts"):
        runs.sentence("both-roads", to="status-quo", outcome="reasons", community="eastern-aleppo")
