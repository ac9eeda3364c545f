# SPDX-License-Identifier: Apache-2.0
"""What is delivered over what is needed, by the party that holds the ground."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import results
from ..wording import by_unit, displaced
from .by_party import rows_by_party
from .cells import Cells
from .facts import Agreement, Facts
from .tables import Entry, Table, range_in

if TYPE_CHECKING:
    from ..runs import Runs

NEEDED, DELIVERED, SHARE = "rations_needed_held", "rations_delivered_held", "delivered_share_held"
COLUMNS = ((NEEDED, "as_kept"), (DELIVERED, "as_kept"), (SHARE, "as_kept"), (SHARE, "as_signed"))


def by_holder(runs: Runs, facts: Facts, cells: Cells) -> Table | None:
    """Return one row for each agreement and party that holds a place; None where nothing is known of control."""
    if SHARE not in runs.dataset:
        return None
    rows = rows_by_party(
        runs,
        facts,
        lambda agreement: _holding(runs, agreement),
        lambda agreement, party: [_entry(runs, cells, (agreement, arm, party), name) for name, arm in COLUMNS],
    )
    if not rows:
        return None
    return Table(
        caption="By who holds the ground: mean, and below it the range of 80 % of replicates",
        row_heads=["agreement", "party"],
        columns=[
            Entry(str(runs.dataset[name].attrs["label"]), results.ARM_LABELS[arm].lower()) for name, arm in COLUMNS
        ],
        rows=rows,
        note="A place counts for the party that holds it at that time; on ground that is contested or that nobody "
        f"is known to hold it counts for none. {_away(facts, cells)}".strip(),
    )


def _away(facts: Facts, cells: Cells) -> str:
    """Say who is away from all places: a share of less need is no success."""
    told = [(entry.label, cells.away_everywhere(entry.name, "as_kept")) for entry in facts.agreements]
    said = [f"{label}, {displaced(away.mean)}" for label, away in told if away is not None]
    return f"Beside it, as kept: {'; '.join(said)}." if said else ""


def _holding(runs: Runs, agreement: Agreement) -> list[str]:
    needed = runs.dataset[NEEDED].sel(agreement=agreement.name)
    return [party for party in results.names(runs, "party") if float(needed.sel(party=party).max()) > 0]


def _entry(runs: Runs, cells: Cells, place: tuple[str, str, str], name: str) -> Entry:
    agreement, arm, party = place
    unit = str(runs.dataset[name].attrs["unit"])
    cell = cells.cell(agreement, arm, "", name, party)
    main, low, high = (by_unit(value, unit) for value in (cell.mean, cell.low, cell.high))
    return Entry(main, "" if main == low == high else range_in(cell, unit))
