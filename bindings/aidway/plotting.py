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

from . import results, wording
from .errors import require_name
from .figures import ARM_COLOURS, ARM_LINES, PAPER, QUIET, Picture, look
from .histogram import bin_edges, weekly_band
from .meanings import meaning
from .swings import tornado
from .waterfalls import funnel, reasons

if TYPE_CHECKING:
    from .runs import Runs

__all__ = ["Plots", "funnel", "ranges", "reasons", "tornado", "weekly"]

FEW = 6  # agreements under one another that leave room to spare
ACROSS = 3  # panels side by side: more are too small to read


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

    def funnel(self, agreement: str, *, community: str | None = None) -> Picture:
        """Draw how requests narrow to deliveries; see `aidway.plotting.funnel`."""
        return funnel(self._runs, agreement, community=community)

    def reasons(self, agreement: str, *, arm: str = "as_kept", community: str | None = None) -> Picture:
        """Draw where the rations ended; see `aidway.plotting.reasons`."""
        return reasons(self._runs, agreement, arm=arm, community=community)

    def tornado(
        self,
        agreement: str,
        *,
        to: str | None = None,
        outcome: str = "coverage",
        arm: str = "as_kept",
        community: str | None = None,
    ) -> Picture:
        """Draw how a result moves with each value that is not known; see `aidway.plotting.tornado`."""
        return tornado(self._runs, agreement, to=to, outcome=outcome, arm=arm, community=community)


def weekly(
    runs: Runs,
    outcome: str = "weekly_coverage",
    *,
    arm: str | None = None,
    community: str | None = None,
    agreements: list[str] | None = None,
    axis: bool = True,
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
    axis
        False leaves the name of the outcome to the page around it.

    Returns
    -------
    Picture
        The line is the median of the replicates in that week, the band runs from the 10 % to the 90 % quantile.
        Bands are pointwise: no single replicate need stay inside one for the whole time.
    """
    place = results.known_community(runs, community)
    shown = results.names(runs, "agreement") if agreements is None else agreements
    arms = _arms(runs, arm)
    with look():
        across = min(len(shown), ACROSS)
        down = -(-len(shown) // across)
        picture = Picture(figsize=(3.75 * across, 2.9 * down), layout="constrained")
        panels = picture.subplots(down, across, sharey=True, squeeze=False).ravel()
        for panel in panels[len(shown) :]:
            panel.remove()
        for panel, agreement in zip(panels, shown, strict=False):
            _draw_weeks(panel, runs, outcome, agreement, arms, place)
        if axis:
            picture.supylabel(meaning(outcome, runs.dataset[outcome].attrs).axis, size=9.5, color=QUIET)
    return picture


def ranges(
    runs: Runs,
    outcome: str = "coverage",
    *,
    community: str | None = None,
    agreements: list[str] | None = None,
    axis: bool = True,
) -> Picture:
    """Draw the mean and the 80 % range of an outcome, both arms under each agreement.

    Beside each agreement stand the people displaced under it, as kept: emptying a town is never success. `axis=False`
    leaves the name of the outcome to the page around it.
    """
    place = results.known_community(runs, community)
    table = runs.summary()
    table = table[(table["outcome"] == outcome) & (table["community"] == place)]
    shown = results.names(runs, "agreement") if agreements is None else agreements
    unit = str(runs.dataset[outcome].attrs.get("unit", ""))
    share = unit in {"share", "1", ""}
    scale = 100.0 if share else 1.0
    with look():
        picture = Picture(
            figsize=(4.6, 0.45 + (0.92 if len(shown) <= FEW else 0.78) * len(shown)), layout="constrained"
        )
        axes = picture.subplots()
        for row, agreement in enumerate(shown):
            name = axes.text(0, row - 0.33, results.short_label(agreement), va="center", weight="bold", size=10.5)
            axes.annotate(
                _displaced(runs, agreement, place), xy=(1, 0.5), xycoords=name, xytext=(9, 0),
                textcoords="offset points", va="center", size=8.5, color=QUIET,
            )  # fmt: skip
            for offset, arm in ((-0.05, "as_signed"), (0.22, "as_kept")):
                cell = table[(table["agreement"] == agreement) & (table["arm"] == arm)].iloc[0]
                _draw_range(axes, row + offset, cell, arm, scale, "%" if share else unit)
        axes.set_ylim(len(shown) - 0.5, -0.6)
        axes.set_yticks([])
        axes.spines["left"].set_visible(False)
        if share:
            axes.set_xlim(0, 138)
            axes.set_xticks([0, 25, 50, 75, 100], ["0", "25", "50", "75", "100 %"])
            axes.spines["bottom"].set_bounds(0, 100)
        else:
            axes.set_xlim(0, 1.5 * max(float(table["high"].max()), 1.0))
            axes.xaxis.set_major_formatter(lambda value, _: wording.count(value))
        axes.grid(axis="x")
        if axis:
            axes.set_xlabel(meaning(outcome, runs.dataset[outcome].attrs).axis, loc="left")
    return picture


def _displaced(runs: Runs, agreement: str, community: str) -> str:
    if "displaced_person_days" not in runs.dataset:
        return ""
    cell = runs.dataset["displaced_person_days"].sel(agreement=agreement, arm="as_kept", community=community)
    return wording.displaced(float(cell.mean()))


def _draw_range(axes: Axes, height: float, cell: pd.Series[Any], arm: str, scale: float, unit: str) -> None:
    low, mean, high = (scale * float(cell[name]) for name in ("low", "mean", "high"))
    colour = ARM_COLOURS[arm]
    filled = arm == "as_kept"
    axes.plot([low, high], [height, height], color=colour, linewidth=2.4, linestyle=ARM_LINES[arm], zorder=2)
    axes.plot(
        [mean], [height], marker="o", markersize=7, color=colour, markerfacecolor=colour if filled else PAPER, zorder=3
    )
    number = f"{mean:.0f} %" if unit == "%" else wording.by_unit(mean, unit)
    axes.annotate(
        f"{number} {results.ARM_LABELS[arm]}",
        xy=(max(high, mean), height),
        xytext=(7, 0),
        textcoords="offset points",
        va="center",
        size=9.5,
        color=colour,
    )


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
    edges = bin_edges(runs.dataset, outcome)
    low_edge, high_edge = float(edges[0]), float(edges[-1])
    if str(runs.dataset[outcome].attrs.get("unit", "")) == "index":
        _scale_by_factors(panel, bands)
    else:
        panel.set_ylim(low_edge, low_edge + 1.02 * (high_edge - low_edge))
    if (low_edge, round(high_edge, 6)) == (0.0, 1.0):
        panel.set_yticks([0, 0.25, 0.5, 0.75, 1.0])
        panel.yaxis.set_major_formatter(PercentFormatter(1.0, decimals=0, symbol=" %"))
    _label_lines(panel, days, bands, one_panel=len(arms) == 1)
    panel.grid(axis="y")
    panel.spines["left"].set_visible(False)
    panel.tick_params(axis="y", length=0)
    _label_months(panel, weeks)
    panel.set_title("\n".join(textwrap.wrap(results.short_label(agreement), 34)))


def _scale_by_factors(panel: Axes, bands: dict[str, Any]) -> None:
    """Show an index on a scale on which equal steps are equal factors, as wide as the bands of this panel."""
    values = np.concatenate([band[np.isfinite(band)] for band in bands.values()])
    least, most = (float(values.min()), float(values.max())) if values.size else (1.0, 1.0)
    panel.set_yscale("log")
    panel.set_ylim(min(0.8, 0.9 * least), max(2.5, 1.15 * most))
    ticks = [tick for tick in FACTORS if panel.get_ylim()[0] <= tick <= panel.get_ylim()[1]]
    panel.set_yticks(ticks, [f"× {tick:g}" for tick in ticks])
    panel.set_yticks([], minor=True)


FACTORS = (0.25, 0.5, 1, 2, 5, 10, 20, 50)


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
    up = panel.transScale + panel.transLimits  # from data to shares of the panel

    def height(value: float) -> float:
        return float(np.clip(up.transform((float(days[-1]), value))[1], 0.0, 1.0))

    heights = {arm: height(_last(band[1])) for arm, band in bands.items()}
    order = sorted(heights, key=lambda arm: heights[arm])
    if len(order) == 2 and heights[order[1]] - heights[order[0]] < LINE_APART:
        middle = float(np.clip((heights[order[0]] + heights[order[1]]) / 2, 0.06, 0.95))
        heights[order[0]], heights[order[1]] = middle - LINE_APART / 2, middle + LINE_APART / 2
    place: dict[str, Any] = {"transform": panel.get_xaxis_transform(), "va": "center"}
    for arm in order:
        label = f" {results.ARM_LABELS[arm]}"
        panel.text(
            days[-1] + 0.03 * room, heights[arm], label, color=ARM_COLOURS[arm], size=9.5, weight="bold", **place
        )
    if one_panel:
        (low, _, high) = next(iter(bands.values()))
        for edge, text in ((low, "10 %"), (high, "90 %")):
            at = height(float(edge[-1]))
            if abs(at - next(iter(heights.values()))) > 0.06:
                panel.text(days[-1] + 0.03 * room, at, f" {text}", color=QUIET, size=8.5, **place)


LINE_APART = 0.09  # of a panel's height, between the names of two lines


def _last(middle: Any) -> float:
    known = middle[np.isfinite(middle)]
    return float(known[-1]) if known.size else 0.0


def _arms(runs: Runs, arm: str | None) -> list[str]:
    known = results.names(runs, "arm")
    if arm is None:
        return [name for name in results.ARMS if name in known]
    return [require_name("arm", arm, known)]
