# SPDX-License-Identifier: Apache-2.0
"""The map of an agreement: who holds what on its day, which roads it names, which gates they meet."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import geopandas as gpd
import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import Patch
from shapely.geometry import box

from . import layers, results
from .figures import INK, PAPER, QUIET, RULE, Picture, look
from .labels import Labels
from .publication import COORDINATE_STEP_DEG

if TYPE_CHECKING:
    from . import _engine
    from .scenario import Scenario

Frame = tuple[float, float, float, float]  # west, south, east, north in degrees
WIDTH_INCHES = 5.4

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
GATE_LOOKS: dict[str, dict[str, Any]] = {
    "open": {"marker": "o", "markerfacecolor": "#0b5a8c", "markeredgecolor": "#0b5a8c"},
    "by_clearance": {"marker": "D", "markerfacecolor": "#e8b23a", "markeredgecolor": "#5c4300"},
    "closed": {"marker": "X", "markerfacecolor": PAPER, "markeredgecolor": "#7a2b00"},
}
GATE_LABELS = {"open": "open to aid", "by_clearance": "by clearance", "closed": "closed to aid"}


@dataclass(frozen=True)
class Gate:
    """A gate as the map shows it: where, and what the agreement makes of it for aid."""

    name: str
    title: str
    lon: float
    lat: float
    aid: str
    by_term: str


def agreement_map(
    of: Scenario, agreement: str, *, at_s: int | None = None, public: bool = True, title: bool = True
) -> Picture:
    """Draw an agreement on the map, every obligation kept.

    Parameters
    ----------
    of
        The scenario, as `aidway.read_scenario` returns it.
    agreement
        The agreement's name.
    at_s
        The moment shown, in seconds of UTC since 1970; the day the agreement takes effect when left out.
    public
        True rounds depots to 0.1 degree.
    title
        False leaves the heading to the page around it.

    Returns
    -------
    Picture
        Areas by party in tint and hatch, the roads of the agreement, gates by what aid may do there. A schematic
        network says so on the map itself. The same scenario gives the same bytes.
    """
    scenario = of.engine
    moment = int(scenario.agreement(agreement)["effective_from_s"]) if at_s is None else at_s
    gates = gates_under(scenario, agreement, moment)
    control = layers.control_at(scenario, moment)
    roads = layers.roads(scenario)
    places = {name: scenario.community(name) for name in scenario.communities}
    depots = layers.depots(scenario, agreement, moment, public=public)
    frame = _frame(control, list(places.values()), gates)
    with look():
        picture, axes, labels = _paper(frame)
        looks = party_looks(scenario)
        _draw_control(axes, control, looks)
        _draw_schematic(axes, labels, schematic=bool(scenario.schematic))
        _draw_gates(axes, labels, gates, frame)
        _draw_places(labels, places)
        _draw_roads(axes, labels, roads, opened_roads(scenario, gates), frame)
        _label_gates(labels, gates, frame)
        _draw_depots(axes, labels, depots, frame)
        if title:
            moment_utc = pd.Timestamp(moment, unit="s")
            axes.set_title(f"{results.short_label(agreement)}, {moment_utc.day} {moment_utc:%B %Y}")
        _quiet_frame(axes)
        credit = "\n".join(textwrap.wrap(layers.attribution(scenario), 105))
        axes.set_xlabel(credit, loc="left", size=6.5, color=QUIET)
        _draw_legend(picture, scenario, control, looks, gates, public=public)
    return picture


def gates_under(scenario: _engine.Scenario, agreement: str, at_s: int) -> list[Gate]:
    """Return every gate with what an agreement makes of it for aid at a moment, every obligation kept."""
    status = {str(entry["gate"]): entry for entry in scenario.gate_status(agreement, at_s, True)}
    return [
        Gate(
            name=str(gate["name"]),
            title=str(gate["title"] or gate["name"]),
            lon=float(gate["lon"]),
            lat=float(gate["lat"]),
            aid=str(status[str(gate["name"])]["aid"]),
            by_term=str(status[str(gate["name"])].get("by_term") or ""),
        )
        for gate in scenario.gates()
    ]


def opened_roads(scenario: _engine.Scenario, gates: list[Gate]) -> dict[str, str]:
    """Return the roads, name to title, on which a term of the agreement opens a gate."""
    changed = {gate.name for gate in gates if gate.by_term}
    return {
        str(name): str(road["title"] or name)
        for name, road in scenario.roads().items()
        if changed.intersection(str(gate) for gate in road["gates"])
    }


def party_looks(scenario: _engine.Scenario) -> dict[str, tuple[str, str]]:
    """Return tint and hatch by party."""
    found = {str(party): PARTY_LOOKS[place % len(PARTY_LOOKS)] for place, party in enumerate(scenario.parties)}
    return found | {"unclear": NOBODY}


def _frame(control: gpd.GeoDataFrame, places: list[Any], gates: list[Gate]) -> Frame:
    """Frame the areas, the places and the gates near them; what lies far off is named at the edge instead."""
    lon = [float(place["lon"]) for place in places]
    lat = [float(place["lat"]) for place in places]
    if len(control):
        west, south, east, north = (float(edge) for edge in control.total_bounds)
        lon += [west, east]
        lat += [south, north]
    centre = (np.mean([min(lon), max(lon)]), np.mean([min(lat), max(lat)]))
    reach = max(max(lon) - min(lon), max(lat) - min(lat), 0.05)
    for gate in gates:
        if gate.by_term or max(abs(gate.lon - centre[0]), abs(gate.lat - centre[1])) < 0.75 * reach:
            lon.append(gate.lon)
            lat.append(gate.lat)
    margin = 0.06 * max(max(lon) - min(lon), max(lat) - min(lat))
    return min(lon) - margin, min(lat) - margin, max(lon) + margin, max(lat) + margin


def _draw_control(axes: Axes, control: gpd.GeoDataFrame, looks: dict[str, tuple[str, str]]) -> None:
    for party, area in control.groupby("party", sort=True):
        tint, hatch = looks.get(str(party), NOBODY)
        merged = gpd.GeoSeries([area.geometry.union_all()], crs=control.crs)
        merged.plot(ax=axes, facecolor=tint, edgecolor="#a9a396", linewidth=0.6, hatch=hatch, aspect=None, zorder=1)


def _draw_roads(axes: Axes, labels: Labels, roads: gpd.GeoDataFrame, opened: dict[str, str], frame: Frame) -> None:
    named = roads[roads["road"].isin(list(opened))]
    other = roads[~roads["road"].isin(list(opened))]
    if len(other):
        other.plot(ax=axes, color="#858c91", linewidth=1.0, linestyle=(0, (3, 2)), aspect=None, zorder=2)
    if len(named):
        named.plot(ax=axes, color=PAPER, linewidth=5.0, aspect=None, zorder=3)
        named.plot(ax=axes, color=INK, linewidth=2.6, aspect=None, zorder=4)
    for name, road in named.groupby("road", sort=True):
        seen = road.geometry.union_all().intersection(box(*frame))
        if not seen.is_empty:
            point = seen.representative_point()
            labels.place(point.x, point.y, opened[str(name)], size=9.5, weight="bold", style="italic")


def _draw_places(labels: Labels, places: dict[str, Any]) -> None:
    for place in places.values():
        labels.place(float(place["lon"]), float(place["lat"]), str(place["title"]), gap=2.0, size=11.0, weight="bold")


def _draw_gates(axes: Axes, labels: Labels, gates: list[Gate], frame: Frame) -> None:
    for gate in _inside(gates, frame):
        look_of = GATE_LOOKS.get(gate.aid, GATE_LOOKS["closed"])
        axes.plot([gate.lon], [gate.lat], linestyle="none", markersize=9, markeredgewidth=1.4, zorder=6, **look_of)
        labels.block(gate.lon, gate.lat, 5.0)


def _label_gates(labels: Labels, gates: list[Gate], frame: Frame) -> None:
    for gate in _inside(gates, frame):
        labels.place(gate.lon, gate.lat, results.place_label(gate.name), size=8.5)


def _inside(gates: list[Gate], frame: Frame) -> list[Gate]:
    west, south, east, north = frame
    seen = [gate for gate in gates if west <= gate.lon <= east and south <= gate.lat <= north]
    return sorted(seen, key=lambda gate: bool(gate.by_term))  # what the agreement opens is drawn on top


def _draw_depots(axes: Axes, labels: Labels, depots: list[layers.Depot], frame: Frame) -> None:
    west, south, east, north = frame
    for depot in depots:
        inside = west < depot.lon < east and south < depot.lat < north
        lon = min(max(depot.lon, west + 0.02 * (east - west)), east - 0.02 * (east - west))
        lat = min(max(depot.lat, south + 0.03 * (north - south)), north - 0.03 * (north - south))
        axes.plot([lon], [lat], marker="s", markersize=7, color=INK, linestyle="none", zorder=6)
        labels.block(lon, lat, 4.0)
        labels.place(lon, lat, depot.title if inside else f"to {depot.title}", size=8.5)


def _draw_schematic(axes: Axes, labels: Labels, *, schematic: bool) -> None:
    text = "SCHEMATIC: not for navigation" if schematic else "Not for navigation"
    west, east = axes.get_xlim()
    south, north = axes.get_ylim()
    for across in (0.6, 0.7, 0.8, 0.9, 1.0):
        labels.block(west + across * (east - west), south + 0.02 * (north - south), 14.0)
    axes.text(
        0.985, 0.015, text, transform=axes.transAxes, ha="right", va="bottom", size=9.5, weight="bold", color=PAPER,
        zorder=9, bbox={"boxstyle": "square,pad=0.35", "facecolor": "#7a2b00", "edgecolor": "none"},
    )  # fmt: skip


def _paper(frame: Frame) -> tuple[Picture, Axes, Labels]:
    """Return a picture in the proportions of the frame, as wide as a phone or half a page."""
    west, south, east, north = frame
    aspect = 1.0 / float(np.cos(np.radians((south + north) / 2)))
    ratio = min(max((north - south) * aspect / (east - west), 0.5), 1.5)
    picture = Picture(figsize=(WIDTH_INCHES, WIDTH_INCHES * ratio + 1.1), layout="constrained")
    axes = picture.subplots()
    axes.set_xlim(west, east)
    axes.set_ylim(south, north)
    axes.set_anchor("NW")
    axes.set_aspect(aspect, adjustable="datalim" if ratio in {0.5, 1.5} else "box")
    width = 72.0 * WIDTH_INCHES
    return picture, axes, Labels(axes, width, width * ratio)


def _quiet_frame(axes: Axes) -> None:
    axes.set_ylabel("")
    axes.set_xticks([])
    axes.set_yticks([])
    for spine in axes.spines.values():
        spine.set_visible(True)
        spine.set_color(RULE)


def _draw_legend(
    picture: Picture,
    scenario: _engine.Scenario,
    control: gpd.GeoDataFrame,
    looks: dict[str, tuple[str, str]],
    gates: list[Gate],
    *,
    public: bool,
) -> None:
    handles: list[Any] = []
    present = {str(name) for name in control["party"]}
    for party in [name for name in looks if name in present] + sorted(present - looks.keys()):
        tint, hatch = looks.get(party, NOBODY)
        title = str(scenario.parties.get(party, results.short_label(party)))
        handles.append(Patch(facecolor=tint, edgecolor="#9a9488", hatch=hatch, label=title))
    axes = picture.axes[0]
    for status, mark in GATE_LOOKS.items():
        if any(gate.aid == status for gate in gates):
            (line,) = axes.plot([], [], linestyle="none", markersize=8, label=f"gate {GATE_LABELS[status]}", **mark)
            handles.append(line)
    depot = f"depot, to {COORDINATE_STEP_DEG:g} degree" if public else "depot"
    handles += axes.plot([], [], marker="s", markersize=6, color=INK, linestyle="none", label=depot)
    picture.legend(
        handles=handles,
        loc="outside lower left",
        ncols=2,
        frameon=False,
        fontsize=8.5,
        handlelength=1.6,
        columnspacing=1.4,
    )
