# SPDX-License-Identifier: Apache-2.0
"""What stands on a map: gates under an agreement, the roads it opens, the frame around both."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import geopandas as gpd
import numpy as np

if TYPE_CHECKING:
    from . import _engine

Frame = tuple[float, float, float, float]  # west, south, east, north in degrees


@dataclass(frozen=True)
class Gate:
    """A gate as the map shows it: where, who holds it, and what the agreement makes of it for aid."""

    name: str
    title: str
    lon: float
    lat: float
    aid: str
    by_term: str
    held_by: tuple[str, ...] = ()
    front: bool = False
    opens_for: tuple[str, ...] = ()
    """The traffic that the agreement's terms let pass here: aid, goods, civilians."""

    @property
    def mark(self) -> str:
        """What the map shows: what aid may do, or that only others may pass by a term."""
        return "others" if self.aid == "closed" and self.opens_for else self.aid


TRAFFIC = ("aid", "goods", "civilians")


def gates_under(scenario: _engine.Scenario, agreement: str, at_s: int) -> list[Gate]:
    """Return every gate with what an agreement makes of it for aid at a moment, every obligation kept."""
    status = {str(entry["gate"]): entry for entry in scenario.gate_status(agreement, at_s, True)}
    without = {str(entry["gate"]): entry for entry in scenario.gate_status(agreement, at_s, False)}

    def opens_for(gate: str) -> tuple[str, ...]:
        with_terms, as_it_stood = status[gate], without[gate]
        changed = [name for name in TRAFFIC if with_terms[name] != as_it_stood[name]]
        return tuple(name for name in TRAFFIC if name in changed or (name == "aid" and with_terms.get("by_term")))

    return [
        Gate(
            name=str(gate["name"]),
            title=str(gate["title"] or gate["name"]),
            lon=float(gate["lon"]),
            lat=float(gate["lat"]),
            aid=str(status[str(gate["name"])]["aid"]),
            by_term=str(status[str(gate["name"])].get("by_term") or ""),
            held_by=tuple(status[str(gate["name"])]["held_by"]),
            front=bool(gate.get("front")),
            opens_for=opens_for(str(gate["name"])),
        )
        for gate in scenario.gates()
    ]


def opened_roads(scenario: _engine.Scenario, gates: list[Gate]) -> dict[str, str]:
    """Return the roads, name to title, on which a term of the agreement opens a gate."""
    changed = {gate.name for gate in gates if gate.opens_for}
    return {
        str(name): str(road["title"] or name)
        for name, road in scenario.roads().items()
        if changed.intersection(str(gate) for gate in road["gates"])
    }


def frame_around(control: gpd.GeoDataFrame, places: list[Any], gates: list[Gate]) -> Frame:
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
        if gate.opens_for or max(abs(gate.lon - centre[0]), abs(gate.lat - centre[1])) < 0.75 * reach:
            lon.append(gate.lon)
            lat.append(gate.lat)
    margin = 0.06 * max(max(lon) - min(lon), max(lat) - min(lat))
    return min(lon) - margin, min(lat) - margin, max(lon) + margin, max(lat) + margin
