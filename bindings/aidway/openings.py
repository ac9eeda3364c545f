# SPDX-License-Identifier: Apache-2.0
"""The fewest gates that would have to open, so that places are served."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

import pandas as pd

from . import publication
from .barred import Barred
from .errors import RequestError, require_name
from .moments import moment_s, require_large

if TYPE_CHECKING:
    import geopandas

    from .scenario import Scenario


def minimum_openings(
    scenario: Scenario,
    agreement: str,
    to: str | Sequence[str],
    *,
    at: str | datetime | None = None,
    public: bool = True,
) -> geopandas.GeoDataFrame:
    """Return the fewest gates that would have to open so that trucks come to a community, or to each of several.

    Parameters
    ----------
    scenario
        The scenario.
    agreement
        The agreement whose gates are open already, every obligation kept.
    to
        The community, or several that are all to be served.
    at
        The moment whose gates count; the beginning of the agreement unless given. Without an offset it is read by the
        scenario's clock.
    public
        Whether the answer may be shown to others: places of gates rounded to 0.1 degree, and none of a period that
        ended less than 90 days ago.

    Returns
    -------
    GeoDataFrame
        In WGS 84, one row per gate to open, by name: gate, title, held_by (titles of the parties), opened_by (terms of
        the scenario's agreements that open it to aid at some time, by agreement: {"both-roads": "open_road/castello"}),
        lets_pass (traffic that may pass it already: "goods", "civilians"), places (those communities of `to` that
        trucks then come to through it), geometry. No rows where nothing has to open. `attrs` holds what is true of the
        whole: `lower_bound` (no fewer gates are enough), `exact` (whether that is their number), `time_s` (by
        community, driving and inspection of who is there first afterwards), `fleet` (by community), and `without_road`
        (communities that no road leads to, whatever opens; they ask for nothing).

    Raises
    ------
    RequestError
        If there is no such agreement or community, none is named, or the moment lies outside the period.
    PublicationError
        If a public answer would tell of too recent a period, or of a community of fewer than 5,000 people.

    Notes
    -----
    For one community it is exact. For several the problem is NP-hard: it is exact unless 50,000 sets of gates were
    looked at in vain, which takes dozens of closed gates. Of sets alike in number the one with the least sum of travel
    times is given. It tells what opening would serve, and nothing of what closing would cut off.
    """
    import geopandas
    from shapely import Point

    at_s = moment_s(scenario, agreement, at, public=public)
    wanted = [to] if isinstance(to, str) else list(dict.fromkeys(to))
    if not wanted:
        raise RequestError("openings are for communities: name at least one")
    for name in wanted:
        require_name("community", name, scenario.communities)
    require_large(scenario, wanted, public=public)
    found = scenario.engine.openings(agreement, wanted, at_s)
    barred = Barred(scenario, agreement, at_s)
    table = pd.DataFrame(
        [
            {
                **barred.about(gate),
                "places": tuple(row["community"] for row in found["places"] if gate in row["opened"]),
            }
            for gate in found["gates"]
        ],
        columns=["gate", "title", "held_by", "opened_by", "lets_pass", "places"],
    )
    at_gates = {str(gate["name"]): (gate["lon"], gate["lat"]) for gate in scenario.engine.gates()}
    points = [Point(publication.coarsen(at_gates[name]) if public else at_gates[name]) for name in found["gates"]]
    answer = geopandas.GeoDataFrame(table, geometry=points, crs="EPSG:4326")
    there = [row for row in found["places"] if row["reachable"]]
    answer.attrs = {
        "lower_bound": int(found["lower_bound"]),
        "exact": int(found["lower_bound"]) == len(found["gates"]),
        "time_s": {row["community"]: float(row["time_s"]) for row in there},
        "fleet": {row["community"]: row["fleet"] for row in there},
        "without_road": [row["community"] for row in found["places"] if not row["reachable"]],
    }
    return answer
