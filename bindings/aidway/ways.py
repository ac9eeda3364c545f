# SPDX-License-Identifier: Apache-2.0
"""The ways to a place: the best and its alternatives, and how many there are that share no road."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Any

import pandas as pd

from . import layers, publication
from .barred import Barred
from .crossing import CONTESTED, crossed
from .errors import raise_all, require_name, require_within
from .moments import ask, moment_s, require_large
from .way_ends import as_end, require_end, require_near, told

if TYPE_CHECKING:
    import geopandas
    from shapely import LineString

    from .scenario import Scenario


CRITERIA = ("fastest", "shortest", "fewest_gates")
"""What may make a way the best."""
COLUMNS = [
    "fleet", "depot", "community", "reachable", "time_s", "driving_s", "length_m", "gates", "delays_s", "closed_gates",
]  # fmt: skip
NUMBERS = [
    "overlap", "stretch", "max_weight_t", "weight_margin_t", "max_height_m", "height_margin_m",
]  # fmt: skip


def routes(
    scenario: Scenario,
    agreement: str,
    to: str | Sequence[float],
    at: str | datetime | None = None,
    *,
    from_: str | Sequence[float] | None = None,
    by: str = "fastest",
    most: int = 3,
    overlap: float = 0.7,
    slower_by: float = 2.0,
    within_m: float = 5000.0,
    public: bool = True,
) -> geopandas.GeoDataFrame:
    """Return the ways to a place if every obligation is kept: the best one of each fleet, and its alternatives.

    Parameters
    ----------
    scenario
        The scenario.
    agreement
        The agreement whose gates are open.
    to
        A community, a depot, or a place as longitude and latitude in degrees. A name that both a community and a depot
        have is the community's.
    at
        The moment of departure; the beginning of the agreement unless given. Without an offset it is read by the
        scenario's clock.
    from_
        Where the ways begin, likewise; a name that both have is the depot's. From a depot go the fleets that stand
        there, or every fleet where none does; from elsewhere every fleet. Unless given, each fleet leaves its depot.
    by
        What makes a way the best: "fastest" (driving and delays), "shortest" (length_m), or "fewest_gates" (one that is
        left and entered again counts twice). Among equals the faster one.
    most
        How many ways of a fleet are told at most, from 1 to 20.
    overlap
        The largest share of either's length, from 0 to 1, that two ways may have in common.
    slower_by
        The longest time of a way over that of the best, from 1 to 100, whatever makes it the best.
    within_m
        How far a place in degrees may lie from the nearest junction that the fleet's vehicle can come to, in metres,
        up to 100,000. The way begins or ends at that junction.
    public
        Whether the ways may be shown to others: lines only on a schematic network, each from its beginning rounded to
        0.1 degree and, unless it leads to a community, to its end rounded likewise; places in degrees named by the
        rounded place; and none of a period that ended less than 90 days ago.

    Returns
    -------
    GeoDataFrame
        In WGS 84, one row per fleet and way, the best first and the others by the same criterion, then by time; and one
        row for a fleet that has no way:

        fleet, depot, community
            the fleet, where it stands, and the community that the way leads to ("" where it leads to none)
        reachable, time_s, driving_s
            whether there is a way, driving and delays (NaN where there is no way), and driving alone
        length_m
            metres of road, without the profile's detour
        gates, delays_s
            gates in the order they are passed, and the inspection of a full convoy at each of them
        closed_gates
            gates that would have to open where there is no way
        why_kind, why
            why there is no way: "gates", "traffic" where they are open to goods or people alone, "vehicle", "one_way",
            "other_island" or "off_network"; "hours" beside a way on which nobody who leaves when convoys begin to move
            passes every gate within its hours of that day; and a sentence on it: who holds the gates, whom they let
            through, what stops the vehicle where, or which gate is shut when; else ""
        held_m, contested_m
            metres on the ground of each party, the most first ("contested" for ground that is fought over, "" for
            ground of which nobody knows), and those on contested ground
        parties
            the parties whose ground is crossed, in the order of travel, one that the way comes back to each time
        holders
            at each gate the parties that hold it
        waits_s
            at each gate how long who leaves when convoys begin to move, and keeps to this way, waits for its hours,
            overnight if need be; inf at and after one that never opens while convoys move. It is not in time_s
        overlap, stretch
            the share of the way's length that lies on roads of the fleet's best way, and its time over that of the
            best, which may lie below 1 unless ways are told by time; 1 for the best, NaN where there is no way
        max_weight_t, max_height_m
            the least limits of weight and height on the way; NaN where no road of it states one
        weight_margin_t, height_margin_m
            how much more that is than the vehicle weighs and is high; NaN where either is not stated
        origin, destination
            where the way begins and ends: a name, or "LON,LAT"
        geometry
            the line; empty where there is no way or no line may be shown

    Raises
    ------
    RequestError
        If there is no such agreement, place or criterion, the moment lies outside the period, a number is out of range,
        or no fleet's vehicle comes within `within_m` of a place in degrees; it says how far the nearest junction lies.
    PublicationError
        If public ways would tell of too recent a period, or of a community of fewer than 5,000 people.

    Notes
    -----
    The best way is exact, in whole milliseconds and millimetres; ties are settled by stable keys of the roads, so that
    the order of a layer's lines does not show. Alternatives are found by making used roads heavier, again and again:
    one may be missed, and none breaks the bounds. The same request gives the same rows.
    """
    at_s = moment_s(scenario, agreement, at, public=public)
    given = {"to": to} if from_ is None else {"from_": from_, "to": to}
    raise_all(
        *(partial(require_end, scenario, argument, end) for argument, end in given.items()),
        partial(require_name, "criterion", by, CRITERIA),
        partial(require_within, "most", most, 1, 20),
        partial(require_within, "overlap", overlap, 0, 1),
        partial(require_within, "slower_by", slower_by, 1, 100),
        partial(require_within, "within_m", within_m, 0, 100_000),
    )
    begin, end = None if from_ is None else as_end(from_), as_end(to)
    require_large(scenario, [name for name in scenario.communities if name in (begin, end)], public=public)
    found = scenario.engine.routes(
        agreement, end, at_s, from_=begin, by=by, most=most, overlap=overlap, slower_by=slower_by, within_m=within_m
    )
    require_near(found, {"from_": begin, "to": end}, within_m)
    table = pd.DataFrame(found, columns=COLUMNS).astype({"time_s": float})
    _add_grounds(table, found, Barred(scenario, agreement, at_s), layers.control_at(scenario.engine, at_s))
    table[NUMBERS] = pd.DataFrame(found, columns=NUMBERS).astype(float)
    table["origin"] = table["depot"] if begin is None else told(begin, public=public)
    table["destination"] = told(end, public=public)
    return _drawn(scenario, table, _lines(found), public=public, to_community=end in scenario.communities)


def _add_grounds(
    table: pd.DataFrame, found: list[dict[str, Any]], barred: Barred, control: geopandas.GeoDataFrame
) -> None:
    """Add to ways why there is none, whose ground each crosses, who holds the gates, and the waiting at them."""
    ground = crossed(_lines(found), table["length_m"], control)
    columns = {
        "why_kind": [barred.kind(row) for row in found],
        "why": [barred.why(row) for row in found],
        "held_m": [way.held_m for way in ground],
        "contested_m": [way.held_m.get(CONTESTED, 0.0) for way in ground],
        "parties": [way.parties for way in ground],
        "holders": [[barred.holders(gate) for gate in row["gates"]] for row in found],
        "waits_s": [row["waits_s"] for row in found],
    }
    for name, values in columns.items():
        table[name] = pd.Series(values, index=table.index, dtype=float if name == "contested_m" else object)


def redundancy(
    scenario: Scenario, agreement: str, to: str, *, at: str | datetime | None = None, public: bool = True
) -> geopandas.GeoDataFrame:
    """Return as many ways from the depots to a community as there can be of which no two share a road.

    Parameters
    ----------
    scenario
        The scenario.
    agreement
        The agreement whose gates are open, every obligation kept.
    to
        The community.
    at
        The moment whose gates count; the beginning of the agreement unless given. Without an offset it is read by the
        scenario's clock.
    public
        Whether the ways may be shown to others: lines only on a schematic network, each from its depot's place rounded
        to 0.1 degree, and none of a period that ended less than 90 days ago.

    Returns
    -------
    GeoDataFrame
        In WGS 84, one row per way, the fastest first, so that their number is the redundancy: depot, driving_s (of the
        first fleet's vehicle), length_m, gates in the order they are passed, geometry (empty where no line may be
        shown). No rows where there is no way, and from a depot in the community itself, which needs none. Among sets
        of as many ways it is one whose driving times sum to the least.

    Raises
    ------
    RequestError
        If there is no such agreement or community, or the moment lies outside the period.
    PublicationError
        If public ways would tell of too recent a period, or of a community of fewer than 5,000 people.

    Notes
    -----
    Two ways may pass the same crossroads; the two directions of a road are one road. It answers how far a place hangs
    on one road, and says nothing of which road that is.
    """
    _, found = ask(scenario, agreement, to, at, "redundancy", public=public)
    table = pd.DataFrame(found, columns=["depot", "driving_s", "length_m", "gates"])
    return _drawn(scenario, table, _lines(found), public=public)


def _lines(found: list[dict[str, Any]]) -> list[LineString | None]:
    from shapely import LineString

    return [LineString(row["points"]) if len(row["points"]) > 1 else None for row in found]


def _drawn(
    scenario: Scenario,
    table: pd.DataFrame,
    exact: list[LineString | None],
    *,
    public: bool,
    to_community: bool = True,
) -> geopandas.GeoDataFrame:
    import geopandas

    shown = [publication.way(line, scenario.schematic, both_ends=not to_community) for line in exact]
    return geopandas.GeoDataFrame(table, geometry=shown if public else exact, crs="EPSG:4326")
