# SPDX-License-Identifier: Apache-2.0
"""What goes by air: how much of what is delivered, and why more did not come."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from .. import results
from ..wording import count, percent
from .cells import Cells
from .facts import Agreement, Facts
from .tables import Entry, Row, Table, by_arm

if TYPE_CHECKING:
    from ..runs import Runs

FLIGHT = "air_delivery"
SHARE = "share_by_air"
CAUSES = ("no_drop_zone", "weather", "no_aircraft", "drop_failed")


@dataclass(frozen=True)
class ByAir:
    """The table of the section on aid by air, and a sentence for every place that has no drop zone."""

    table: Table
    places: list[str]


def by_air(runs: Runs, facts: Facts, cells: Cells) -> ByAir | None:
    """Return what air brings under the agreements that fly; None where none does."""
    flying = [entry for entry in facts.agreements if any(term.kind == FLIGHT for term in entry.terms)]
    if not flying or SHARE not in cells.outcomes:
        return None
    causes = [name for name in CAUSES if name in results.names(runs, "reason")]
    rows: list[Row] = []
    for community in cells.communities:
        for agreement in flying:
            rows += [
                _titled(
                    runs, community, by_arm(agreement, place, _entries(runs, cells, agreement, arm, community, causes))
                )
                for place, arm in enumerate(results.ARMS)
            ]
    table = Table(
        caption="Aid by air: share of what is delivered, and planned rations that air was to bring and did not",
        row_heads=["agreement, place", "arm"],
        columns=[
            Entry("share by air", "of what is delivered", outcome=SHARE),
            *(Entry(results.reason_label(name), outcome="reasons") for name in causes),
        ],
        rows=rows,
    )
    nowhere = [
        f"In {results.community_label(runs, name)} there is no ground to drop on: air brings nothing there."
        for name in cells.communities
        if any(_rations(runs, agreement.name, name, "as_kept", "no_drop_zone") > 0 for agreement in flying)
    ]
    return ByAir(table, nowhere)


def _titled(runs: Runs, community: str, row: Row) -> Row:
    if not row.group:
        return row
    return Row(row.head, row.entries, f"{row.group}, {results.community_label(runs, community)}", row.group_rows)


def _entries(
    runs: Runs, cells: Cells, agreement: Agreement, arm: str, community: str, causes: list[str]
) -> list[Entry]:
    share = cells.cell(agreement.name, arm, community, SHARE)
    lost = [Entry(count(_rations(runs, agreement.name, community, arm, name)), "rations") for name in causes]
    return [Entry(percent(share.mean)), *lost]


def _rations(runs: Runs, agreement: str, community: str, arm: str, reason: str) -> float:
    if "reasons" not in runs.dataset or reason not in results.names(runs, "reason"):
        return 0.0
    return float(results.reason_rations(runs, agreement, community, arm, outcome="reasons").get(reason, 0.0))
