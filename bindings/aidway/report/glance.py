# SPDX-License-Identifier: Apache-2.0
"""The table of the first page: every agreement, every place in its own columns, displaced people beside coverage."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import results
from ..wording import count
from .cells import AWAY, HEADLINE, Cells
from .facts import Agreement, Facts
from .tables import Entry, Row, Table, entry

if TYPE_CHECKING:
    from ..runs import Runs

PLACES = 3  # more do not fit the first page; all have their own tables further down


def at_a_glance(runs: Runs, facts: Facts, cells: Cells, communities: list[str]) -> Table:
    """Return coverage in both arms and the displaced, by agreement and place."""
    shown = communities[:PLACES]
    follows = AWAY in cells.outcomes
    columns = [Entry("eaten", "as kept", outcome=HEADLINE)]
    if follows:
        columns.append(Entry("displaced", "person-days, as kept", outcome=AWAY))
    columns.append(Entry("eaten", "as signed", outcome=HEADLINE))
    return Table(
        caption="Share of the food needed that would be eaten, and who would be away: mean and 80 % range",
        row_heads=["agreement"],
        columns=columns * len(shown),
        rows=[
            Row(agreement.label, [cell for name in shown for cell in _cells(runs, facts, cells, agreement, name)])
            for agreement in facts.agreements
        ],
        over=[(Entry(results.community_label(runs, name)), len(columns)) for name in shown],
    )


def _cells(runs: Runs, facts: Facts, cells: Cells, agreement: Agreement, community: str) -> list[Entry]:
    kept, signed = (
        entry(runs, facts, cells, (agreement.name, arm, community), "coverage") for arm in ("as_kept", "as_signed")
    )
    away, as_signed = (cells.away(agreement.name, arm, community) for arm in ("as_kept", "as_signed"))
    if away is None or as_signed is None:
        return [kept, signed]
    if max(away.mean, as_signed.mean) < 0.5:
        return [kept, Entry("none"), signed]
    main, other = count(away.mean), count(as_signed.mean)
    return [kept, Entry(main, "both arms" if main == other else f"{other} as signed"), signed]
