# SPDX-License-Identifier: Apache-2.0
"""The maps: an agreement in full, small ones side by side, and who held what on which day."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from . import layers, results
from .figures import Picture, look
from .instants import to_local
from .map_drawing import (
    GATE_LABELS,
    SMALL_INCHES,
    WIDTH_INCHES,
    Paper,
    draw_control,
    draw_depots,
    draw_gates,
    draw_roads,
    draw_schematic,
    draw_ways,
    label_gates,
    legend_handles,
    party_looks,
)
from .places import Frame, Gate, frame_around, gates_under, opened_roads

if TYPE_CHECKING:
    import geopandas as gpd

    from . import _engine
    from .scenario import Scenario

__all__ = [
    "GATE_LABELS",
    "Frame",
    "Gate",
    "agreement_map",
    "common_frame",
    "control_map",
    "gates_under",
    "opened_roads",
    "party_looks",
    "small_map",
    "ways_map",
]


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
        True rounds depots to 0.1 degree and joins small communities to their enclave.
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
    places = layers.places(scenario, public=public)
    looks = party_looks(list(scenario.parties))
    present = {str(name) for name in control["party"]}
    handles = legend_handles(dict(scenario.parties), present, looks, gates, public=public)
    with look():
        paper = Paper(
            frame_around(control, places, gates),
            width=WIDTH_INCHES,
            title=f"{results.short_label(agreement)}, {_day(moment, str(scenario.timezone))}" if title else "",
            credit=tuple(textwrap.wrap(layers.attribution(scenario), 105)),
            rows=-(-len(handles) // 2),
        )
        draw_control(paper.axes, control, looks)
        draw_schematic(paper, schematic=bool(scenario.schematic))
        draw_gates(paper, gates)
        for place in places:
            at = float(place["lon"]), float(place["lat"])
            paper.labels.place(*at, str(place["title"]), gap=2.0, size=11.0, weight="bold")
        draw_roads(paper, layers.roads(scenario), opened_roads(scenario, gates))
        label_gates(paper, gates)
        draw_depots(paper, layers.depots(scenario, agreement, moment, public=public))
        paper.quiet()
        paper.legend(handles)
    return paper.picture


def small_map(of: Scenario, agreement: str, *, at_s: int, frame: Frame) -> Picture:
    """Draw what an agreement opens, small: areas, heavy roads, gates; names and marks stand on the full map beside it.

    Maps that share a `frame` (see `common_frame`) can be laid side by side.
    """
    scenario = of.engine
    gates = gates_under(scenario, agreement, at_s)
    with look():
        paper = Paper(frame, width=SMALL_INCHES)
        draw_control(paper.axes, layers.control_at(scenario, at_s), party_looks(list(scenario.parties)))
        draw_schematic(paper, schematic=bool(scenario.schematic), small=True)
        draw_gates(paper, gates, size=7.5)
        draw_roads(paper, layers.roads(scenario), opened_roads(scenario, gates))
        paper.quiet()
    return paper.picture


def ways_map(
    of: Scenario, agreement: str, *, at_s: int, frame: Frame, ways: list[gpd.GeoDataFrame], public: bool
) -> Picture:
    """Draw ways to places, small: solid the fastest of each, dashed the others, with the gates as they then stand.

    `ways` holds a table for each place, as `aidway.routes` returns it.
    """
    scenario = of.engine
    with look():
        paper = Paper(frame, width=SMALL_INCHES)
        draw_control(paper.axes, layers.control_at(scenario, at_s), party_looks(list(scenario.parties)))
        draw_schematic(paper, schematic=bool(scenario.schematic), small=True)
        draw_gates(paper, gates_under(scenario, agreement, at_s), size=6.0)
        draw_roads(paper, layers.roads(scenario), {})
        draw_ways(paper.axes, ways)
        for place in layers.places(scenario, public=public):
            paper.labels.place(float(place["lon"]), float(place["lat"]), str(place["title"]), size=8.0, weight="bold")
        paper.quiet()
    return paper.picture


def control_map(of: Scenario, agreement: str, *, at_s: int, frame: Frame) -> Picture:
    """Draw who held what at a moment, small, with the gates on the front line as they stood."""
    scenario = of.engine
    fronts = [gate for gate in gates_under(scenario, agreement, at_s) if gate.front]
    with look():
        paper = Paper(frame, width=SMALL_INCHES)
        draw_control(paper.axes, layers.control_at(scenario, at_s), party_looks(list(scenario.parties)))
        draw_schematic(paper, schematic=bool(scenario.schematic), small=True)
        draw_gates(paper, fronts, size=6.0)
        paper.quiet()
    return paper.picture


def common_frame(scenario: _engine.Scenario, agreements: list[str], at_s: int) -> Frame:
    """Return a frame that holds the map of each agreement."""
    control = layers.control_at(scenario, at_s)
    places = [scenario.community(name) for name in scenario.communities]
    frames = [frame_around(control, places, gates_under(scenario, name, at_s)) for name in agreements]
    west, south, east, north = zip(*frames, strict=True)
    return min(west), min(south), max(east), max(north)


def _day(at_s: int, timezone: str) -> str:
    moment = to_local(at_s, timezone)
    return f"{moment.day} {moment:%B %Y}"
