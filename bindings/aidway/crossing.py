# SPDX-License-Identifier: Apache-2.0
"""Whose ground a way crosses, and how much of it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import geopandas
    from shapely import LineString
    from shapely.geometry.base import BaseGeometry

NOBODY = ""
CONTESTED = "contested"
UNKNOWN = "unknown"


def held_m(
    lines: Iterable[LineString | None], lengths_m: Iterable[float], control: geopandas.GeoDataFrame
) -> list[dict[str, float]]:
    """Return how many metres of each way lie on the ground of each party.

    Parameters
    ----------
    lines
        The ways in WGS 84; None where there is none.
    lengths_m
        Their lengths in metres, which the parts add up to.
    control
        Areas with the columns `party` and `geometry`, as they lie at the moment: the name of a party, "contested" or
        "unknown".

    Returns
    -------
    list of dict
        Per way, metres by party, the most first; "contested" is ground said to be fought over, or that the areas of
        several parties cover; "" is ground of which nobody knows: unknown, or in no area. Empty for None.
    """
    import geopandas

    ways = geopandas.GeoSeries(list(lines), crs="EPSG:4326")
    if not ways.notna().any():
        return [{} for _ in ways]
    metric = ways.dropna().estimate_utm_crs()
    grounds = _alone(control.to_crs(metric)) if len(control) else {}
    return [
        _parts(line, length_m, grounds) if line is not None else {}
        for line, length_m in zip(ways.to_crs(metric), lengths_m, strict=True)
    ]


def _alone(control: geopandas.GeoDataFrame) -> dict[str, BaseGeometry]:
    """Return the ground that each party holds and no other claims, and what is contested."""
    from shapely import Polygon, union_all

    grounds = {str(name): ground for name, ground in control.dissolve("party").geometry.items()}
    unknown = grounds.pop(UNKNOWN, Polygon())
    contested = grounds.pop(CONTESTED, Polygon())
    alone = {}
    for party, ground in grounds.items():
        others = [other for name, other in grounds.items() if name != party]
        alone[party] = ground.difference(union_all([unknown, contested, *others]))
    claimed = union_all([contested, *grounds.values()])
    return {**alone, CONTESTED: claimed.difference(union_all([unknown, *alone.values()]))}


def _parts(line: LineString, length_m: float, grounds: dict[str, BaseGeometry]) -> dict[str, float]:
    drawn = {party: line.intersection(ground).length for party, ground in grounds.items()}
    parts = {**drawn, NOBODY: max(0.0, line.length - sum(drawn.values()))}
    # The profile's length is along the globe; the parts are shares of it.
    scale = length_m / line.length if line.length > 0 else 0.0
    ordered = sorted(parts.items(), key=lambda part: (-part[1], part[0]))
    return {party: metres * scale for party, metres in ordered if metres > 1e-6 * line.length}
