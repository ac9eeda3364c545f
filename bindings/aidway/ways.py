# SPDX-License-Identifier: Apache-2.0
"""The ways to a place: the best and its alternatives, and how many there are that share no road."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

import pandas as pd

from . import layers, publication
from .barred import Barred
from .crossing import held_m
from .moments import ask

if TYPE_CHECKING:
    import geopandas
    from shapely import LineString

    from .scenario import Scenario


def routes(
    scenario: Scenario, agreement: str, to: str, at: str | datetime | None = None, *, public: bool = True
) -> geopandas.GeoDataFrame:
    """Return the ways from every depot to a community if every obligation is kept.

    Parameters
    ----------
    scenario
        The scenario.
    agreement
        The agreement whose gates are open.
    to
        The community.
    at
        The moment of departure; the beginning of the agreement unless given. Without an offset it is read by the
        scenario's clock.
    public
        Whether the ways may be shown to others: lines only on a schematic network, each from its depot's place
        rounded to 0.1 degree, and none of a period that ended less than 90 days ago.

    Returns
    -------
    GeoDataFrame
        In WGS 84, one row per fleet and alternative: fleet, depot, community, reachable, time_s (driving and
        delays; NaN where there is no way), driving_s, length_m, gates in the order they are passed, delays_s
        (inspection of a full convoy at each of them), held_m (metres on the ground of each party, the most first;
        "contested" for ground that is fought over, "" for ground of which nobody knows), closed_gates that would have
        to open where there is no way, why_kind ("gates", "traffic" where they are open to goods or people alone,
        "vehicle", "one_way" or "other_island"; "hours" beside a way on which nobody who leaves when convoys begin to
        move passes every gate within its hours of that day), why (a sentence on it: who holds the gates, whom they let
        through, what stops the vehicle where, or which gate is shut when; else ""), geometry (empty where there is no
        way or no line may be shown).

    Raises
    ------
    RequestError
        If there is no such agreement or community, or the moment lies outside the period.
    PublicationError
        If public ways would tell of too recent a period.
    """
    at_s, found = ask(scenario, agreement, to, at, "routes", public=public)
    columns = ["fleet", "depot", "community", "reachable", "time_s", "driving_s", "length_m", "gates", "delays_s"]
    table = pd.DataFrame(found, columns=[*columns, "closed_gates"]).astype({"time_s": float})
    barred = Barred(scenario, agreement, at_s)
    table["why_kind"] = [barred.kind(row) for row in found]
    table["why"] = [barred.why(row) for row in found]
    exact = _lines(found)
    parts = held_m(exact, table["length_m"], layers.control_at(scenario.engine, at_s))
    table["held_m"] = pd.Series(parts, index=table.index, dtype=object)
    return _drawn(scenario, table, exact, public=public)


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
        If public ways would tell of too recent a period.

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
    scenario: Scenario, table: pd.DataFrame, exact: list[LineString | None], *, public: bool
) -> geopandas.GeoDataFrame:
    import geopandas

    lines = [publication.way(line, scenario.schematic) for line in exact] if public else exact
    return geopandas.GeoDataFrame(table, geometry=lines, crs="EPSG:4326")
