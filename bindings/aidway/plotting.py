# SPDX-License-Identifier: Apache-2.0
"""Pictures of runs: ranges side by side, weeks with bands, and where the rations ended."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING, Any

import matplotlib.dates as mdates
import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.ticker import PercentFormatter

from . import results
from .errors import require_name
from .figures import ARM_COLOURS, ARM_LINES, DELIVERED, INK, LARGEST, LOST, PAPER, QUIET, Picture, look
from .histogram import bin_edges, weekly_band

if TYPE_CHECKING:
    from .runs import Runs

SMALLEST_SHOWN = 0.005  # of all rations: what is less is gathered under one bar, and in full in the table


class Plots:
    """The pictures of one set of runs, as `runs.plot`."""

    def __init__(self, runs: Runs) -> None:
        self._runs = runs

    def weekly(
        self, outcome: str = "weekly_coverage", *, arm: str | None = None, community: str | None = None
    ) -> Picture:
        """Draw a weekly outcome, one panel per agreement; see `aidway.plotting.weekly`."""
        return weekly(self._runs, outcome, arm=arm, community=community)

    def ranges(self, outcome: str = "coverage", *, community: str | None = None) -> Picture:
        """Draw the mean and range of an outcome per agreement; see `aidway.plotting.ranges`."""
        return ranges(self._runs, outcome, community=community)

    def reasons(self, agreement: str, *, arm: str = "as_kept", community: str | None = None) -> Picture:
        """Draw where the rations ended; see `aidway.plotting.reasons`."""
        return reasons(self._runs, agreement, arm=arm, community=community)


def weekly(
    runs: Runs,
    outcome: str = "weekly_coverage",
    *,
    arm: str | None = None,
    community: str | None = None,
    agreements: list[str] | None = None,
) -> Picture:
    """Draw a weekly outcome, agreements side by side on one scale.

    Parameters
    ----------
    runs
        The runs.
    outcome
        A weekly outcome, such as `weekly_coverage`.
    arm
        `as_signed` or `as_kept`; both when left out.
    community
        A community's name; the first when left out.
    agreements
        Which agreements, in which order; all of them when left out.

    Returns
    -------
    Picture
        The line is the median of the replicates in that week, the band runs from the 10 % to the 90 % quantile.
        Bands are pointwise: no single replicate need stay inside one for the whole time.
    """
    place = _community(runs, community)
    shown = results.names(runs, "agreement") if agreements is None else agreements
    arms = _arms(runs, arm)
    with look():
        picture = Picture(figsize=(3.75 * len(shown), 2.9), layout="constrained")
        panels = picture.subplots(1, len(shown), sharey=True, squeeze=False)[0]
        for panel, agreement in zip(panels, shown, strict=True):
            _draw_weeks(panel, runs, outcome, agreement, arms, place)
    return picture


def ranges(runs: Runs, outcome: str = "coverage", *, community: str | None = None) -> Picture:
    """Draw the mean and the 80 % range of an outcome, both arms under each agreement."""
    place = _community(runs, community)
    table = runs.summary()
    table = table[(table["outcome"] == outcome) & (table["community"] == place)]
    agreements = results.names(runs, "agreement")
    share = str(runs.dataset[outcome].attrs.get("unit", "")) in {"share", "1", ""}
    scale = 100.0 if share else 1.0
    with look():
        picture = Picture(figsize=(4.6, 0.45 + 0.92 * len(agreements)), layout="constrained")
        axes = picture.subplots()
        for row, agreement in enumerate(agreements):
            axes.text(0, row - 0.33, results.short_label(agreement), va="center", weight="bold", size=10.5)
            for offset, arm in ((-0.05, "as_signed"), (0.22, "as_kept")):
                cell = table[(table["agreement"] == agreement) & (table["arm"] == arm)].iloc[0]
                _draw_range(axes, row + offset, cell, arm, scale, "%" if share else "")
        axes.set_ylim(len(agreements) - 0.5, -0.6)
        axes.set_yticks([])
        axes.spines["left"].set_visible(False)
        if share:
            axes.set_xlim(0, 138)
            axes.set_xticks([0, 25, 50, 75, 100], ["0", "25", "50", "75", "100 %"])
            axes.spines["bottom"].set_bounds(0, 100)
        else:
            axes.margins(x=0.35)
        axes.grid(axis="x")
    return picture


def _draw_range(axes: Axes, height: float, cell: pd.Series[Any], arm: str, scale: float, unit: str) -> None:
    low, mean, high = (scale * float(cell[name]) for name in ("low", "mean", "high"))
    colour = ARM_COLOURS[arm]
    filled = arm == "as_kept"
    axes.plot([low, high], [height, height], color=colour, linewidth=2.4, linestyle=ARM_LINES[arm], zorder=2)
    axes.plot(
        [mean], [height], marker="o", markersize=7, color=colour, markerfacecolor=colour if filled else PAPER, zorder=3
    )
    axes.text(
        max(high, mean) + 2.5 * (1 if unit else 0),
        height,
        f"{mean:,.0f} {unit} {results.ARM_LABELS[arm]}".replace("  ", " "),
        va="center",
        size=9.5,
        color=colour,
    )


def reasons(
    runs: Runs, agreement: str, *, arm: str = "as_kept", community: str | None = None, title: bool = True
) -> Picture:
    """Draw where the rations ended, as a waterfall from all that were planned down to those delivered."""
    place = _community(runs, community)
    steps = _visible_steps(results.reason_rations(runs, agreement, place, arm))
    total = float(steps.sum())
    with look():
        picture = Picture(figsize=(4.2, 0.95 + 0.3 * len(steps)), layout="constrained")
        axes = picture.subplots()
        if title:
            axes.set_title(results.short_label(agreement))
        _draw_waterfall(axes, steps, total)
    return picture


def _draw_waterfall(axes: Axes, steps: pd.Series[float], total: float) -> None:
    losses = steps.drop("delivered", errors="ignore")
    largest = str(losses.idxmax()) if len(losses) and float(losses.max()) > 0 else ""
    end = 100.0
    for row, (name, rations) in enumerate(steps.items()):
        share = 100.0 * float(rations) / total if total > 0 else 0.0
        delivered = name == "delivered"
        start = 0.0 if delivered else end - share
        colour = DELIVERED if delivered else (LARGEST if name == largest else LOST)
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
    labels = [results.reason_label(str(name)) for name in steps.index]
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


def _draw_weeks(panel: Axes, runs: Runs, outcome: str, agreement: str, arms: list[str], place: str) -> None:
    weeks = pd.to_datetime(runs.dataset["week"].to_numpy())
    days = mdates.date2num(weeks.to_pydatetime())
    bands = {arm: weekly_band(runs.dataset, outcome, agreement, arm, place) for arm in arms}
    for arm, (low, middle, high) in bands.items():
        colour = ARM_COLOURS[arm]
        panel.fill_between(days, low, high, color=colour, alpha=0.16 if arm == "as_kept" else 0.10, linewidth=0)
        if arm != "as_kept":
            for edge in (low, high):
                panel.plot(days, edge, color=colour, linewidth=0.7, linestyle=ARM_LINES[arm])
        panel.plot(days, middle, color=colour, linewidth=2.2, linestyle=ARM_LINES[arm])
    _label_lines(panel, days, bands, one_panel=len(arms) == 1)
    edges = bin_edges(runs.dataset, outcome)
    low_edge, high_edge = float(edges[0]), float(edges[-1])
    panel.set_ylim(low_edge, low_edge + 1.02 * (high_edge - low_edge))
    if (low_edge, round(high_edge, 6)) == (0.0, 1.0):
        panel.set_yticks([0, 0.25, 0.5, 0.75, 1.0])
        panel.yaxis.set_major_formatter(PercentFormatter(1.0, decimals=0, symbol=" %"))
    panel.grid(axis="y")
    panel.spines["left"].set_visible(False)
    panel.tick_params(axis="y", length=0)
    _label_months(panel, weeks)
    panel.set_title("\n".join(textwrap.wrap(results.short_label(agreement), 34)))


def _label_months(panel: Axes, weeks: pd.DatetimeIndex) -> None:
    """Name the months in plain English; a year follows the first and every January."""
    firsts = list(pd.date_range(weeks[0], weeks[-1] + pd.Timedelta(days=7), freq="MS"))
    if len(firsts) < 2:
        firsts = list(weeks[:: max(1, len(weeks) // 3)])
        labels = [f"{day.day} {MONTHS[day.month - 1]}" for day in firsts]
    else:
        labels = [MONTHS[day.month - 1] for day in firsts]
    labels = [
        f"{label}\n{day.year}" if place == 0 or day.month == 1 else label
        for place, (label, day) in enumerate(zip(labels, firsts, strict=True))
    ]
    panel.set_xticks(mdates.date2num([day.to_pydatetime() for day in firsts]), labels)


MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def _label_lines(panel: Axes, days: Any, bands: dict[str, Any], *, one_panel: bool) -> None:
    """Write each line's name at its end, pushed apart where two would overlap; name the band's edges once."""
    room = 0.30 * (days[-1] - days[0]) if len(days) > 1 else 3.0
    panel.set_xlim(days[0], days[-1] + room)
    ends = {arm: _last(band[1]) for arm, band in bands.items()}
    order = sorted(ends, key=lambda arm: ends[arm])
    heights = dict(ends)
    if len(order) == 2 and heights[order[1]] - heights[order[0]] < 0.09:
        middle = (heights[order[0]] + heights[order[1]]) / 2
        middle = min(max(middle, 0.06), 0.95)
        heights[order[0]], heights[order[1]] = middle - 0.045, middle + 0.045
    for arm in order:
        panel.text(
            days[-1] + 0.03 * room, heights[arm], f" {results.ARM_LABELS[arm]}", color=ARM_COLOURS[arm], va="center",
            size=9.5, weight="bold",
        )  # fmt: skip
    if one_panel:
        (low, _, high) = next(iter(bands.values()))
        for edge, text in ((low, "10 %"), (high, "90 %")):
            if abs(float(edge[-1]) - next(iter(heights.values()))) > 0.06:
                panel.text(days[-1] + 0.03 * room, float(edge[-1]), f" {text}", color=QUIET, va="center", size=8.5)


def _last(middle: Any) -> float:
    known = middle[np.isfinite(middle)]
    return float(known[-1]) if known.size else 0.0


def _arms(runs: Runs, arm: str | None) -> list[str]:
    known = results.names(runs, "arm")
    if arm is None:
        return [name for name in results.ARMS if name in known]
    return [require_name("arm", arm, known)]


def _community(runs: Runs, community: str | None) -> str:
    known = results.names(runs, "community")
    if community is None:
        return known[0]
    return require_name("community", community, known)
