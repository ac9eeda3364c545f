# SPDX-License-Identifier: Apache-2.0
"""The ledger as the page prints it: who kept what, who acted, who was seen and blamed."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import TYPE_CHECKING, Any

from .. import results
from ..ledgers import ENTRIES, MARK, UNSEEN
from ..wording import by_unit
from .by_party import rows_by_party
from .cells import cell_of
from .facts import Agreement, Facts
from .tables import Entry, Table, range_in

if TYPE_CHECKING:
    from ..runs import Runs

Told = dict[tuple[str, str, str], dict[Hashable, Any]]  # by agreement, party and entry: a row of its ledger
DUE = "obligation_days_due"
NOTE = (
    "As signed every obligation is kept and nothing that is banned happens. A breach is seen where any monitor reports "
    "it, and attributed rightly where any blames the party that did it."
)
ARM = "as_kept"  # as signed everything is kept, and nothing banned happens


def ledger(runs: Runs, facts: Facts) -> list[Table]:
    """Return what was owed and kept, and what was done and seen of it; nothing where nobody owes anything."""
    if DUE not in runs.dataset:
        return []
    told = _as_kept(runs, facts)
    known = [name for name in ENTRIES if _happens(told, name)]
    halves = (
        ("what was owed and kept", [name for name in known if name.startswith("obligation")], ""),
        ("what was done and seen", [name for name in known if not name.startswith("obligation")], NOTE),
    )
    made = [_table(runs, facts, told, about, names, note) for about, names, note in halves if names]
    return [table for table in made if table.rows]


def _as_kept(runs: Runs, facts: Facts) -> Told:
    return {
        (agreement.name, str(row["party"]), str(row["entry"])): row
        for agreement in facts.agreements
        for row in runs.ledger(agreement.name).to_dict("records")
        if row["arm"] == ARM
    }


def _table(runs: Runs, facts: Facts, told: Told, about: str, names: list[str], note: str) -> Table:
    """Return one row for each agreement and party that owes anything."""
    rows = rows_by_party(
        runs,
        facts,
        lambda agreement: _owing(runs, agreement),
        lambda agreement, party: [_entry(told[agreement, party, name]) for name in names],
    )
    labels = {entry: str(row["label"]) for (_, _, entry), row in told.items()}
    return Table(
        caption=f"The ledger, {results.ARM_LABELS[ARM]}, {about}: mean, and below it the range of 80 % of replicates "
        f"({MARK})",
        row_heads=["agreement", "party"],
        columns=[Entry(labels[name], outcome=name if name in runs.dataset else "") for name in names],
        rows=rows,
        note=note,
    )


def _owing(runs: Runs, agreement: Agreement) -> list[str]:
    due = runs.dataset[DUE].sel(agreement=agreement.name, arm=ARM)
    return [party for party in results.names(runs, "party") if float(due.sel(party=party).max()) > 0]


def _happens(told: Told, name: str) -> bool:
    """Whether an entry is anything but nothing under some agreement; unseen stands wherever a breach is done."""
    done = "breaches" if name == UNSEEN else name
    return any(row["mean"] != 0 for (_, _, entry), row in told.items() if entry == done)


def _entry(told: Mapping[Hashable, Any]) -> Entry:
    cell, unit = cell_of(told), str(told["unit"])
    main, low, high = (by_unit(value, unit) for value in (cell.mean, cell.low, cell.high))
    return Entry(main, "" if main == low == high else range_in(cell, unit))
