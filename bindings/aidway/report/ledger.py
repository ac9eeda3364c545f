# SPDX-License-Identifier: Apache-2.0
"""The ledger as the page prints it: who kept what, who acted, who was seen and blamed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import _engine, results
from ..ledgers import ENTRIES, MARK, UNSEEN, UNSEEN_LABEL, column
from ..wording import by_unit
from .by_party import rows_by_party
from .cells import Cells, cell_of
from .facts import Agreement, Facts
from .tables import Entry, Table, range_in

if TYPE_CHECKING:
    from ..runs import Runs

DUE = "obligation_days_due"
NOTE = (
    "As signed every obligation is kept and nothing that is banned happens. A breach is seen where any monitor reports "
    "it, and attributed rightly where any blames the party that did it."
)
ARM = "as_kept"  # as signed everything is kept, and nothing banned happens


def ledger(runs: Runs, facts: Facts, cells: Cells) -> list[Table]:
    """Return what was owed and kept, and what was done and seen of it; nothing where nobody owes anything."""
    if DUE not in runs.dataset:
        return []
    known = [name for name in ENTRIES if _stated(runs, name) and _happens(runs, name)]
    halves = (
        ("what was owed and kept", [name for name in known if name.startswith("obligation")], ""),
        ("what was done and seen", [name for name in known if not name.startswith("obligation")], NOTE),
    )
    made = [_table(runs, facts, cells, about, names, note) for about, names, note in halves if names]
    return [table for table in made if table.rows]


def _table(runs: Runs, facts: Facts, cells: Cells, about: str, names: list[str], note: str) -> Table:
    """Return one row for each agreement and party that owes anything."""
    rows = rows_by_party(
        runs,
        facts,
        lambda agreement: _owing(runs, agreement),
        lambda agreement, party: [_entry(runs, cells, (agreement, party), name) for name in names],
    )
    return Table(
        caption=f"The ledger, {results.ARM_LABELS[ARM]}, {about}: mean, and below it the range of 80 % of replicates "
        f"({MARK})",
        row_heads=["agreement", "party"],
        columns=[
            Entry(UNSEEN_LABEL) if name == UNSEEN else Entry(str(runs.dataset[name].attrs["label"]), outcome=name)
            for name in names
        ],
        rows=rows,
        note=note,
    )


def _owing(runs: Runs, agreement: Agreement) -> list[str]:
    due = runs.dataset[DUE].sel(agreement=agreement.name, arm=ARM)
    return [party for party in results.names(runs, "party") if float(due.sel(party=party).max()) > 0]


def _stated(runs: Runs, name: str) -> bool:
    """Whether the runs have an entry; what was not seen is told of what was done and seen."""
    return {"breaches", "breaches_seen"} <= set(runs.dataset) if name == UNSEEN else name in runs.dataset


def _happens(runs: Runs, name: str) -> bool:
    """Whether an entry is anything but nothing under some agreement; unseen stands wherever a breach is done."""
    return float(abs(runs.dataset["breaches" if name == UNSEEN else name]).max()) > 0


def _entry(runs: Runs, cells: Cells, place: tuple[str, str], name: str) -> Entry:
    agreement, party = place
    if name == UNSEEN:
        done = runs.dataset[["breaches", "breaches_seen"]].sel(agreement=agreement, arm=ARM, party=party)
        unseen = column(done["breaches"] - done["breaches_seen"])
        told = _engine.estimate(unseen, int(runs.provenance["per_point"]))
        unit, cell = "breaches", cell_of(told)
    else:
        unit, cell = str(runs.dataset[name].attrs["unit"]), cells.cell(agreement, ARM, "", name, party)
    main, low, high = (by_unit(value, unit) for value in (cell.mean, cell.low, cell.high))
    return Entry(main, "" if main == low == high else range_in(cell, unit))
