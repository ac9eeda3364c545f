# SPDX-License-Identifier: Apache-2.0
"""What would flip the conclusion: the values that are not known, and how far each moves the answer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pandas as pd

from .. import plotting, results
from ..figures import inline_svg
from ..swings import MOST, value_label
from ..wording import count, listed, percent
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
    """The sentence, the picture (if any value stands out) and the table of what the answer rests on."""

    sentence: str
    beside: str  # how many values were varied, over how many points, and how many were not
    panel: Panel | None
    table: Table


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
    shown = found[found["stands_out"]].head(MOST)
    panel = None
    if len(shown):
        svg = inline_svg(
            plotting.tornado(runs, best.name, to=facts.baseline.name, outcome=HEADLINE, community=focus),
            key="tornado",
            title=f"What moves the difference {best.label} makes in {place}",
            description="; ".join(
                f"{value_label(str(row['path']))}: {points(row['low'])} to {points(row['high'])}"
                for row in shown.to_dict("records")
            ),
        )
        panel = Panel(svg)
    return Flip(_sentence(found, best, facts), _beside(found, runs, facts), panel, _table(found, best, facts, place))


def _beside(found: pd.DataFrame, runs: Runs, facts: Facts) -> str:
    """Say how much was varied, what stands out of it, and what was not varied at all."""
    varied, out = len(found), int(found["stands_out"].sum())
    sets = runs.dataset.sizes["replicate"] // int(runs.provenance["per_point"])
    assumed = {value.path for value in facts.by_grade("assumed")}
    told = f"{count(float(varied))} values were varied together, over {count(float(sets))} sets of values; "
    if out > MOST:
        told += f"{out} move the difference by more than chance, of which {MOST} are shown. "
    elif out < varied:
        told += f"{varied - out} of them move it by no more than chance, as far as so many sets can tell. "
    else:
        told += "all of them move it by more than chance. "
    unasked = {path for path, _ in facts.idle}
    if unasked:
        told += f"{_idle(len(unasked))}. "
    certain = len(assumed.difference(found["path"]) - unasked)
    if certain:
        told += f"{certain} assumed {'value is' if certain == 1 else 'values are'} single and not varied."
    return told.strip()


def _idle(number: int) -> str:
    told = "1 law more is" if number == 1 else f"{number} laws more are"
    return f"{told} not asked for under this scenario's model of answers"


def _sentence(found: pd.DataFrame, best: Agreement, facts: Facts) -> str:
    out = found[found["stands_out"]]
    turning = [value_label(str(path)) for path in out.loc[out["verdict"] == "turns round", "path"]]
    doubtful = [value_label(str(path)) for path in out.loc[out["verdict"] == "in doubt", "path"]]
    versus = f"{best.label} against {facts.baseline.label}"
    if turning:
        return f"{versus}: the answer turns round with {listed(turning)}."
    if doubtful:
        return f"{versus}: no value turns the answer round by itself; it is in doubt at one end of {listed(doubtful)}."
    if out.empty:
        return f"{versus}: no varied value moves the difference by more than chance does."
    first = out.iloc[0]
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
                Entry(VERDICTS[str(row["verdict"])] if row["stands_out"] else "not told from chance"),
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
