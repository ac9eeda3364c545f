# SPDX-License-Identifier: Apache-2.0
"""The tables of the report: every number on the page can be read in one of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from .. import results
from .cells import HEADLINE, Cell, Cells, Difference
from .facts import Agreement, Facts
from .wording import NO_BREAK, by_unit, percent, spread

if TYPE_CHECKING:
    from ..runs import Runs

# Unmet need is never shown without the stock that stands at the end beside it.
SHOWN = (
    "coverage",
    "unmet_rations",
    "closing_stock",
    "rations_delivered",
    "person_days_below_50",
    "longest_gap",
    "stock_out",
)
NEEDS_BESIDE = {"unmet_rations": "closing_stock"}
COMPARED = ("coverage", "unmet_rations", "closing_stock")
DIRECTIONS = {"higher": "higher is better", "lower": "lower is better"}


@dataclass(frozen=True)
class Entry:
    """A number as the page prints it, with its range below it."""

    main: str
    below: str = ""


@dataclass(frozen=True)
class Row:
    """A row: its heads, the first of which may span the rows below, and its entries."""

    head: str
    entries: list[Entry]
    group: str = ""
    group_rows: int = 0


@dataclass(frozen=True)
class Table:
    """A table with its caption; `columns` holds a head and a note for each."""

    caption: str
    row_heads: list[str]
    columns: list[Entry]
    rows: list[Row]


def shown_outcomes(cells: Cells) -> list[str]:
    """Return the outcomes of the main table; one that may not stand alone is left out without its companion."""
    known = set(cells.outcomes)
    return [name for name in SHOWN if name in known and NEEDS_BESIDE.get(name, name) in known]


def side_by_side(runs: Runs, facts: Facts, cells: Cells, community: str) -> Table:
    """Every agreement in both arms, one row each."""
    outcomes = shown_outcomes(cells)
    rows = []
    for agreement in facts.agreements:
        for place, arm in enumerate(results.ARMS):
            entries = [
                _entry(cells.cell(agreement.name, arm, community, name), runs.dataset[name].attrs["unit"])
                for name in outcomes
            ]
            rows.append(_grouped(agreement, results.ARM_LABELS[arm], entries, first=place == 0))
    return Table(
        caption=f"{results.community_label(runs, community)}: mean, and below it the range of 80 % of replicates",
        row_heads=["agreement", "arm"],
        columns=[_column(runs, name) for name in outcomes],
        rows=rows,
    )


def differences(runs: Runs, facts: Facts, cells: Cells, community: str) -> Table | None:
    """Every agreement held against the baseline, replicate by replicate; None where there is only one."""
    base = facts.baseline
    others = [agreement for agreement in facts.agreements if agreement.name != base.name]
    if not others:
        return None
    title = results.community_label(runs, community)
    compared = [name for name in COMPARED if name in shown_outcomes(cells)]
    rows = []
    for agreement in others:
        for place, arm in enumerate(results.ARMS):
            found = {name: cells.difference(agreement.name, base.name, arm, community, name) for name in compared}
            entries = [_difference(found[name], runs.dataset[name].attrs["unit"]) for name in compared]
            chance = found[HEADLINE]
            entries += [
                Entry(percent(chance.p_better), f"equal in {percent(chance.p_tie)}"),
                Entry(_points(chance.largest_regret)),
            ]
            rows.append(_grouped(agreement, results.ARM_LABELS[arm], entries, first=place == 0))
    columns = [_difference_column(runs, name) for name in compared]
    columns += [
        Entry("runs in which it is better", "by coverage"),
        Entry("largest regret", "in coverage, percentage points"),
    ]
    return Table(
        caption=f"{title}: each agreement minus {base.label}, in the same replicates",
        row_heads=["agreement", "arm"],
        columns=columns,
        rows=rows,
    )


def precision(runs: Runs, facts: Facts, cells: Cells, community: str) -> Table:
    """Where the spread of coverage comes from, and how well the replicates pin it down."""
    rows = []
    for agreement in facts.agreements:
        for place, arm in enumerate(results.ARMS):
            cell = cells.cell(agreement.name, arm, community)
            entries = [
                Entry(spread(percent(cell.low), percent(cell.high))),
                Entry(percent(cell.epistemic_share) if cell.high > cell.low else "no spread"),
                Entry(f"{100 * cell.standard_error:.2f} points"),
            ]
            rows.append(_grouped(agreement, results.ARM_LABELS[arm], entries, first=place == 0))
    return Table(
        caption=f"{results.community_label(runs, community)}: the spread of coverage",
        row_heads=["agreement", "arm"],
        columns=[
            Entry("80 % range"),
            Entry("share of the spread from what is not known", "the rest is chance"),
            Entry("Monte Carlo error", "of the mean"),
        ],
        rows=rows,
    )


def _grouped(agreement: Agreement, head: str, entries: list[Entry], *, first: bool) -> Row:
    return Row(head, entries, group=agreement.label if first else "", group_rows=len(results.ARMS) if first else 0)


def _entry(cell: Cell, unit: str) -> Entry:
    return Entry(by_unit(cell.mean, unit), spread(by_unit(cell.low, unit), by_unit(cell.high, unit)))


def _difference(found: Difference, unit: str) -> Entry:
    if unit in {"share", "1", ""}:
        return Entry(f"{_points(found.mean)}", spread(_points(found.low), _points(found.high)))
    return Entry(_signed(found.mean, unit), spread(_signed(found.low, unit), _signed(found.high, unit)))


def _points(share: float) -> str:
    rounded = round(100 * share, 1)
    return f"{'+' if rounded > 0 else '−' if rounded < 0 else ''}{abs(rounded):g}{NO_BREAK}points"


def _signed(value: float, unit: str) -> str:
    shown = by_unit(abs(value), unit)
    if shown.split("\u00a0")[0] == "0":
        return shown
    return f"{'+' if value > 0 else '−'}{shown}"


def _difference_column(runs: Runs, outcome: str) -> Entry:
    column = _column(runs, outcome)
    return Entry(f"difference in {column.main[:1].lower()}{column.main[1:]}", column.below)


def _column(runs: Runs, outcome: str) -> Entry:
    told = runs.dataset[outcome].attrs
    return Entry(str(told["label"]), DIRECTIONS.get(str(told["better"]), ""))
