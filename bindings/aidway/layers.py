# SPDX-License-Identifier: Apache-2.0
"""What the map draws, read from a scenario's layers: control at a moment, roads, depots, attribution."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import geopandas as gpd
import pandas as pd

from .enclaves import about_place, groups, members_of
from .publication import FINEST_STEP, coarsen
from .results import place_label

if TYPE_CHECKING:
    from . import _engine

__all__ = ["Depot", "attribution", "control_at", "days_of_change", "depots", "held_shares", "places", "roads"]


@dataclass(frozen=True)
class Depot:
    """A depot as the map shows it."""

    title: str
    lon: float
    lat: float


def control_at(scenario: _engine.Scenario, at_s: int) -> gpd.GeoDataFrame:
    """Return the areas of control at a moment: columns `party` and `geometry`; empty without a control layer."""
    path = str(scenario.layers().get("control") or "")
    if not path:
        return gpd.GeoDataFrame({"party": []}, geometry=[], crs="EPSG:4326")
    areas = gpd.read_file(path).to_crs("EPSG:4326")
    moment = pd.Timestamp(at_s, unit="s")
    # An empty date compares as false: an area without one has always begun, or lasts.
    zone = str(scenario.timezone)
    held = ~(_dates(areas, "valid_from", zone) > moment) & ~(_dates(areas, "valid_to", zone) <= moment)
    return areas.loc[held, ["party", "geometry"]].reset_index(drop=True)


def days_of_change(scenario: _engine.Scenario, from_s: int, until_s: int, most: int) -> list[int]:
    """Return the moments within a time at which most ground changed hands, a week apart at least, in their order."""
    path = str(scenario.layers().get("control") or "")
    if not path:
        return []
    areas = gpd.read_file(path).to_crs("EPSG:4326")
    sizes = _square_kilometres(areas)
    moved = (
        sizes.groupby(_dates(areas, "valid_from", str(scenario.timezone)))
        .sum()
        .sort_values(ascending=False, kind="stable")
    )
    found: list[int] = []
    for day in moved.index:
        at_s = int(day.timestamp())
        taken = [from_s, until_s, *found]
        if from_s < at_s < until_s and all(abs(at_s - other) >= FINEST_STEP.total_seconds() for other in taken):
            found.append(at_s)
    return sorted(found[:most])


def held_shares(control: gpd.GeoDataFrame) -> dict[str, float]:
    """Return the share of the ground that each party holds."""
    sizes = _square_kilometres(control)
    held = sizes.groupby(control["party"]).sum()
    total = float(held.sum())
    return {str(party): float(size) / total for party, size in held.items()} if total > 0 else {}


def _square_kilometres(areas: gpd.GeoDataFrame) -> Any:
    """Return the area of each polygon, in the projection of equal areas."""
    return areas.geometry.to_crs("EPSG:6933").area / 1e6


def _dates(areas: gpd.GeoDataFrame, column: str, timezone: str) -> Any:
    """Return a column of dates as instants of UTC without a zone; a date begins with the scenario's own midnight."""
    if column not in areas:
        return pd.Series(pd.NaT, index=areas.index)
    dates = pd.to_datetime(areas[column], errors="coerce")
    aware = dates.dt.tz_localize(timezone) if dates.dt.tz is None else dates
    return aware.dt.tz_convert("UTC").dt.tz_localize(None)


def roads(scenario: _engine.Scenario) -> gpd.GeoDataFrame:
    """Return the road network: columns `road` (a name, or empty) and `geometry`."""
    lines = gpd.read_file(str(scenario.layers()["network"])).to_crs("EPSG:4326")
    if "road" not in lines:
        lines["road"] = ""
    lines["road"] = lines["road"].fillna("")
    return lines[["road", "geometry"]]


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
