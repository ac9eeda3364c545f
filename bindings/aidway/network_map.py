# SPDX-License-Identifier: Apache-2.0
"""A road network on a map, and in a notebook."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

import geopandas as gpd
import numpy as np
from matplotlib.collections import LineCollection
from matplotlib.lines import Line2D

from . import road_looks
from .figures import Picture, inline_svg, look
from .map_drawing import WIDTH_INCHES, Paper, draw_schematic
from .places import Frame
from .road_looks import LineLook, MarkLook

if TYPE_CHECKING:
    from .network import Network

POINTS_PER_MM = 72 / 25.4
MARGIN = 0.03
LEAST_DEG = 0.002
"""A map is no narrower than this, some 200 m."""
MOST_LINES = 20_000
"""More roads than this are drawn as pixels within the picture, which stays small so."""
APART: dict[str, Any] = {"color": "#d8cfa0", "linewidth": 5.5}
MARKERS = {
    "circle": "o", "square": "s", "cross": "+", "cross2": "x", "triangle": "^", "diamond": "D", "star": "*",
    "pentagon": "p",
}  # fmt: skip


def network_map(network: Network, *, title: str | None = None) -> Picture:
    """Draw a network; see `Network.map`."""
    arcs, nodes = network.arcs(), network.nodes()
    roads = arcs[(arcs["reverse"] == -1) | (arcs["reverse"] > arcs.index)]  # each road once
    marks = [
        (network.gate_candidates(), road_looks.GATES, road_looks.OTHER_GATE, "may be a gate"),
        (network.repairs(), road_looks.REPAIRS, road_looks.OTHER_REPAIR, "repair"),
    ]
    apart = roads[nodes["island"].to_numpy()[roads["tail"].to_numpy()] > 0]
    gates = roads[roads["gate"] != ""]
    handles = _legend(roads, apart, gates, marks)
    with look():
        paper = Paper(
            _frame(nodes),
            width=WIDTH_INCHES,
            title=network.name if title is None else title,
            rows=-(-len(handles) // 2),
        )
        _lines(paper, apart, zorder=1, **APART)
        for road_class in reversed(road_looks.in_order(roads["road_class"], road_looks.ROADS)):
            of = road_looks.ROADS.get(road_class, road_looks.OTHER_ROAD)
            _lines(paper, roads[roads["road_class"] == road_class], zorder=3, **_drawn(of))
        _lines(paper, gates, zorder=4, **_drawn(road_looks.ON_GATE))
        draw_schematic(paper, schematic=False)
        for points, looks, other, _ in marks:
            for kind, some in points.groupby("kind", sort=True):
                at = some.geometry
                paper.axes.plot(at.x, at.y, zorder=6, **_marked(looks.get(str(kind), other)))
        paper.quiet()
        paper.legend(handles)
    return paper.picture


def network_html(network: Network) -> str:
    """Return what a notebook shows of a network: what it is like, and its map where that is no burden."""
    lines = "<br>".join(escape(line) for line in network.describe().splitlines())
    if len(network.arcs()) > 2 * MOST_LINES:
        return f"<p>{lines}<br>too large to be drawn unasked: .map() draws it</p>"
    picture = inline_svg(
        network.map(), key=f"roads-{network.digest[:8]}", title=network.name, description=network.describe()
    )
    return f"<p>{lines}</p>{picture}"


def _frame(nodes: gpd.GeoDataFrame) -> Frame:
    west, south, east, north = (float(bound) for bound in nodes.total_bounds)
    wide = max(MARGIN * (east - west), LEAST_DEG / 2)
    high = max(MARGIN * (north - south), LEAST_DEG / 2)
    return west - wide, south - high, east + wide, north + high


def _lines(paper: Paper, roads: gpd.GeoDataFrame, **drawn: Any) -> None:
    if len(roads):
        lines = LineCollection([np.asarray(line.coords) for line in roads.geometry], **drawn)
        lines.set_rasterized(len(roads) > MOST_LINES)
        paper.axes.add_collection(lines, autolim=False)


def _drawn(line: LineLook) -> dict[str, Any]:
    # Dashes are given in widths, as matplotlib counts them.
    return {
        "color": line.colour,
        "linewidth": line.width_mm * POINTS_PER_MM,
        "linestyle": (0, line.dashes) if line.dashes else "solid",
        "capstyle": "butt" if line.dashes else "round",
    }


def _marked(mark: MarkLook) -> dict[str, Any]:
    return {
        "linestyle": "none",
        "marker": MARKERS[mark.shape],
        "markersize": mark.size_mm * POINTS_PER_MM,
        "markerfacecolor": mark.fill,
        "markeredgecolor": mark.edge,
        "markeredgewidth": 1.2,
    }


def _legend(roads: gpd.GeoDataFrame, apart: gpd.GeoDataFrame, gates: gpd.GeoDataFrame, marks: list[Any]) -> list[Any]:
    """Return the legend: classes with their length, gates, what lies apart, marks with their count."""
    km = roads.groupby("road_class")["length_m"].sum() / 1000
    handles = []
    for road_class in road_looks.in_order(km.index, road_looks.ROADS):
        line = _drawn(road_looks.ROADS.get(road_class, road_looks.OTHER_ROAD))
        line["solid_capstyle"] = line.pop("capstyle")
        handles.append(Line2D([], [], label=f"{road_looks.title(road_class)}, {km[road_class]:,.1f} km", **line))
    if len(gates):
        line = _drawn(road_looks.ON_GATE)
        line["dash_capstyle"] = line.pop("capstyle")
        handles.append(Line2D([], [], label=f"in a gate, {gates['gate'].nunique():,} gates", **line))
    if len(apart):
        length = apart["length_m"].sum() / 1000
        handles.append(Line2D([], [], label=f"apart from the largest island, {length:,.1f} km", **APART))
    for points, looks, other, what in marks:
        counts = points["kind"].value_counts()
        for kind in road_looks.in_order(counts.index, looks):
            mark = _marked(looks.get(kind, other))
            handles.append(Line2D([], [], label=f"{what}: {road_looks.title(kind)}, {counts[kind]:,}", **mark))
    return handles
