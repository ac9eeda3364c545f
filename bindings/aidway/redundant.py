# SPDX-License-Identifier: Apache-2.0
"""How many ways lead to a place that share no road."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import pandas as pd

from . import publication
from .errors import require_name

if TYPE_CHECKING:
    import geopandas

    from .scenario import Scenario


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
    import geopandas
    from shapely import LineString

    at_s = scenario.moment_s(agreement, at)
    require_name("community", to, scenario.communities)
    if public:
        publication.require_past(scenario.engine.period_to_s)
    found = scenario.engine.redundancy(agreement, to, at_s)
    exact = [LineString(row["points"]) for row in found]
    lines = [publication.way(line, scenario.schematic) for line in exact] if public else exact
    table = pd.DataFrame(found, columns=["depot", "driving_s", "length_m", "gates"])
    return geopandas.GeoDataFrame(table, geometry=lines, crs="EPSG:4326")
