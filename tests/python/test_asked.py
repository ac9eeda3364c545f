# SPDX-License-Identifier: Apache-2.0
"""What page one says where nobody may be compared by the share eaten, and what is asked anew under other structures."""

from __future__ import annotations

import html
import re

import aidway as aw
import pytest
from aidway import report
from aidway.report import structures
from aidway.report.asked import what_is_asked
from aidway.report.cells import HEADLINE, Cells
from aidway.report.facts import read_facts
from synthetic_runs import synthetic_runs


def emptied(folder, leave_out=()):
    """Return runs under whose only alternative the town is emptied."""
    runs = synthetic_runs("clear", folder, leave_out=leave_out)
    return aw.Runs(runs.dataset.sel(agreement=["status-quo", "break-the-siege"]), runs.provenance, runs.scenario)


def front_of(runs):
    page = report.render(runs, public=True)
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", "", page[: page.index("<nav")])))


def asked_of(runs):
    return what_is_asked(runs, read_facts(runs), Cells(runs), "eastern-aleppo")


def test_where_nobody_may_be_compared_by_what_is_eaten_page_one_asks_of_what_is_safe(tmp_path):
    runs = emptied(tmp_path)
    assert asked_of(runs).outcome == "days_before_stock_out"
    front = front_of(runs)
    assert "By the share eaten no agreement can be held against it" in front
    assert "By days before a stock-out, Break the siege would" in front
    assert "What would flip the conclusion" in front
    assert "no agreement may be compared here, so it is asked of days before a stock-out." in front
    assert "Break the siege against Status quo: no varied value moves the difference by more than chance" in front


def test_where_nothing_is_safe_to_compare_the_first_difference_is_told_as_no_gain(tmp_path):
    runs = emptied(tmp_path)
    dataset = runs.dataset.copy()
    for outcome in ("days_before_stock_out", "rations_delivered"):
        dataset[outcome].attrs["safe"] = "no: not here"
    asked = asked_of(aw.Runs(dataset, runs.provenance, runs.scenario))
    assert (asked.best.name, asked.outcome, asked.fair) == ("break-the-siege", HEADLINE, False)
    front = front_of(aw.Runs(dataset, runs.provenance, runs.scenario))
    assert "moves the difference of Break the siege, which is no gain" in front


def test_where_some_may_be_compared_it_is_asked_of_what_is_eaten(tmp_path):
    asked = asked_of(synthetic_runs("clear", tmp_path))
    assert (asked.best.name, asked.outcome, asked.why) == ("both-roads", HEADLINE, "")


@pytest.fixture
def runs(tiny):
    return aw.simulate(
        aw.read_scenario(tiny), ["status-quo", "one-road"], replicates=40, seed=5, per_point=2, threads=1
    )


def test_the_scenarios_own_structure_is_not_run_again(runs, monkeypatch):
    ran = []

    def simulate(scenario, *asked, **more):
        ran.append(dict(scenario.changes))
        return aw.simulate(scenario, *asked, **more)

    monkeypatch.setattr(structures, "simulate", simulate)
    facts, cells = read_facts(runs), Cells(runs)
    found = structures.other_structures(runs, facts, cells, cells.focus(facts))
    assert {} not in ran
    assert len(ran) == len(found.table.rows) - 1 > 0
    assert found.table.rows[0].head == "as the scenario has it"


def test_the_first_replicates_are_what_a_smaller_study_gives(runs, monkeypatch):
    monkeypatch.setattr(structures, "REPLICATES", 10)
    smaller = aw.simulate(runs.scenario, list(runs.agreements), replicates=10, seed=5, per_point=2, threads=1)
    own = structures._own(runs)
    for name in own.outcomes:
        assert own.dataset[name].equals(smaller.dataset[name]), name
