# SPDX-License-Identifier: Apache-2.0
"""Whose ground a way crosses, and how much of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Any

import numpy as np
import shapely
from numpy.typing import NDArray

if TYPE_CHECKING:
    import geopandas
    from shapely import LineString
    from shapely.geometry.base import BaseGeometry

NOBODY = ""
CONTESTED = "contested"
UNKNOWN = "unknown"


@dataclass(frozen=True)
class Crossed:
    """What ground a way crosses."""

    held_m: dict[str, float]
    """Metres by party, the most first; "contested" is ground said to be fought over, or that the areas of several
    parties cover; "" is ground of which nobody knows: unknown, or in no area."""
    parties: tuple[str, ...]
    """Parties in the order in which the way comes upon their ground, one that it comes back to each time."""


def crossed(
    lines: Iterable[LineString | None], lengths_m: Iterable[float], control: geopandas.GeoDataFrame
) -> list[Crossed]:
    """Return what ground each way crosses.

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
    list of Crossed
        Per way; empty for None.
    """
    import geopandas
    from shapely import prepare

    ways = geopandas.GeoSeries(list(lines), crs="EPSG:4326")
    if not ways.notna().any():
        return [Crossed({}, ()) for _ in ways]
    metric = utm(*ways.total_bounds)
    grounds = _alone(control.to_crs(metric)) if len(control) else {}
    for ground in grounds.values():
        prepare(ground)
    return [
        _crossed(line, length_m, grounds) if line is not None else Crossed({}, ())
        for line, length_m in zip(ways.to_crs(metric), lengths_m, strict=True)
    ]


def utm(west: float, south: float, east: float, north: float) -> str:
    """Return the UTM zone of the middle of bounds in degrees; asking PROJ's database costs more than all the rest."""
    zone = min(int(((west + east) / 2 + 180) // 6) + 1, 60)
    return f"EPSG:{(32600 if south + north >= 0 else 32700) + zone}"


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


def _crossed(line: LineString, length_m: float, grounds: dict[str, BaseGeometry]) -> Crossed:
    points = np.asarray(line.coords)
    segments = shapely.linestrings(np.stack([points[:-1], points[1:]], axis=1))
    upon = {party: _upon(segments, ground) for party, ground in grounds.items()}
    drawn = {party: float(lengths.sum()) for party, (_, lengths) in upon.items()}
    least = 1e-6 * line.length  # what is shorter comes of rounding
    parts = {**drawn, NOBODY: max(0.0, line.length - sum(drawn.values()))}
    # The profile's length is along the globe; the parts are shares of it.
    scale = length_m / line.length if line.length > 0 else 0.0
    ordered = sorted(parts.items(), key=lambda part: (-part[1], part[0]))
    met = sorted(
        (float(place), party)
        for party, (places, lengths) in upon.items()
        if party != CONTESTED
        for place in places[lengths > least]
    )
    return Crossed(
        held_m={party: metres * scale for party, metres in ordered if metres > least},
        parties=tuple(party for party, _ in groupby(party for _, party in met)),
    )


def _upon(segments: Any, ground: BaseGeometry) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return of each piece of a way that lies on the ground where it lies, in segments since the start, and its length.

    Segment by segment, so that a road that is driven there and back counts twice and in its turn.
    """
    touched = np.flatnonzero(shapely.intersects(ground, segments))
    within = shapely.covers(ground, segments[touched])
    whole, cut = touched[within], touched[~within]
    pieces, of = shapely.get_parts(shapely.intersection(segments[cut], ground), return_index=True)
    lengths = shapely.length(pieces)
    pieces, of, lengths = pieces[lengths > 0], cut[of[lengths > 0]], lengths[lengths > 0]
    middles = shapely.line_interpolate_point(pieces, 0.5, normalized=True)
    along = shapely.line_locate_point(segments[of], middles, normalized=True)
    return np.concatenate([whole + 0.5, of + along]), np.concatenate([shapely.length(segments[whole]), lengths])
