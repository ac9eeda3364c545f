# SPDX-License-Identifier: Apache-2.0
"""The tornado: how far the values that are not known move a result."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd
from matplotlib.axes import Axes

from . import results, wording
from .figures import ARM_COLOURS, INK, PAPER, QUIET, Picture, look

if TYPE_CHECKING:
    from .runs import Runs

MOST = 12  # bars that a page can take in
TALLEST_IN, ROW_IN = 2.9, 0.42  # of all rows; of one, while they are few
PLACES = ("communities", "enclaves")
WORDS = {"informal": "informal supply", "population": "number of people"}
VERDICTS = {"holds": "", "in doubt": "in doubt", "turns round": "turns round"}


def tornado(
    runs: Runs,
    agreement: str,
    *,
    to: str | None = None,
    outcome: str = "coverage",
    arm: str = "as_kept",
    community: str | None = None,
    most: int = MOST,
) -> Picture:
    """Draw how a result moves with the values that stand out of chance, the widest swing on top.

    Parameters
    ----------
    runs
        The runs.
    agreement, to, outcome, arm, community
        What is asked of `Runs.tornado`.
    most
        How many bars at most.

    Returns
    -------
    Picture
        An open end is the mean where the value lies in the lowest third of its law, a filled one in the highest; the
        upright line is the mean over everything, the broken one no difference. Where no value stands out of chance, a
        sentence that says so.

    Raises
    ------
    ValueError
        If nothing is uncertain, or there are too few parameter points to say.
    """
    table = runs.tornado(agreement, to=to, outcome=outcome, arm=arm, community=community)
    if table.empty:
        raise ValueError("no tornado: nothing is uncertain, or there are fewer than 12 parameter points")
    shown = table[table["stands_out"]].head(most)
    if shown.empty:
        return _sentence(len(table))
    unit = str(runs.dataset[outcome].attrs.get("unit", ""))
    row_in = min(ROW_IN, TALLEST_IN / len(shown))
    with look():
        picture = Picture(figsize=(5.6, 0.75 + row_in * len(shown)), layout="constrained")
        axes = picture.subplots()
        _draw(axes, shown, unit, ARM_COLOURS[arm], difference=to is not None)
    return picture


def _sentence(varied: int) -> Picture:
    """Say instead of a picture that there is nothing to draw: that is an answer too."""
    which = "The one varied value does not move" if varied == 1 else f"None of the {varied} varied values moves"
    said = f"{which} this by more than chance does.\nMore parameter points (a smaller per_point) may tell more."
    with look():
        picture = Picture(figsize=(5.6, 0.9), layout="constrained")
        axes = picture.subplots()
        axes.set_axis_off()
        axes.text(0, 0.5, said, va="center", color=INK, size=9.5, transform=axes.transAxes)
    return picture


def value_label(path: str) -> str:
    """Return a path in words, what it is first: `informal supply (Eastern Aleppo)`."""
    *where, what = path.split("/")
    told = WORDS.get(what, _spaced(what))
    if len(where) == 2 and where[0] in PLACES:
        return f"{told} ({results.place_label(where[1])})"
    around = [_spaced(part) for part in where if part != "by"]
    return f"{told} ({', '.join(around)})" if around else told


def _spaced(part: str) -> str:
    return part.replace("_", " ").replace("-", " ")


def _draw(axes: Axes, table: pd.DataFrame, unit: str, colour: str, *, difference: bool) -> None:
    share = unit in {"share", "1", ""}
    scale = 100.0 if share else 1.0
    for row, entry in enumerate(table.to_dict("records")):
        low, high = scale * float(entry["low"]), scale * float(entry["high"])
        axes.plot([low, high], [row, row], color=colour, linewidth=5, solid_capstyle="butt", alpha=0.45, zorder=2)
        axes.plot([low], [row], marker="o", markersize=6, color=colour, markerfacecolor=PAPER, zorder=3)
        axes.plot([high], [row], marker="o", markersize=6, color=colour, zorder=3)
        mark = VERDICTS.get(str(entry["verdict"]), "")
        if mark:
            axes.annotate(
                mark, xy=(max(low, high), row), xytext=(8, 0), textcoords="offset points", va="center", size=8.5,
                color=INK, weight="bold",
            )  # fmt: skip
    middle = scale * float((table["low"] + table["high"]).mean() / 2)
    axes.axvline(middle, color=QUIET, linewidth=0.8, zorder=1)
    if difference:
        axes.axvline(0, color=QUIET, linewidth=0.8, linestyle=(0, (3, 2)), zorder=1)
    axes.set_yticks(range(len(table)), [value_label(str(path)) for path in table["path"]])
    axes.tick_params(axis="y", length=0, labelcolor=INK, labelsize=8.5)
    axes.set_ylim(len(table) - 0.5, -0.6)
    axes.spines["left"].set_visible(False)
    axes.grid(axis="x")
    axes.locator_params(axis="x", nbins=5)
    axes.margins(x=0.16)
    axes.xaxis.set_major_formatter(lambda value, _: f"{value:g} %" if share else wording.count(float(value)))
