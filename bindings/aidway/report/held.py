# SPDX-License-Identifier: Apache-2.0
"""What is delivered over what is needed, by the party that holds the ground."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import results
from ..wording import by_unit
from .cells import Cells
from .facts import Agreement, Facts
from .tables import Entry, Row, Table, range_in

if TYPE_CHECKING:
    from ..runs import Runs

NEEDED, DELIVERED, SHARE = "rations_needed_held", "rations_delivered_held", "delivered_share_held"
COLUMNS = ((NEEDED, "as_kept"), (DELIVERED, "as_kept"), (SHARE, "as_kept"), (SHARE, "as_signed"))


def by_holder(runs: Runs, facts: Facts, cells: Cells) -> Table | None:
    """Return one row for each agreement and party that holds a place; None where nothing is known of control."""
    if SHARE not in runs.dataset:
        return None
    rows: list[Row] = []
    for agreement in facts.agreements:
        holding = _holding(runs, agreement)
        for place, party in enumerate(holding):
            rows.append(
                Row(
                    head=str(runs.provenance["parties"].get(party, party)),
                    entries=[_entry(runs, cells, (agreement.name, arm, party), name) for name, arm in COLUMNS],
                    group=agreement.label if place == 0 else "",
                    group_rows=len(holding) if place == 0 else 0,
                )
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
        "is known to hold it counts for none.",
    )


def _holding(runs: Runs, agreement: Agreement) -> list[str]:
    needed = runs.dataset[NEEDED].sel(agreement=agreement.name)
    return [party for party in results.names(runs, "party") if float(needed.sel(party=party).max()) > 0]


def _entry(runs: Runs, cells: Cells, place: tuple[str, str, str], name: str) -> Entry:
    agreement, arm, party = place
    unit = str(runs.dataset[name].attrs["unit"])
    cell = cells.cell(agreement, arm, "", name, party)
    main, low, high = (by_unit(value, unit) for value in (cell.mean, cell.low, cell.high))
    return Entry(main, "" if main == low == high else range_in(cell, unit))
