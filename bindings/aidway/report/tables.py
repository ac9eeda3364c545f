# SPDX-License-Identifier: Apache-2.0
"""Tables as the page prints them, and those of agreements side by side."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from .. import results
from ..meanings import DIRECTIONS, verdict
from ..wording import by_unit, listed, spread
from .cells import AWAY, Cell, Cells
from .facts import Agreement, Facts

if TYPE_CHECKING:
    from ..runs import Runs

# The tables of outcomes, by what they are about. Displaced people stand beside every figure on what is eaten.
GROUPS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "what people eat",
        ("coverage", AWAY, "unmet_rations", "unmet_rations_stayers", "person_days_below_50", "closing_stock"),
    ),
    (
        "hunger, shared alike",
        (AWAY, *(f"person_days_below_{percent}" for percent in (25, 50, 75, 100))),
    ),
    (
        "hunger, shared unevenly",
        (AWAY, *(f"person_days_below_{percent}_unequal" for percent in (25, 50, 75, 100))),
    ),
    (
        "what arrives",
        (
            "rations_delivered", "first_wait", "longest_gap", "longest_gap_open", "stock_out",
            "days_before_stock_out", "removed_and_lost",
        ),
    ),
    (
        "medicine, and letters",
        (AWAY, "medicine_coverage", "treatment_days_unmet", "removed_kg", "lost_kg", "letters_late"),
    ),
    ("people who go", ("displaced_own_will", "displaced_forced", "departures", "evacuated")),
    ("people reached, prices", ("people_reached_low", "people_reached_high", "people_announced", "price_mean")),
)  # fmt: skip
NEEDS_BESIDE = {"unmet_rations": "closing_stock"}
# Of yes or no in a replicate: the mean is the chance, and a range would say nothing.
CHANCES = ("stock_out", "longest_gap_open")
NOT_COMPARABLE = "not comparable"


@dataclass(frozen=True)
class Entry:
    """A number as the page prints it, with its range below it and, where it asks for caution, a word of it.

    A head that names an outcome tells which, so that the page can say what it means.
    """

    main: str
    below: str = ""
    caution: str = ""
    outcome: str = ""


@dataclass(frozen=True)
class Row:
    """A row: its heads, the first of which may span the rows below, and its entries."""

    head: str
    entries: list[Entry]
    group: str = ""
    group_rows: int = 0


@dataclass(frozen=True)
class Table:
    """A table with its caption; `columns` holds a head and a note for each, `over` heads that span several."""

    caption: str
    row_heads: list[str]
    columns: list[Entry]
    rows: list[Row]
    over: list[tuple[Entry, int]] = field(default_factory=list)
    note: str = ""
    lengthy: bool = False  # whether the heads of rows are sentences


def shown_outcomes(cells: Cells) -> list[str]:
    """Return the outcomes of the tables; one that may not stand alone is left out without its companion."""
    return list(dict.fromkeys(name for _, names in GROUPS for name in _shown(names, cells)))


def side_by_side(runs: Runs, facts: Facts, cells: Cells, community: str) -> list[Table]:
    """Every agreement in both arms, one row each: a table for each kind of outcome."""
    title = results.community_label(runs, community)
    found = []
    for about, names in GROUPS:
        known = _shown(names, cells)
        outcomes = [name for name in known if not _nothing(facts, cells, community, name)]
        if not outcomes or known == [AWAY]:
            continue
        empty = [str(runs.dataset[name].attrs["label"]).lower() for name in known if name not in outcomes]
        rows = [
            by_arm(agreement, place, [entry(runs, facts, cells, (agreement.name, arm, community), name)
                                      for name in outcomes])
            for agreement in facts.agreements
            for place, arm in enumerate(results.ARMS)
        ]  # fmt: skip
        found.append(
            Table(
                caption=f"{title}, {about}: mean, and below it the range of 80 % of replicates",
                row_heads=["agreement", "arm"],
                columns=[column(runs, name) for name in outcomes],
                rows=rows,
                note=f"Nothing under any agreement, in either arm: {listed(empty)}." if empty else "",
            )
        )
    return found


VIOLENCE = ("incidents", "trucks_hit")


def violence(runs: Runs, facts: Facts, cells: Cells) -> Table | None:
    """Return acts of violence and what they hit; None where the runs have none."""
    return whole_scenario(runs, facts, cells, [name for name in cells.of_scenario if name in VIOLENCE])


def equity(runs: Runs, facts: Facts, cells: Cells) -> Table | None:
    """Return how evenly places are served, never without who is worst off; None where there is one place."""
    if len(cells.communities) < 2:
        return None
    names = [name for name in cells.of_scenario if name not in VIOLENCE]
    return whole_scenario(runs, facts, cells, names, beside_away=True)


def whole_scenario(
    runs: Runs, facts: Facts, cells: Cells, names: list[str], *, beside_away: bool = False
) -> Table | None:
    """Return outcomes that belong to no community, with the displaced of all beside them where asked for.

    None where no outcome is named.
    """
    if not names:
        return None
    rows = []
    for agreement in facts.agreements:
        for place, arm in enumerate(results.ARMS):
            entries = []
            for name in names:
                unit = str(runs.dataset[name].attrs["unit"])
                cell = cells.cell(agreement.name, arm, "", name)
                entries.append(Entry(by_unit(cell.mean, unit), range_in(cell, unit)))
            away = cells.away_everywhere(agreement.name, arm) if beside_away else None
            if away is not None:
                entries.append(Entry(by_unit(away.mean, "person-days"), range_in(away, "person-days")))
            rows.append(by_arm(agreement, place, entries))
    return Table(
        caption="Everywhere: mean, and below it the range of 80 % of replicates",
        row_heads=["agreement", "arm"],
        columns=[column(runs, name) for name in [*names, *([AWAY] if beside_away and AWAY in cells.outcomes else [])]],
        rows=rows,
    )


def _nothing(facts: Facts, cells: Cells, community: str, outcome: str) -> bool:
    """Whether an outcome is nothing in every run; what is said of displaced people is said even then."""
    found = [cells.cell(agreement.name, arm, community, outcome) for agreement in facts.agreements
             for arm in results.ARMS]  # fmt: skip
    return outcome != AWAY and all(cell.mean == cell.low == cell.high == 0 for cell in found)


def _shown(names: tuple[str, ...], cells: Cells) -> list[str]:
    known = set(cells.outcomes)
    return [name for name in names if name in known and NEEDS_BESIDE.get(name, name) in known]


def entry(runs: Runs, facts: Facts, cells: Cells, place: tuple[str, str, str], outcome: str) -> Entry:
    """Return an outcome, marked where it may not be held against the baseline."""
    agreement, arm, community = place
    fair = cells.comparable(agreement, facts.baseline.name, arm, community, outcome)
    unit = str(runs.dataset[outcome].attrs["unit"])
    cell = cells.cell(agreement, arm, community, outcome)
    silent = outcome in CHANCES or by_unit(cell.low, unit) == by_unit(cell.high, unit) == by_unit(cell.mean, unit)
    return Entry(by_unit(cell.mean, unit), "" if silent else range_in(cell, unit), "" if fair else NOT_COMPARABLE)


def by_arm(agreement: Agreement, place: int, entries: list[Entry]) -> Row:
    """Return a row of one arm; the first carries the name of the agreement for both."""
    first = place == 0
    return Row(
        results.ARM_LABELS[results.ARMS[place]], entries,
        group=agreement.label if first else "", group_rows=len(results.ARMS) if first else 0,
    )  # fmt: skip


def range_in(cell: Cell, unit: str) -> str:
    """Return the 80 % range of an outcome."""
    return spread(by_unit(cell.low, unit), by_unit(cell.high, unit))


def column(runs: Runs, outcome: str) -> Entry:
    """Return the head of an outcome's column: its name, its better direction, and whether it compares."""
    told = runs.dataset[outcome].attrs
    return Entry(str(told["label"]), _direction(str(told["better"])), _mark(str(told["safe"])), outcome)


def _direction(better: str) -> str:
    return "" if better == "none" else DIRECTIONS[better]


def _mark(safe: str) -> str:
    """Return a word on comparison where an outcome may not simply be compared."""
    word, note = verdict(safe)
    if word == "no":
        return "do not compare"
    return "compare with care" if note else ""


def cautions(runs: Runs, cells: Cells) -> list[tuple[str, str]]:
    """Return what each outcome says of comparing agreements by it, where it says more than yes."""
    told = [(name, runs.dataset[name].attrs) for name in [*shown_outcomes(cells), *cells.of_scenario]]
    return [(str(about["label"]), str(about["safe"])) for _, about in told if str(about["safe"]) != "yes"]
