# SPDX-License-Identifier: Apache-2.0
"""Which land lies along the roads that trucks drive on within a time."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from . import publication
from .errors import RequestError
from .moments import moment_s
from .reaching import reach

if TYPE_CHECKING:
    import geopandas
    from shapely.geometry.base import BaseGeometry

    from .scenario import Scenario

LATEST_S = 45 * 86_400  # a search counts in milliseconds, 32 bits of them


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
        In WGS 84, one row per time, ascending: within_s, communities (those reached by then, as `reach` names them),
        people in them, road_m (metres of road, each counted once), and geometry (empty where no road is driven on).

    Raises
    ------
    RequestError
        If there is no such agreement, the moment lies outside the period, or a time or a distance is not above 0.
    PublicationError
        If a public answer would tell of too recent a period.
    """
    import geopandas

    at_s = moment_s(scenario, agreement, at, public=public)
    times_s = sorted({int(np.ceil(_in_range("a time, in seconds,", time_s, LATEST_S))) for time_s in within_s})
    _in_range("beside_m", beside_m, 100_000)
    places = reach(scenario, agreement, at=at, public=public)
    rows, land = [], []
    for time_s, driven in zip(times_s, scenario.engine.driven(agreement, at_s, times_s), strict=True):
        there = places[places["time_s"] <= time_s]
        road_m, area = _land(driven, beside_m)
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


def _land(driven: list[dict[str, Any]], beside_m: float) -> tuple[float, BaseGeometry | None]:
    """Return metres of road that trucks are on, and the land beside it."""
    import geopandas
    from shapely import LineString, union_all
    from shapely.ops import substring

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
