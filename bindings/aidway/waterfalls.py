# SPDX-License-Identifier: Apache-2.0
"""Where rations ended, and how requests narrow to deliveries."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
from matplotlib.axes import Axes

from . import results
from .figures import ARM_COLOURS, DELIVERED, INK, LARGEST, LOST, NOT_ASKED, PAPER, QUIET, Picture, look

if TYPE_CHECKING:
    from .runs import Runs

SMALLEST_SHOWN = 0.005  # of all rations: what is less is gathered under one bar, and in full in the table


def reasons(
    runs: Runs,
    agreement: str,
    *,
    arm: str = "as_kept",
    community: str | None = None,
    outcome: str | None = None,
    title: bool = True,
) -> Picture:
    """Draw where the rations ended, as a waterfall from all that people need down to those delivered.

    Parameters
    ----------
    runs
        The runs.
    agreement
        One of the agreements simulated.
    arm
        `as_signed` or `as_kept`.
    community
        A community's name; the first when left out.
    outcome
        `need_waterfall`, which starts from need, or `reasons`, which starts from what was planned; the first that the
        runs have when left out.
    title
        False leaves the heading to the page around it.

    Returns
    -------
    Picture
        Hatched bars are what no convoy was asked to carry; the darkest is the largest loss on the way.
    """
    place = results.known_community(runs, community)
    shown = results.waterfall_of(runs) if outcome is None else outcome
    steps = _visible_steps(results.reason_rations(runs, agreement, place, arm, outcome=shown))
    total = float(steps.sum())
    with look():
        picture = Picture(figsize=(4.2, 0.95 + 0.3 * len(steps)), layout="constrained")
        axes = picture.subplots()
        if title:
            axes.set_title(results.short_label(agreement))
        _draw_waterfall(axes, steps, total)
    return picture


def _draw_waterfall(axes: Axes, steps: pd.Series[float], total: float) -> None:
    losses = steps.drop(["delivered", *results.NOT_ASKED], errors="ignore")
    largest = str(losses.idxmax()) if len(losses) and float(losses.max()) > 0 else ""
    end = 100.0
    for row, (name, rations) in enumerate(steps.items()):
        share = 100.0 * float(rations) / total if total > 0 else 0.0
        delivered = name == "delivered"
        start = 0.0 if delivered else end - share
        colour = DELIVERED if delivered else (LARGEST if name == largest else LOST)
        if name in results.NOT_ASKED:
            axes.barh(
                row, share, left=start, height=0.62, facecolor=NOT_ASKED, edgecolor=LOST, hatch="///", linewidth=0
            )
        else:
            axes.barh(row, share, left=start, height=0.62, color=colour)
        if row + 1 < len(steps):
            axes.plot([start, start], [row + 0.31, row + 0.69], color=QUIET, linewidth=0.7)
        inside = start > 82
        axes.text(
            start - 1.5 if inside else start + share + 1.5,
            row,
            _percent(share),
            va="center",
            ha="right" if inside else "left",
            size=9.5,
            weight="bold" if delivered or name == largest else "normal",
        )
        end = start
    labels = ["\n".join(textwrap.wrap(results.reason_label(str(name)), 24)) for name in steps.index]
    axes.set_yticks(range(len(steps)), labels)
    axes.tick_params(axis="y", length=0, labelcolor=INK, labelsize=9.5)
    axes.set_ylim(len(steps) - 0.4, -0.6)
    axes.set_xlim(0, 112)
    axes.set_xticks([0, 50, 100], ["0", "50", "100 %"])
    axes.spines["left"].set_visible(False)
    axes.spines["bottom"].set_bounds(0, 100)


def _percent(share: float) -> str:
    if share == 0:
        return "0 %"
    if share < 1:
        return "under 1 %"
    return f"{share:.0f} %"


def _visible_steps(rations: pd.Series[float]) -> pd.Series[float]:
    """Keep what can be seen; gather the slivers, so that the bars still add up to everything."""
    total = float(rations.sum())
    kept = {str(name): float(value) for name, value in rations.items() if value > SMALLEST_SHOWN * total}
    delivered = kept.pop("delivered", float(rations.get("delivered", 0.0)))
    slivers = total - delivered - sum(kept.values())
    if slivers > 1e-9 * total:
        kept["other"] = slivers
    kept["delivered"] = delivered
    return pd.Series(kept, dtype=np.float64)


def funnel(runs: Runs, agreement: str, *, community: str | None = None, title: bool = True) -> Picture:
    """Draw how much of what was requested in rations reaches each stage, both arms."""
    place = results.known_community(runs, community)
    stages = [name for name in results.names(runs, "stage") if name in results.STAGES]
    with look():
        picture = Picture(figsize=(4.2, 0.75 + 0.5 * len(stages)), layout="constrained")
        axes = picture.subplots()
        if title:
            axes.set_title(results.short_label(agreement))
        for offset, arm in ((-0.19, "as_signed"), (0.19, "as_kept")):
            _draw_stages(axes, results.stage_shares(runs, agreement, place, arm, stages), offset, arm)
        axes.set_yticks(range(len(stages)), [results.STAGES[name] for name in stages])
        axes.tick_params(axis="y", length=0, labelcolor=INK, labelsize=9.5)
        axes.set_ylim(len(stages) - 0.45, -0.6)
        axes.set_xlim(0, 125)
        axes.set_xticks([0, 50, 100], ["0", "50", "100 %"])
        axes.spines["left"].set_visible(False)
        axes.spines["bottom"].set_bounds(0, 100)
    return picture


def _draw_stages(axes: Axes, shares: list[float], offset: float, arm: str) -> None:
    """Bars of one arm: filled as kept, open as signed, as the points of the ranges are."""
    filled = arm == "as_kept"
    for row, share in enumerate(shares):
        axes.barh(
            row + offset, 100 * share, height=0.34, facecolor=ARM_COLOURS[arm] if filled else PAPER,
            edgecolor=ARM_COLOURS[arm], linewidth=1.1,
        )  # fmt: skip
        axes.text(100 * share + 1.5, row + offset, _percent(100 * share), va="center", size=8.5, color=ARM_COLOURS[arm])
