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
from .asked import Asked, what_is_asked
from .cells import HEADLINE, Cells
from .facts import Facts
from .phrases import differs, displaced_under
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
    asked = what_is_asked(runs, facts, cells, focus)
    if asked is None:
        return None
    best = asked.best
    found = runs.tornado(best.name, to=facts.baseline.name, outcome=asked.outcome, community=focus)
    if found.empty:
        return None
    place = results.community_label(runs, focus)
    shown = found[found["stands_out"]].head(MOST)
    panel = None
    if len(shown):
        svg = inline_svg(
            plotting.tornado(runs, best.name, to=facts.baseline.name, outcome=asked.outcome, community=focus),
            key="tornado",
            title=f"What moves the difference {best.label} makes in {place}",
            description="; ".join(
                f"{value_label(str(row['path']))}: {differs(row['low'], asked.unit)} to "
                f"{differs(row['high'], asked.unit)}"
                for row in shown.to_dict("records")
            ),
        )
        panel = Panel(svg)
    away = displaced_under(cells, [best, facts.baseline], focus)
    return Flip(
        f"{asked.why} {_sentence(found, asked, facts)}".strip(),
        f"{_beside(found, runs, facts)} {away}".strip(),
        panel,
        _table(found, asked, facts, place, away),
    )


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
    return f"{told} not asked for under this scenario's model of answers and siege tiers"


def _sentence(found: pd.DataFrame, asked: Asked, facts: Facts) -> str:
    out = found[found["stands_out"]]
    turning = [value_label(str(path)) for path in out.loc[out["verdict"] == "turns round", "path"]]
    doubtful = [value_label(str(path)) for path in out.loc[out["verdict"] == "in doubt", "path"]]
    versus = f"{asked.best.label} against {facts.baseline.label}"
    of = " of the need" if asked.outcome == HEADLINE else ""
    if turning:
        return f"{versus}: the answer turns round with {listed(turning)}."
    if doubtful:
        return f"{versus}: no value turns the answer round by itself; it is in doubt at one end of {listed(doubtful)}."
    if out.empty:
        return f"{versus}: no varied value moves the difference by more than chance does."
    first = out.iloc[0]
    return (
        f"{versus}: no varied value turns the answer round by itself, at either end of its range. It moves most with "
        f"{value_label(str(first['path']))}: from {differs(float(first['low']), asked.unit)} to "
        f"{differs(float(first['high']), asked.unit)}{of}."
    )


def _table(found: pd.DataFrame, asked: Asked, facts: Facts, place: str, note: str) -> Table:
    rows = [
        Row(
            value_label(str(row["path"])),
            [
                Entry(differs(row["low"], asked.unit), f"± {differs(2 * row['low_error'], asked.unit)}"),
                Entry(differs(row["high"], asked.unit), f"± {differs(2 * row['high_error'], asked.unit)}"),
                Entry(percent(row["variance_share"])),
                Entry(VERDICTS[str(row["verdict"])] if row["stands_out"] else "not told from chance"),
            ],
        )
        for row in found.to_dict("records")
    ]
    return Table(
        caption=(
            f"{place}, as kept: {asked.best.label} minus {facts.baseline.label} in {asked.label}, by what is not known"
        ),
        row_heads=["value"],
        columns=[
            Entry("lowest third", "of its law"),
            Entry("highest third", "of its law"),
            Entry("share of variance", "between points"),
            Entry("sign of the difference"),
        ],
        rows=rows,
        note=note,
        lengthy=True,
    )
