# SPDX-License-Identifier: Apache-2.0
"""What would flip the conclusion: the values that are not known, and how far each moves the answer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pandas as pd

from .. import plotting, results
from ..figures import inline_svg
from ..swings import MOST, value_label
from ..wording import listed, percent
from .cells import HEADLINE, Cells
from .facts import Agreement, Facts
from .phrases import points
from .pictures import Panel
from .tables import Entry, Row, Table

if TYPE_CHECKING:
    from ..runs import Runs

VERDICTS = {
    "holds": "the answer holds",
    "in doubt": "in doubt at one end",
    "turns round": "the answer turns round",
}


@dataclass(frozen=True)
class Flip:
    """The sentence, the picture and the table of what the answer rests on."""

    sentence: str
    panel: Panel
    certain: int  # assumed values that are not varied


def what_would_flip(runs: Runs, facts: Facts, cells: Cells, focus: str) -> Flip | None:
    """Return what moves the difference of the best agreement to the baseline; None where nothing can be said."""
    ranked = cells.ranked(facts, focus)
    if not ranked:
        return None
    best = ranked[0]
    found = runs.tornado(best.name, to=facts.baseline.name, outcome=HEADLINE, community=focus)
    if found.empty:
        return None
    place = results.community_label(runs, focus)
    shown = found.head(MOST)
    svg = inline_svg(
        plotting.tornado(runs, best.name, to=facts.baseline.name, outcome=HEADLINE, community=focus),
        key="tornado",
        title=f"What moves the difference {best.label} makes in {place}",
        description="; ".join(
            f"{value_label(str(row['path']))}: {points(row['low'])} to {points(row['high'])}"
            for row in shown.to_dict("records")
        ),
    )
    varied = {str(path) for path in found["path"]}
    certain = sum(value.path not in varied for value in facts.by_grade("assumed"))
    return Flip(_sentence(found, best, facts), Panel(svg, _table(found, best, facts, place)), certain)


def _sentence(found: pd.DataFrame, best: Agreement, facts: Facts) -> str:
    turning = [value_label(str(path)) for path in found.loc[found["verdict"] == "turns round", "path"]]
    doubtful = [value_label(str(path)) for path in found.loc[found["verdict"] == "in doubt", "path"]]
    versus = f"{best.label} against {facts.baseline.label}"
    if turning:
        return f"{versus}: the answer turns round with {listed(turning)}."
    if doubtful:
        return f"{versus}: no value turns the answer round by itself; it is in doubt at one end of {listed(doubtful)}."
    first = found.iloc[0]
    return (
        f"{versus}: no varied value turns the answer round by itself, at either end of its range. It moves most with "
        f"{value_label(str(first['path']))}: from {points(float(first['low']))} to {points(float(first['high']))} of "
        "the need."
    )


def _table(found: pd.DataFrame, best: Agreement, facts: Facts, place: str) -> Table:
    rows = [
        Row(
            value_label(str(row["path"])),
            [
                Entry(points(row["low"]), f"± {points(2 * row['low_error'])}"),
                Entry(points(row["high"]), f"± {points(2 * row['high_error'])}"),
                Entry(percent(row["variance_share"])),
                Entry(VERDICTS[str(row["verdict"])]),
            ],
        )
        for row in found.to_dict("records")
    ]
    return Table(
        caption=(
            f"{place}, as kept: {best.label} minus {facts.baseline.label} in share of need eaten, by what is not known"
        ),
        row_heads=["value"],
        columns=[
            Entry("lowest third", "of its law"),
            Entry("highest third", "of its law"),
            Entry("share of variance", "between points"),
            Entry("sign of the difference"),
        ],
        rows=rows,
        lengthy=True,
    )
