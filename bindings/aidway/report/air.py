# SPDX-License-Identifier: Apache-2.0
"""What goes by air: what is flown and delivered, how much of everything that is, and why more did not come."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from .. import _engine, results
from ..ledgers import column
from ..wording import count, percent, spread
from .cells import Cells, cell_of
from .facts import Agreement, Facts
from .tables import Entry, Row, Table, by_arm

if TYPE_CHECKING:
    from ..runs import Runs

FLIGHT = "air_delivery"
SHARE = "share_by_air"
LOST = "drop_failed"
OF_AIR = ("no_drop_zone", "weather", "no_aircraft")  # no convoy meets these
OF_BOTH = ("refused", "silent", "letter_never_came", "not_granted")  # of requests for the road too
BY_SHARE = (
    "Delivered by air is the share by mass of the rations delivered: outcomes do not tell food from other goods of a "
    "flight. Flown is that and what is lost in the drop."
)
BY_OPERATION = "Outcomes do not tell one operation from another where several fly to a place."
BY_BRIDGE = (
    "What an air bridge brings to a depot is no outcome of its own: it goes on by road and counts there as delivered, "
    "and what kept it on the ground is told nowhere."
)
TOGETHER = (
    "What was refused, not answered, struck out or still without a letter is of requests for road and air together: "
    "outcomes do not tell them apart where both are asked for."
)


@dataclass(frozen=True)
class ByAir:
    """The section on aid by air: who flies, the tables, and a sentence for every place that has no drop zone."""

    operations: list[tuple[str, list[str]]]
    tables: list[Table]
    places: list[str]


def by_air(runs: Runs, facts: Facts, cells: Cells) -> ByAir | None:
    """Return what air brings under the agreements that fly; None where none does."""
    flying = [entry for entry in facts.agreements if _flights(entry)]
    if not flying or SHARE not in cells.outcomes:
        return None
    known = results.names(runs, "reason") if "reasons" in runs.dataset else []
    of_air, of_both = ([name for name in names if name in known] for names in (OF_AIR, OF_BOTH))
    nowhere = [
        f"In {results.community_label(runs, name)} there is no ground to drop on: air brings nothing there."
        for name in cells.communities
        if any(_mean(runs, agreement.name, name, "as_kept", "no_drop_zone") > 0 for agreement in flying)
    ]
    sentences = [sentence for entry in flying for sentence in _flights(entry)]
    bridged = any(" is flown " in sentence for sentence in sentences)
    flown = Table(
        caption="Aid by air: rations flown and delivered, and their share of everything delivered",
        row_heads=["agreement, place", "arm"],
        columns=[
            Entry("flown", "rations"),
            Entry("delivered by air", "rations"),
            Entry(results.reason_label(LOST), "rations", outcome="reasons"),
            Entry("share by air", "of what is delivered", outcome=SHARE),
        ],
        rows=_rows(runs, cells, flying, partial(_flown, runs, cells)),
        note=" ".join([BY_SHARE, BY_OPERATION, *([BY_BRIDGE] if bridged else [])]),
    )
    why = Table(
        caption="Why more did not come: planned rations by the first cause that ended their way",
        row_heads=["agreement, place", "arm"],
        columns=[
            *(Entry(results.reason_label(name), "by air", outcome="reasons") for name in of_air),
            *(Entry(results.reason_label(name), "road and air", outcome="reasons") for name in of_both),
        ],
        rows=_rows(runs, cells, flying, partial(_ended, runs, of_air + of_both)),
        note=TOGETHER,
    )
    return ByAir([(entry.label, _flights(entry)) for entry in flying], [flown, why], nowhere)


def _flights(agreement: Agreement) -> list[str]:
    return [term.sentence for term in agreement.terms if term.kind == FLIGHT]


def _rows(
    runs: Runs, cells: Cells, flying: list[Agreement], entries: Callable[[str, str, str], list[Entry]]
) -> list[Row]:
    return [
        _titled(runs, community, by_arm(agreement, place, entries(agreement.name, arm, community)))
        for community in cells.communities
        for agreement in flying
        for place, arm in enumerate(results.ARMS)
    ]


def _titled(runs: Runs, community: str, row: Row) -> Row:
    if not row.group:
        return row
    return Row(row.head, row.entries, f"{row.group}, {results.community_label(runs, community)}", row.group_rows)


def _flown(runs: Runs, cells: Cells, agreement: str, arm: str, community: str) -> list[Entry]:
    place = {"agreement": agreement, "arm": arm, "community": community}
    delivered = column(runs.dataset[SHARE].sel(place) * runs.dataset["rations_delivered"].sel(place))
    lost = 0.0 * delivered
    if LOST in results.names(runs, "reason"):
        lost = column(runs.dataset["reasons"].sel({**place, "reason": LOST}))
    share = cells.cell(agreement, arm, community, SHARE)
    return [*(_amount(runs, of) for of in (delivered + lost, delivered, lost)), Entry(percent(share.mean))]


def _ended(runs: Runs, reasons: list[str], agreement: str, arm: str, community: str) -> list[Entry]:
    place = {"agreement": agreement, "arm": arm, "community": community}
    return [_amount(runs, column(runs.dataset["reasons"].sel({**place, "reason": name}))) for name in reasons]


def _amount(runs: Runs, values: NDArray[np.float64]) -> Entry:
    cell = cell_of(_engine.estimate(values, int(runs.provenance["per_point"])))
    low, high = count(cell.low), count(cell.high)
    return Entry(count(cell.mean), "" if low == high else spread(low, high))


def _mean(runs: Runs, agreement: str, community: str, arm: str, reason: str) -> float:
    if "reasons" not in runs.dataset or reason not in results.names(runs, "reason"):
        return 0.0
    return float(results.reason_rations(runs, agreement, community, arm, outcome="reasons").get(reason, 0.0))
