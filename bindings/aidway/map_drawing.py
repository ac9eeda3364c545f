# SPDX-License-Identifier: Apache-2.0
"""How a map is drawn: paper, areas, roads, gates, places, depots, legend, credit."""

from __future__ import annotations

import textwrap
from typing import Any

import geopandas as gpd
import numpy as np
from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from matplotlib.patches import Patch
from shapely.geometry import box

from . import layers, results
from .figures import INK, PAPER, QUIET, RULE, Picture
from .labels import Labels
from .places import Frame, Gate
from .publication import COORDINATE_STEP_DEG

WIDTH_INCHES = 5.4
SMALL_INCHES = 3.5

# Tint and hatch both tell the parties apart; neither carries a judgement. Parties take them in the scenario's order.
PARTY_LOOKS = (
    ("#e9d8c3", "//"),
    ("#cfe0d8", "\\\\"),
    ("#e6dfae", "xx"),
    ("#d5d3e3", "||"),
    ("#dfe3e6", "--"),
    ("#e8d3d8", "++"),
)
NOBODY = ("#eef0f1", "")
CONTESTED = ("#eef0f1", "..")
GATE_LOOKS: dict[str, dict[str, Any]] = {
    "open": {"marker": "o", "markerfacecolor": "#0b5a8c", "markeredgecolor": "#0b5a8c"},
    "by_clearance": {"marker": "D", "markerfacecolor": "#e8b23a", "markeredgecolor": "#5c4300"},
    "others": {"marker": "^", "markerfacecolor": "#8fb8d6", "markeredgecolor": "#0b5a8c"},
    "closed": {"marker": "X", "markerfacecolor": PAPER, "markeredgecolor": "#7a2b00"},
}
GATE_LABELS = {
    "open": "open to aid",
    "by_clearance": "by clearance",
    "others": "open to goods or people, not to aid",
    "closed": "closed to aid",
}
FLATTEST, TALLEST = 0.5, 1.5  # height by width of a map
LINE_INCHES = 0.19  # of the legend and the credit
CREDIT_INCHES = 0.125


class Paper:
    """A map's picture in the proportions of its frame, with room kept for what stands above and below."""

    def __init__(self, frame: Frame, *, width: float, title: str = "", credit: tuple[str, ...] = (), rows: int = 0):
        frame = shaped(frame)
        west, south, east, north = frame
        aspect = stretch(frame)
        ratio = (north - south) * aspect / (east - west)
        above = 0.32 if title else 0.03
        self._credit_top = 0.05 + LINE_INCHES * rows + CREDIT_INCHES * len(credit) + 0.05 * (rows > 0)
        below = self._credit_top + 0.05
        height = above + width * ratio + below
        self.frame = frame
        self.picture = Picture(figsize=(width, height))
        self._height = height
        self.axes = self.picture.add_axes((0.005, below / height, 0.99, width * ratio / height))
        self.axes.set_xlim(west, east)
        self.axes.set_ylim(south, north)
        self.axes.set_aspect(aspect)
        if title:
            self.axes.set_title(title)
        if credit:
            self.picture.text(
                0.005, self._credit_top / height, "\n".join(credit), va="top", size=6.5, color=QUIET, linespacing=1.3
            )
        points = 72.0 * width
        self.labels = Labels(self.axes, points, points * ratio)

    def quiet(self) -> None:
        """Leave only a thin frame around the map; geometry that was drawn may have widened the view."""
        west, south, east, north = self.frame
        self.axes.set_xlim(west, east)
        self.axes.set_ylim(south, north)
        self.axes.set_xlabel("")
        self.axes.set_ylabel("")
        self.axes.set_xticks([])
        self.axes.set_yticks([])
        for spine in self.axes.spines.values():
            spine.set_visible(True)
            spine.set_color(RULE)

    def legend(self, handles: list[Any]) -> None:
        """Put the legend at the very bottom, below the credit."""
        self.picture.legend(
            handles=handles, loc="lower left", bbox_to_anchor=(0.0, 0.0), ncols=2, frameon=False, fontsize=8.5,
            handlelength=1.6, columnspacing=1.4, borderaxespad=0.2, labelspacing=0.35,
        )  # fmt: skip


def stretch(frame: Frame) -> float:
    """Return how much longer a degree of latitude is than one of longitude in the middle of a frame."""
    return 1.0 / float(np.cos(np.radians((frame[1] + frame[3]) / 2)))


def shaped(frame: Frame) -> Frame:
    """Return a frame widened or heightened until it is neither a ribbon nor a tower."""
    west, south, east, north = frame
    wide, high = east - west, (north - south) * stretch(frame)
    if high < FLATTEST * wide:
        more = (FLATTEST * wide - high) / stretch(frame) / 2
        return west, south - more, east, north + more
    if high > TALLEST * wide:
        more = (high / TALLEST - wide) / 2
        return west - more, south, east + more, north
    return frame


def party_looks(parties: list[str]) -> dict[str, tuple[str, str]]:
    """Return tint and hatch by party."""
    found = {party: PARTY_LOOKS[place % len(PARTY_LOOKS)] for place, party in enumerate(parties)}
    return found | {"unclear": NOBODY, "contested": found.get("contested", CONTESTED)}


def draw_control(axes: Axes, control: gpd.GeoDataFrame, looks: dict[str, tuple[str, str]]) -> None:
    """Tint and hatch the areas by party."""
    for party, area in control.groupby("party", sort=True):
        tint, hatch = looks.get(str(party), NOBODY)
        merged = gpd.GeoSeries([area.geometry.union_all()], crs=control.crs)
        merged.plot(ax=axes, facecolor=tint, edgecolor="#a9a396", linewidth=0.6, hatch=hatch, aspect=None, zorder=1)


def draw_roads(paper: Paper, roads: gpd.GeoDataFrame, opened: dict[str, str]) -> None:
    """Draw the network, heavy where the agreement opens it and then named."""
    axes = paper.axes
    named = roads[roads["road"].isin(list(opened))]
    other = roads[~roads["road"].isin(list(opened))]
    if len(other):
        other.plot(ax=axes, color="#858c91", linewidth=1.0, linestyle=(0, (3, 2)), aspect=None, zorder=2)
    if len(named):
        named.plot(ax=axes, color=PAPER, linewidth=5.0, aspect=None, zorder=3)
        named.plot(ax=axes, color=INK, linewidth=2.6, aspect=None, zorder=4)
    for name, road in named.groupby("road", sort=True):
        seen = road.geometry.union_all().intersection(box(*paper.frame))
        if not seen.is_empty:
            point = seen.representative_point()
            paper.labels.place(point.x, point.y, opened[str(name)], size=9.5, weight="bold", style="italic")


def draw_ways(axes: Axes, ways: list[gpd.GeoDataFrame]) -> None:
    """Draw the ways to each place: the fastest solid, the others dashed."""
    for to_place in ways:
        drawn = to_place[to_place.geometry.notna()].sort_values("time_s", kind="stable")
        for number, line in enumerate(drawn.geometry):
            x, y = np.asarray(line.coords)[:, 0], np.asarray(line.coords)[:, 1]
            dashes: Any = "solid" if number == 0 else (0, (4, 2))
            axes.plot(x, y, color=PAPER, linewidth=3.4, zorder=3)
            axes.plot(x, y, color="#0b5a8c", linewidth=2.0 if number == 0 else 1.4, linestyle=dashes, zorder=4)


def draw_gates(paper: Paper, gates: list[Gate], *, size: float = 9.0) -> None:
    """Mark each gate by what aid may do there."""
    for gate in inside(gates, paper.frame):
        look_of = GATE_LOOKS.get(gate.mark, GATE_LOOKS["closed"])
        paper.axes.plot(
            [gate.lon], [gate.lat], linestyle="none", markersize=size, markeredgewidth=1.4 * size / 9.0, zorder=6,
            **look_of,
        )  # fmt: skip
        paper.labels.block(gate.lon, gate.lat, 5.0)


def label_gates(paper: Paper, gates: list[Gate]) -> None:
    """Name the gates."""
    for gate in inside(gates, paper.frame):
        paper.labels.place(gate.lon, gate.lat, results.place_label(gate.name), size=8.5)


def inside(gates: list[Gate], frame: Frame) -> list[Gate]:
    """Return the gates on the map; what the agreement opens is drawn on top."""
    west, south, east, north = frame
    seen = [gate for gate in gates if west <= gate.lon <= east and south <= gate.lat <= north]
    return sorted(seen, key=lambda gate: bool(gate.opens_for))


def draw_depots(paper: Paper, depots: list[layers.Depot]) -> None:
    """Draw depots; one that lies far off stands at the edge and says so."""
    axes, labels = paper.axes, paper.labels
    west, south, east, north = paper.frame
    for depot in depots:
        inside = west < depot.lon < east and south < depot.lat < north
        lon = min(max(depot.lon, west + 0.02 * (east - west)), east - 0.02 * (east - west))
        lat = min(max(depot.lat, south + 0.03 * (north - south)), north - 0.03 * (north - south))
        axes.plot([lon], [lat], marker="s", markersize=7, color=INK, linestyle="none", zorder=6)
        labels.block(lon, lat, 4.0)
        text = depot.title if inside else f"to {depot.title}"
        labels.place(lon, lat, "\n".join(textwrap.wrap(text, 20)), size=8.5)


def draw_schematic(paper: Paper, *, schematic: bool, small: bool = False) -> None:
    """Say on the map itself that nobody may drive by it."""
    axes = paper.axes
    text = "SCHEMATIC: not for navigation" if schematic else "Not for navigation"
    west, east = axes.get_xlim()
    south, north = axes.get_ylim()
    for across in (0.5, 0.6, 0.7, 0.8, 0.9, 1.0):
        paper.labels.block(west + across * (east - west), south + 0.02 * (north - south), 14.0)
    axes.text(
        0.985, 0.015, text, transform=axes.transAxes, ha="right", va="bottom", size=7.0 if small else 9.5,
        weight="bold", color=PAPER, zorder=9,
        bbox={"boxstyle": "square,pad=0.35", "facecolor": "#7a2b00", "edgecolor": "none"},
    )  # fmt: skip


def legend_handles(
    titles: dict[str, str], present: set[str], looks: dict[str, tuple[str, str]], gates: list[Gate], *, public: bool
) -> list[Any]:
    """Return the marks that a map explains: the parties that hold ground, the states of gates, depots."""
    handles: list[Any] = []
    for party in [name for name in looks if name in present] + sorted(present - looks.keys()):
        tint, hatch = looks.get(party, NOBODY)
        title = str(titles.get(party, results.short_label(party)))
        handles.append(Patch(facecolor=tint, edgecolor="#9a9488", hatch=hatch, label=title))
    for status, mark in GATE_LOOKS.items():
        if any(gate.mark == status for gate in gates):
            handles.append(Line2D([], [], linestyle="none", markersize=8, label=f"gate {GATE_LABELS[status]}", **mark))
    depot = f"depot, to {COORDINATE_STEP_DEG:g} degree" if public else "depot"
    handles.append(Line2D([], [], marker="s", markersize=6, color=INK, linestyle="none", label=depot))
    return handles
