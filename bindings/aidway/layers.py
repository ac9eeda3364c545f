# SPDX-License-Identifier: Apache-2.0
"""What the map draws, read from a scenario's layers: control at a moment, roads, depots, attribution."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import geopandas as gpd
import shapely
from shapely import LineString, Polygon

from .enclaves import about_place, groups, members_of
from .publication import FINEST_STEP, coarsen
from .results import place_label

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

    from . import _engine

__all__ = [
    "Depot",
    "attribution",
    "changes",
    "control_at",
    "days_of_change",
    "depots",
    "held_shares",
    "places",
    "roads",
    "shape_of",
]


@dataclass(frozen=True)
class Depot:
    """A depot as the map shows it."""

    title: str
    lon: float
    lat: float


def control_at(scenario: _engine.Scenario, at_s: int) -> gpd.GeoDataFrame:
    """Return whose the ground is at a moment, no ground twice: what decides is cut out of what it lies on.

    Columns `party` (its name; "contested" or "unknown" for ground that nobody is sure to hold), `claimants` (names of
    those who contest it) and `geometry`; empty without a control layer.
    """
    held = [area for area in scenario.control() if _holds(area, at_s)]
    grounds = _decided([shape_of(area["rings"]) for area in held])
    rows = [(_whose(area), tuple(area["claimants"]), ground) for area, ground in zip(held, grounds, strict=True)]
    kept = [row for row in rows if not row[2].is_empty]
    table = {"party": [row[0] for row in kept], "claimants": [row[1] for row in kept]}
    return gpd.GeoDataFrame(table, geometry=[row[2] for row in kept], crs="EPSG:4326")


def shape_of(rings: list[Any]) -> BaseGeometry:
    """Return rings as an area: what lies within an odd number of them."""
    shape: BaseGeometry = Polygon(rings[0])
    for ring in rings[1:]:
        shape = shape.symmetric_difference(Polygon(ring))
    return shape


def _whose(area: dict[str, Any]) -> str:
    return str(area["party"] or area["ground"])


def _holds(area: dict[str, Any], at_s: int) -> bool:
    begun = area["from_s"] is None or area["from_s"] <= at_s
    return begun and (area["until_s"] is None or at_s < area["until_s"])


def _decided(shapes: list[BaseGeometry]) -> list[BaseGeometry]:
    """Return each shape without the later ones that lie on it; neighbours keep the borders as they are drawn."""
    tree = shapely.STRtree(shapes)
    found = []
    for place, shape in enumerate(shapes):
        above = [shapes[other] for other in sorted(tree.query(shape)) if other > place]
        covering = [other for other in above if shape.intersection(other).area > 0]
        found.append(shape.difference(shapely.union_all(covering)) if covering else shape)
    return found


def days_of_change(scenario: _engine.Scenario, from_s: int, until_s: int, most: int) -> list[int]:
    """Return the moments within a time at which most ground changed hands, a week apart at least, in their order."""
    begun = [area for area in scenario.control() if area["from_s"] is not None]
    if not begun:
        return []
    shapes = gpd.GeoDataFrame(geometry=[shape_of(area["rings"]) for area in begun], crs="EPSG:4326")
    sizes = _square_kilometres(shapes)
    moved = sizes.groupby([area["from_s"] for area in begun]).sum().sort_values(ascending=False, kind="stable")
    found: list[int] = []
    for day in moved.index:
        at_s = int(day)
        taken = [from_s, until_s, *found]
        if from_s < at_s < until_s and all(abs(at_s - other) >= FINEST_STEP.total_seconds() for other in taken):
            found.append(at_s)
    return sorted(found[:most])


def changes(scenario: _engine.Scenario, from_s: int, until_s: int) -> list[int]:
    """Return the moments within a time at which an area of control begins or ends, in their order."""
    found = {at_s for area in scenario.control() for at_s in (area["from_s"], area["until_s"]) if at_s is not None}
    return sorted(at_s for at_s in found if from_s < at_s < until_s)


def held_shares(control: gpd.GeoDataFrame) -> dict[str, float]:
    """Return the share of the ground that each party holds."""
    sizes = _square_kilometres(control)
    held = sizes.groupby(control["party"]).sum()
    total = float(held.sum())
    return {str(party): float(size) / total for party, size in held.items()} if total > 0 else {}


def _square_kilometres(areas: gpd.GeoDataFrame) -> Any:
    """Return the area of each polygon, in the projection of equal areas."""
    return areas.geometry.to_crs("EPSG:6933").area / 1e6


def roads(scenario: _engine.Scenario) -> gpd.GeoDataFrame:
    """Return the road network: columns `road` (a name, or empty) and `geometry`."""
    lines = scenario.road_lines()
    drawn = [LineString(points) for _, points in lines]
    return gpd.GeoDataFrame({"road": [name for name, _ in lines]}, geometry=drawn, crs="EPSG:4326")


def depots(scenario: _engine.Scenario, agreement: str, at_s: int, *, public: bool) -> list[Depot]:
    """Return each depot once, by name; rounded to 0.1 degree on a public map.

    A depot stands where its routes begin, under this agreement or any other that the scenario knows.
    """
    titles = {str(value["path"]): str(value["value"]) for value in scenario.values()}
    found: dict[str, Depot] = {}
    tried = [(name, community) for name in [agreement, *scenario.agreements] for community in scenario.communities]
    for known, community in tried:
        for route in scenario.routes(known, community, at_s):
            name = str(route["depot"])
            if name in found or not route["points"]:
                continue
            lon, lat = route["points"][0]
            if public:
                lon, lat = (float(value) for value in coarsen([lon, lat]))
            found[name] = Depot(titles.get(f"depots/{name}/name") or place_label(name), lon, lat)
    return [found[name] for name in sorted(found)]


def places(scenario: _engine.Scenario, *, public: bool) -> list[dict[str, Any]]:
    """Return the communities with title, lon and lat; on a public map small ones as one place for their enclave."""
    told = {name: dict(scenario.community(name)) for name in scenario.communities}
    if not public:
        return list(told.values())
    people = {name: float(about["population"]) for name, about in told.items()}
    shown = groups(people, members_of(scenario.values()))
    return [dict(about_place(name, members, told)) for name, members in shown.items()]


def attribution(scenario: _engine.Scenario) -> str:
    """Return the credit line: the published sources that the scenario names for its control and network layers."""
    texts = {str(key): str(entry["text"]) for key, entry in scenario.sources().items() if entry["address"]}
    keys: list[str] = []
    for value in scenario.values():
        if str(value["path"]).startswith(("control/", "network/")):
            keys += [str(key) for key in value["sources"] if str(key) not in keys]
    credited = [texts[key] for key in keys if key in texts]
    line = "; ".join(credited) if credited else "Sources: see the scenario's list of sources"
    return f"{line}. Boundaries and names imply no endorsement."
