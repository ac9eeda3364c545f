# SPDX-License-Identifier: Apache-2.0
"""`aidway reference`: every key of a scenario file, every outcome, or every value of one scenario, explained."""

from __future__ import annotations

import argparse

from .. import _engine, meanings
from ..errors import RequestError
from ..parameter_page import parameter_page
from ..scenario import read_scenario

SUMMARY = "print the reference of scenario files, of outcomes or of one scenario's values, in Markdown"
DESCRIPTION = """\
Print, in Markdown, every key of scenario and agreement files: what it means, its unit, its default.
With --outcomes: every outcome of runs, its unit and denominator, which direction is better, and when
agreements may be compared by it; as a table with --format csv. With --values FOLDER: every value of
that scenario with its mark and its source."""
EXAMPLE = "aidway reference > reference.md"
INTRODUCTION = """\
# Outcomes

What runs tell of each replicate, agreement and arm. Everything counts from the agreement's date, or from the start of
the period if that is later, until its end. A *ration* is the full daily need of one person. *The entitled* are the
people who are there at the agreement's date: outcomes follow them, there or gone, so that an emptied town is never
taken for a fed one.

**Safe** says when agreements may be compared by an outcome alone. `Runs.compare` adds a caution wherever displaced
person-days differ by more than 1 % of the need. **Better** is the direction that is better for the people concerned;
with "none" it has none. The **denominator** is what stands below the line of a ratio. An outcome that **needs** a
key of `scenario.yaml` is absent from runs of a scenario without it. The same words stand in the report, in
`outcomes.csv` beside the runs, and in `Runs.definitions`.
"""
COLUMNS = ("outcome", "what", "unit", "denominator", "better", "safe", "needs")
SHAPES = {
    "community": "One value per replicate and community",
    "scenario": "One value per replicate, for the whole scenario",
    "community_week": "Weekly, per community: how many replicates fall into each bin, and the mean `<name>_mean`",
    "community_reason": "By reason, per replicate and community; the parts add up",
    "community_stage": "By stage and measure, per replicate and community",
    "party": "One value per replicate and party; scenario, not evidence",
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    which = parser.add_mutually_exclusive_group()
    which.add_argument("--outcomes", action="store_true", help="the outcomes of runs instead of the keys of files")
    which.add_argument("--values", metavar="FOLDER", help="the values of a scenario, with their marks and sources")
    parser.add_argument(
        "--format", choices=("markdown", "csv"), default="markdown", help="how to print; csv for --outcomes only"
    )


def execute(given: argparse.Namespace) -> None:
    """Print the page."""
    if given.format == "csv":
        if not given.outcomes:
            raise RequestError("--format csv is for --outcomes")
        print(outcome_csv(), end="")
        return
    if given.values is not None:
        page = parameter_page(read_scenario(given.values))
    else:
        page = outcome_page() if given.outcomes else _engine.reference_page()
    print(page.rstrip("\n"))


def outcome_csv() -> str:
    """Return what every outcome means, in the columns of the `outcomes.csv` beside runs."""
    every = {row["name"]: meanings.meaning(row["name"], row) for row in _engine.outcome_table()}
    return str(meanings.table(every).to_csv(index=False, lineterminator="\n"))


def outcome_page() -> str:
    """Return the page of outcomes: a table for each shape."""
    table = _engine.outcome_table()
    parts = [INTRODUCTION]
    for shape, title in SHAPES.items():
        rows = [row for row in table if row["shape"] == shape]
        parts.append(f"## {title}\n\n| {' | '.join(COLUMNS)} |\n|{'---|' * len(COLUMNS)}")
        for row in rows:
            needs = f"`{row['needs']}`" if row["needs"] else ""
            name = f"`{row['name']}`<br>{row['label']}"
            below = meanings.DENOMINATORS.get(row["name"], "")
            cells = (name, row["doc"], row["unit"], below, row["better"], row["safe"], needs)
            parts.append("| " + " | ".join(cells) + " |")
        parts.append("")
    return "\n".join(parts)
