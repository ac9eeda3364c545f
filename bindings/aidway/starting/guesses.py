# SPDX-License-Identifier: Apache-2.0
"""What no layer says and somebody must begin with: a period, a depot, who shares a stock, who is asked for leave."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from ..errors import require_name
from ..publication import MINIMUM_AGE
from .given import Keys, Place

if TYPE_CHECKING:
    import geopandas
    from shapely.geometry.base import BaseGeometry

LONGEST = timedelta(days=366)


@dataclass(frozen=True)
class Period:
    """The time of the scenario, and why that one."""

    begin: date
    end: date
    note: str
    seen: bool


@dataclass(frozen=True)
class Enclave:
    """Places that share one stock: cut off, or on the depot's side."""

    key: str
    members: tuple[str, ...]
    cut_off: bool


def period(
    begin: date | None, end: date | None, areas: geopandas.GeoDataFrame | None, *, now: datetime | None = None
) -> Period:
    """Return the period asked for, or that of the dated areas, or the last half of a year that may be published."""
    if begin is not None and end is not None:
        return Period(begin, end, "as asked for", seen=True)
    days = sorted({date.fromisoformat(day) for column in ("valid_from", "valid_to")
                   for day in ([] if areas is None else areas[column]) if day})  # fmt: skip
    if len(days) > 1:
        first = max(days[0], days[-1] - LONGEST)
        return Period(first, days[-1], "from the first to the last date of the areas of control, a year at most", True)
    last = ((now or datetime.now(UTC)) - MINIMUM_AGE).date()
    year, half = (last.year, 1) if last.month > 6 else (last.year - 1, 7)
    closing = date(year, 7, 1) if half == 1 else date(year + 1, 1, 1)
    return Period(
        date(year, half, 1), closing, "a guess: half a year that ended long enough ago to be published on", False
    )


class Ground:
    """Who holds what on one day; later areas lie above earlier ones."""

    def __init__(self, areas: geopandas.GeoDataFrame | None, day: date) -> None:
        told = day.isoformat()
        self._parts: list[tuple[str, BaseGeometry]] = []
        if areas is None:
            return
        held = areas[(areas["valid_from"] <= told) & ((areas["valid_to"] == "") | (areas["valid_to"] > told))]
        for party, rows in held.groupby("party", sort=True):
            whole = rows.geometry.make_valid().union_all()
            self._parts += [(str(party), part) for part in getattr(whole, "geoms", [whole])]

    def part_at(self, lon: float, lat: float) -> int | None:
        """Return the number of the piece of ground that holds a place; None where nobody does."""
        from shapely import Point

        spot = Point(lon, lat)
        return next((number for number, (_, part) in enumerate(self._parts) if part.covers(spot)), None)

    def holder_at(self, lon: float, lat: float) -> str | None:
        """Return the party that holds a place; None where nobody does."""
        number = self.part_at(lon, lat)
        return None if number is None else self._parts[number][0]


def depot(places: list[Place], ground: Ground, asked: str | None) -> tuple[Place, str]:
    """Return the place where convoys load, and why it is that one.

    The place asked for by name or key; else, of places on nobody's ground, the one nearest to the middle of the others;
    else the one with most people.
    """
    if asked is not None:
        by_name = {place.name: place for place in reversed(places)} | {place.key: place for place in places}
        return by_name[require_name("place", asked, by_name)], "as asked for"
    outside = [place for place in places if ground.part_at(place.lon, place.lat) is None]
    if outside and len(outside) < len(places):
        within = [place for place in places if place not in outside]
        lon, lat = (sum(getattr(place, axis) for place in within) / len(within) for axis in ("lon", "lat"))
        nearest = min(outside, key=lambda place: ((place.lon - lon) ** 2 + (place.lat - lat) ** 2, place.key))
        return nearest, "a guess: of the places outside all areas of control, the one nearest to those inside"
    return max(places, key=lambda place: (place.population, place.key)), "a guess: the place with most people"


def enclaves(places: list[Place], at: Place, ground: Ground) -> list[Enclave]:
    """Return who shares a stock: places on one piece of ground across a line from the depot; every other for itself."""
    home = ground.part_at(at.lon, at.lat)
    groups: dict[object, list[Place]] = {}
    for place in places:
        part = ground.part_at(place.lon, place.lat)
        apart = part is not None and part != home
        groups.setdefault(part if apart else place.key, []).append(place)
    keys = Keys()
    found = []
    for group, members in groups.items():
        largest = max(members, key=lambda place: (place.population, place.key))
        found.append(Enclave(keys.key(largest.name), tuple(p.key for p in members), cut_off=isinstance(group, int)))
    return found
