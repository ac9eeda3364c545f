# SPDX-License-Identifier: Apache-2.0
"""What may leave the house: the thresholds of public-safe outputs, and the only functions that apply them.

The thresholds are assumptions, made once here. They keep an output from serving as a timetable, a target list or news
of a running operation.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import ArrayLike, NDArray

from .errors import PublicationError

if TYPE_CHECKING:
    from shapely import LineString
    from shapely.geometry.base import BaseGeometry

MINIMUM_AGE = timedelta(days=90)
"""A period must have ended at least this long ago."""
COORDINATE_STEP_DEG = 0.1
"""Depots, staging places and checkpoints are rounded to this many degrees."""
FINEST_STEP = timedelta(days=7)
"""Nothing is shown in steps finer than this."""
SMALLEST_COMMUNITY = 5000
"""A community of fewer people is told only as part of its enclave."""


def require_past(period_to_s: int, *, now: datetime | None = None) -> None:
    """Refuse a period that ended less than 90 days ago.

    Parameters
    ----------
    period_to_s
        The end of the period, UTC seconds since 1970.
    now
        The present; the system's clock unless given.

    Raises
    ------
    PublicationError
        If the period is too recent.
    """
    present = now if now is not None else datetime.now(UTC)
    end = datetime.fromtimestamp(period_to_s, UTC)
    if present - end < MINIMUM_AGE:
        raise PublicationError(
            f"the period ends on {end:%d %B %Y}, and nothing is published on a period that ended less than "
            f"{MINIMUM_AGE.days} days ago"
        )


def require_weekly(step: timedelta, *, what: str) -> None:
    """Refuse an output in steps finer than a week.

    Parameters
    ----------
    step
        The time between two of its entries.
    what
        The output, as the message should name it: "an event log".

    Raises
    ------
    PublicationError
        If `step` is shorter than seven days.
    """
    if step < FINEST_STEP:
        raise PublicationError(
            f"{what} is finer than a week and could serve as a timetable of trips, so it is not public. For your own "
            "eyes, ask for it with public=False (on the command line: --no-public)"
        )


def is_small(people: float) -> bool:
    """Return whether a community of so many people is too small to be told of on its own in public."""
    return people < SMALLEST_COMMUNITY


def coarsen(degrees: ArrayLike) -> NDArray[np.float64]:
    """Return longitudes or latitudes rounded to 0.1 degree, about 11 km north to south.

    Parameters
    ----------
    degrees
        Longitudes or latitudes in degrees, of any shape.

    Returns
    -------
    ndarray of float64
        Of the same shape.
    """
    steps = np.round(np.asarray(degrees, dtype=np.float64) / COORDINATE_STEP_DEG)
    # A division by ten, not a product with 0.1, gives the nearest double of each tenth.
    return np.asarray(steps / round(1 / COORDINATE_STEP_DEG), dtype=np.float64)


def way(line: LineString | None, schematic: bool, *, both_ends: bool = False) -> LineString | None:
    """Return a way as it may be shown: on a schematic network alone, and from its beginning rounded to 0.1 degree.

    Its end is a community's, which is known; `both_ends` rounds it too, where it is a depot's or the caller's own.
    """
    from shapely import LineString

    if line is None or not schematic:
        return None
    points = np.asarray(line.coords, dtype=np.float64)
    points[0] = coarsen(points[0])
    if both_ends:
        points[-1] = coarsen(points[-1])
    return LineString(points)


def squares(land: BaseGeometry) -> BaseGeometry:
    """Return the squares of 0.1 degree, each around a rounded place, that land in WGS 84 lies in."""
    from shapely import box, intersects, union_all

    west, south, east, north = coarsen(land.bounds)
    columns, rows = np.meshgrid(
        np.arange(west, east + COORDINATE_STEP_DEG / 2, COORDINATE_STEP_DEG),
        np.arange(south, north + COORDINATE_STEP_DEG / 2, COORDINATE_STEP_DEG),
    )
    lon, lat, half = coarsen(columns.ravel()), coarsen(rows.ravel()), COORDINATE_STEP_DEG / 2
    around = box(lon - half, lat - half, lon + half, lat + half)
    return union_all(around[intersects(around, land)], grid_size=half / 10)
