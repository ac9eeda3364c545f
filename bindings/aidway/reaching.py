# SPDX-License-Identifier: Apache-2.0
"""How far the trucks come under an agreement: which places, and how many people."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from . import publication
from .barred import Barred
from .enclaves import about_place, groups
from .errors import require_name
from .moments import moment_s

if TYPE_CHECKING:
    import geopandas

    from .scenario import Scenario

COLUMNS = [
    "community", "title", "pcode", "people", "reachable", "fleet", "depot", "time_s", "closed_gates", "why_kind", "why",
]  # fmt: skip


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
        Whether the answer may be shown to others: none of a period that ended less than 90 days ago, and a community
        under 5,000 people only as part of its enclave, which is reached when its last member is.

    Returns
    -------
    GeoDataFrame
        In WGS 84, one row per community, or per enclave that stands for its members: community, title, pcode
        ("" where the scenario states none, and of an enclave), people, reachable, fleet and depot of the trucks that
        are there first, time_s (driving, and the inspection of a full convoy at each gate; NaN where there is no way),
        closed_gates (where there is no way, the gates that would have to open for the fleet that lacks fewest),
        why_kind (as for `aidway.routes`), why (a sentence on it, else ""), and geometry. With `against`,
        reachable_against and time_s_against, and change: "gained", "lost", "sooner", "later" or "same".

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

    at_s = moment_s(scenario, agreement, at, public=public)
    told = {name: scenario.community(name) for name in scenario.communities}
    shown = _shown(scenario, told, public=public)
    barred = Barred(scenario, agreement, at_s)
    places = {place: about_place(place, members, told) for place, members in shown.items()}
    firsts = _firsts(scenario, agreement, at_s, shown)
    found = pd.DataFrame(
        [_row(place, about, firsts[place], barred) for place, about in places.items()], columns=COLUMNS
    )
    if against is not None:
        other = _firsts(scenario, require_name("agreement", against, scenario.agreements), at_s, shown)
        found["reachable_against"] = [bool(other[place]["reachable"]) for place in shown]
        found["time_s_against"] = [_seconds(other[place]) for place in shown]
        pairs = zip(found["time_s"], found["time_s_against"], strict=True)
        found["change"] = [_change(time_s, against_s) for time_s, against_s in pairs]
    points = [
        None if public and publication.is_small(float(about["population"])) else Point(about["lon"], about["lat"])
        for about in places.values()
    ]
    return geopandas.GeoDataFrame(found, geometry=points, crs="EPSG:4326")


def _shown(scenario: Scenario, told: dict[str, dict[str, Any]], *, public: bool) -> dict[str, list[str]]:
    """Return what a row tells of: a community, or in public an enclave of which a member is small."""
    if not public:
        return {name: [name] for name in told}
    return groups({name: float(about["population"]) for name, about in told.items()}, scenario.enclaves)


def _firsts(scenario: Scenario, agreement: str, at_s: int, shown: dict[str, list[str]]) -> dict[str, dict[str, Any]]:
    """Return for each place that is shown the fleet that is there first; an enclave is reached with its last member."""
    by_community: dict[str, list[dict[str, Any]]] = {name: [] for name in scenario.communities}
    for entry in scenario.engine.reach(agreement, at_s):
        by_community[entry["community"]].append(entry)
    first = {name: _first(entries) for name, entries in by_community.items()}
    return {place: max((first[name] for name in members), key=_lateness) for place, members in shown.items()}


def _lateness(entry: dict[str, Any]) -> tuple[bool, float, int]:
    return not entry["reachable"], entry["time_s"] or 0.0, len(entry["closed_gates"])


def _first(entries: list[dict[str, Any]]) -> dict[str, Any]:
    """Return the fleet that is there first; where none is, the one that lacks fewest gates."""
    by_time = [entry for entry in entries if entry["reachable"]]
    if by_time:
        return min(by_time, key=lambda entry: (entry["time_s"], entry["fleet"]))
    # A fleet that lacks no gate and still has no way is not on the same roads at all.
    return min(entries, key=lambda entry: (not entry["closed_gates"], len(entry["closed_gates"]), entry["fleet"]))


def _row(place: str, about: Mapping[str, Any], first: dict[str, Any], barred: Barred) -> dict[str, Any]:
    closed = tuple(first["closed_gates"])
    return {
        **first, "community": place, "title": about["title"], "pcode": about["pcode"],
        "people": int(about["population"]),
        "time_s": _seconds(first), "closed_gates": closed, "why_kind": barred.kind(first), "why": barred.why(first),
    }  # fmt: skip


def _seconds(entry: dict[str, Any]) -> float:
    return float(entry["time_s"]) if entry["reachable"] else float("nan")


def _change(time_s: float, against_s: float) -> str:
    if np.isnan(time_s) or np.isnan(against_s):
        return "same" if np.isnan(time_s) and np.isnan(against_s) else ("lost" if np.isnan(time_s) else "gained")
    return "same" if time_s == against_s else ("sooner" if time_s < against_s else "later")
