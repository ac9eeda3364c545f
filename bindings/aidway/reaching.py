# SPDX-License-Identifier: Apache-2.0
"""How far the trucks come under an agreement: which places, how many people, which land."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from . import publication
from .barred import Barred
from .errors import RequestError, require_name

if TYPE_CHECKING:
    import geopandas
    from shapely.geometry.base import BaseGeometry

    from .scenario import Scenario

LATEST_S = 45 * 86_400  # a search counts in milliseconds, 32 bits of them
COLUMNS = ["community", "title", "people", "reachable", "fleet", "depot", "time_s", "closed_gates", "why"]


def reach(
    scenario: Scenario,
    agreement: str,
    *,
    at: str | datetime | None = None,
    against: str | None = None,
    public: bool = True,
) -> geopandas.GeoDataFrame:
    """Return when each community is first reached from any depot if every obligation is kept.

    Parameters
    ----------
    scenario
        The scenario.
    agreement
        The agreement whose gates are open.
    at
        The moment whose gates count; the beginning of the agreement unless given. Without an offset it is read by the
        scenario's clock.
    against
        Another agreement to hold it against at the same moment.
    public
        Whether the answer may be shown to others: none of a period that ended less than 90 days ago, and communities
        under 5,000 people without their place.

    Returns
    -------
    GeoDataFrame
        In WGS 84, one row per community: community, title, people, reachable, fleet and depot of the trucks that are
        there first, time_s (driving, and the inspection of a full convoy at each gate; NaN where there is no way),
        closed_gates (where there is no way, the gates that would have to open for the fleet that lacks fewest), why (a
        sentence on them; "" where there is a way), and geometry. With `against`, reachable_against and time_s_against,
        and change: "gained", "lost", "sooner", "later" or "same".

    Raises
    ------
    RequestError
        If there is no such agreement, or the moment lies outside the period.
    PublicationError
        If a public answer would tell of too recent a period.

    Notes
    -----
    Hours of gates and the patience of crews are left out: a place may be within reach and yet not within a day.
    """
    import geopandas
    from shapely import Point

    at_s = scenario.moment_s(agreement, at)
    if public:
        publication.require_past(scenario.engine.period_to_s)
    found = pd.DataFrame([_row(scenario, name, entries) for name, entries in _by_community(scenario, agreement, at_s)])
    barred = Barred(scenario, agreement, at_s)
    pairs = zip(found["reachable"], found["closed_gates"], strict=True)
    found["why"] = [barred.why(reachable, closed) for reachable, closed in pairs]
    found = found.reindex(columns=COLUMNS)
    if against is not None:
        require_name("agreement", against, scenario.agreements)
        other = [_first(entries) for _, entries in _by_community(scenario, against, at_s)]
        found["reachable_against"] = [bool(entry["reachable"]) for entry in other]
        found["time_s_against"] = [_seconds(entry) for entry in other]
        found["change"] = [
            _change(*pair) for pair in zip(found["time_s"], found["time_s_against"], strict=True)
        ]  # fmt: skip
    places = [scenario.community(name) for name in found["community"]]
    hidden = [public and publication.is_small(float(place["population"])) for place in places]
    points = [None if hide else Point(place["lon"], place["lat"]) for place, hide in zip(places, hidden, strict=True)]
    return geopandas.GeoDataFrame(found, geometry=points, crs="EPSG:4326")


def isochrones(
    scenario: Scenario,
    agreement: str,
    within_s: Sequence[float],
    *,
    at: str | datetime | None = None,
    beside_m: float = 500.0,
    public: bool = True,
) -> geopandas.GeoDataFrame:
    """Return the land along the roads that trucks drive on within given times, if every obligation is kept.

    Parameters
    ----------
    scenario, agreement, at
        As for `reach`.
    within_s
        Times after leaving the depots, in seconds.
    beside_m
        How far from a road land counts as reached, in metres.
    public
        Whether the land may be shown to others: then in squares of 0.1 degree, so that it gives no depot away, and none
        of a period that ended less than 90 days ago.

    Returns
    -------
    GeoDataFrame
        In WGS 84, one row per time, ascending: within_s, communities (those reached by then), people in them, road_m
        (metres of road, each counted once), and geometry (empty where no road is driven on).

    Raises
    ------
    RequestError
        If there is no such agreement, the moment lies outside the period, or a time or a distance is not above 0.
    PublicationError
        If a public answer would tell of too recent a period.
    """
    import geopandas

    at_s = scenario.moment_s(agreement, at)
    times_s = sorted({int(np.ceil(_in_range("a time, in seconds,", time_s, LATEST_S))) for time_s in within_s})
    _in_range("beside_m", beside_m, 100_000)
    places = reach(scenario, agreement, at=at, public=public)
    rows, land = [], []
    for time_s in times_s:
        there = places[places["time_s"] <= time_s]
        road_m, area = _land(scenario, agreement, at_s, time_s, beside_m)
        rows.append(
            {
                "within_s": time_s,
                "communities": tuple(there["community"]),
                "people": int(there["people"].sum()),
                "road_m": road_m,
            }
        )
        land.append(publication.squares(area) if public and area is not None else area)
    columns = ["within_s", "communities", "people", "road_m"]
    return geopandas.GeoDataFrame(pd.DataFrame(rows, columns=columns), geometry=land, crs="EPSG:4326")


def _by_community(scenario: Scenario, agreement: str, at_s: int) -> list[tuple[str, list[dict[str, Any]]]]:
    found: dict[str, list[dict[str, Any]]] = {name: [] for name in scenario.communities}
    for entry in scenario.engine.reach(agreement, at_s):
        found[entry["community"]].append(entry)
    return list(found.items())


def _first(entries: list[dict[str, Any]]) -> dict[str, Any]:
    """Return the fleet that is there first; where none is, the one that lacks fewest gates."""
    by_time = [entry for entry in entries if entry["reachable"]]
    if by_time:
        return min(by_time, key=lambda entry: (entry["time_s"], entry["fleet"]))
    # A fleet that lacks no gate and still has no way is not on the same roads at all.
    return min(entries, key=lambda entry: (not entry["closed_gates"], len(entry["closed_gates"]), entry["fleet"]))


def _row(scenario: Scenario, community: str, entries: list[dict[str, Any]]) -> dict[str, Any]:
    first, place = _first(entries), scenario.community(community)
    return {
        **first, "title": place["title"], "people": int(place["population"]), "time_s": _seconds(first),
        "closed_gates": tuple(first["closed_gates"]),
    }  # fmt: skip


def _seconds(entry: dict[str, Any]) -> float:
    return float(entry["time_s"]) if entry["reachable"] else float("nan")


def _change(time_s: float, against_s: float) -> str:
    if np.isnan(time_s) or np.isnan(against_s):
        return "same" if np.isnan(time_s) and np.isnan(against_s) else ("lost" if np.isnan(time_s) else "gained")
    return "same" if time_s == against_s else ("sooner" if time_s < against_s else "later")


def _land(
    scenario: Scenario, agreement: str, at_s: int, time_s: int, beside_m: float
) -> tuple[float, BaseGeometry | None]:
    """Return metres of road, and the land beside it, that trucks of some fleet are on within a time."""
    import geopandas
    from shapely import LineString, union_all
    from shapely.ops import substring

    driven = scenario.engine.driven(agreement, at_s, time_s)
    if not driven:
        return 0.0, None
    lines = geopandas.GeoSeries([LineString(road["points"]) for road in driven], crs="EPSG:4326")
    metric = lines.estimate_utm_crs()
    road_m, pieces = 0.0, []
    for road, line in zip(driven, lines.to_crs(metric), strict=True):
        begin, end = road["from_begin"], road["from_end"]
        road_m += min(1.0, begin + end) * road["length_m"]
        # What is driven on from both ends may meet in the middle.
        parts = [(0.0, 1.0)] if begin + end >= 1 else [(0.0, begin), (1.0 - end, 1.0)]
        pieces += [substring(line, first, last, normalized=True) for first, last in parts if first < last]
    land = geopandas.GeoSeries([union_all(pieces).buffer(beside_m)], crs=metric).to_crs("EPSG:4326")
    return road_m, land.iloc[0]


def _in_range(what: str, value: float, most: float) -> float:
    if not 0 < value <= most:
        raise RequestError(f"{what} must be above 0 and at most {most:,.0f}, not {value}")
    return value
