# SPDX-License-Identifier: Apache-2.0
"""Uncertainty in three parts: the range, how much of it stems from what is not known, the error of the replicates."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from .. import results
from ..wording import NO_BREAK, by_unit, percent
from .cells import Cell, Cells
from .facts import Facts
from .tables import Entry, Table, by_arm, column, range_in, shown_outcomes

if TYPE_CHECKING:
    from ..runs import Runs

COLUMNS = 6  # more do not fit a page side by side


def precision(runs: Runs, facts: Facts, cells: Cells, community: str) -> list[Table]:
    """Every outcome of every agreement: range, share of the spread from what is not known, error of the mean."""
    title = results.community_label(runs, community)
    outcomes = shown_outcomes(cells)
    found = []
    for start in range(0, len(outcomes), COLUMNS):
        names = outcomes[start : start + COLUMNS]
        rows = [
            by_arm(agreement, place, [
                _three_parts(cells.cell(agreement.name, arm, community, name), str(runs.dataset[name].attrs["unit"]))
                for name in names
            ])
            for agreement in facts.agreements
            for place, arm in enumerate(results.ARMS)
        ]  # fmt: skip
        columns = [Entry(column(runs, name).main, outcome=name) for name in names]
        found.append(
            Table(
                caption=(
                    f"{title}: 80 % range; below it the share of the spread from what is not known, and the Monte "
                    "Carlo error of the mean"
                ),
                row_heads=["agreement", "arm"],
                columns=columns,
                rows=rows,
            )
        )
    return found


def _three_parts(cell: Cell, unit: str) -> Entry:
    if not cell.high > cell.low:
        return Entry(by_unit(cell.mean, unit), "no spread")
    # Of one set of uncertain values, or a few replicates, it cannot be told what stems from them.
    known = "" if math.isnan(cell.epistemic_share) else f"{percent(cell.epistemic_share)} not known; "
    return Entry(
        range_in(cell, unit),
        f"{known}±{_error(cell.standard_error, unit)}",
        "" if cell.enough else "too few runs",
    )


def _error(value: float, unit: str) -> str:
    if unit in {"share", "1", ""}:
        return f"{100 * value:.2f}{NO_BREAK}points"
    return f"{value:.2f}{NO_BREAK}days" if unit == "d" else by_unit(value, unit)
