# SPDX-License-Identifier: Apache-2.0
"""What is odd about a scenario's areas of control."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import geopandas

    from .scenario import Scenario


def control_report(scenario: Scenario) -> geopandas.GeoDataFrame:
    """Return what a reader of the map of control should know: overlaps, slivers, gaps.

    Parameters
    ----------
    scenario
        The scenario.

    Returns
    -------
    GeoDataFrame
        In WGS 84, one row per finding: kind, what (a sentence: which features of the layer, where, how much, when),
        area_km2, geometry (one polygon or several). Kinds in this order:

        overlap
            two areas lie over each other; the sentence says which decides, and why
        sliver
            a gap or an overlap between two areas that is narrower than `control/sliver_width`
        gap
            ground enclosed by areas of which none says whose it is, or that is nobody's for a part of the period
        outside
            ground within the convex hull of all areas that lies in none and is not enclosed by them

        No rows without a layer of control.

    Notes
    -----
    Found by GEOS when the scenario is read, in an equal-area projection of the sphere; the same layer gives the same
    rows. The first ten of each kind but the last stand in `Scenario.notes` too.
    """
    import geopandas
    from shapely import MultiPolygon, Polygon

    found = scenario.engine.control_findings()
    shapes = [[Polygon(rings[0], rings[1:]) for rings in row["polygons"]] for row in found]
    return geopandas.GeoDataFrame(
        {name: [row[name] for row in found] for name in ("kind", "what", "area_km2")},
        geometry=[parts[0] if len(parts) == 1 else MultiPolygon(parts) for parts in shapes],
        crs="EPSG:4326",
    )
