# SPDX-License-Identifier: Apache-2.0
"""Where ways begin and end: at a place with a name, or at one given in degrees."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from . import publication
from .errors import RequestError, require_name

if TYPE_CHECKING:
    from .scenario import Scenario

End = str | tuple[float, float]
"""The name of a community or a depot, or longitude and latitude in degrees."""


def require_end(scenario: Scenario, argument: str, given: str | Sequence[float]) -> None:
    """Refuse what is no end of ways.

    Parameters
    ----------
    scenario
        The scenario whose communities and depots are known by name.
    argument
        The name of the argument, for the message.
    given
        A name, or longitude and latitude in degrees.

    Raises
    ------
    RequestError
        If it is neither, the name is unknown or the place lies off the globe.
    """
    if isinstance(given, str):
        require_name("community or depot", given, dict.fromkeys((*scenario.communities, *scenario.depots)))
        return
    try:
        lon, lat = (float(value) for value in given)
    except (TypeError, ValueError):
        raise RequestError(
            f"{argument} must be the name of a community or a depot, or a pair (longitude, latitude) in degrees, "
            f"not {given!r}"
        ) from None
    if not (-180 <= lon <= 180 and -90 <= lat <= 90):
        raise RequestError(
            f"{argument} must be longitude from -180 to 180 and latitude from -90 to 90 degrees, not ({lon}, {lat})"
        )


def as_end(given: str | Sequence[float]) -> End:
    """Return what `require_end` lets pass as the engine takes it."""
    if isinstance(given, str):
        return given
    lon, lat = (float(value) for value in given)
    return lon, lat


def told(end: End, *, public: bool) -> str:
    """Return an end as a table names it; in public a place in degrees is rounded to 0.1 degree."""
    if isinstance(end, str):
        return end
    lon, lat = (float(value) for value in (publication.coarsen(end) if public else end))
    return f"{lon},{lat}"


def require_near(found: Iterable[dict[str, Any]], ends: dict[str, End | None], within_m: float) -> None:
    """Refuse places in degrees to which no fleet comes near enough.

    Parameters
    ----------
    found
        Rows of the engine, with the metres between place and junction.
    ends
        By argument, where the ways begin and end.
    within_m
        How far from a junction a place may lie.

    Raises
    ------
    RequestError
        If no fleet's vehicle comes to a junction within `within_m` metres of a place; it tells of every such place.
    """
    rows = list(found)
    faults = []
    for column, (argument, end) in zip(("from_junction_m", "to_junction_m"), ends.items(), strict=True):
        nearest_m = min((row[column] for row in rows), default=0.0) if isinstance(end, tuple) else 0.0
        if nearest_m <= within_m:
            continue
        lies = "there is none" if math.isinf(nearest_m) else f"the nearest lies {nearest_m:,.0f} m away"
        faults.append(
            f"{argument}: no junction that the fleets' vehicles can come to lies within {within_m:,.0f} m of {end}; "
            f"{lies}"
        )
    if faults:
        raise RequestError("; ".join(faults))
