# SPDX-License-Identifier: Apache-2.0
"""Rasters: people per area, and what floods, slopes or damage along a road make of its speed."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike, NDArray

from . import _engine
from .errors import RequestError
from .road_tables import numbers_of, system_of, wkb_of

if TYPE_CHECKING:
    import geopandas

    from .network import Network

__all__ = ["sample_arcs", "speed_factors", "zonal_sums"]


def zonal_sums(raster: str | Path, areas: geopandas.GeoDataFrame, *, band: int = 1) -> pd.DataFrame:
    """Sum a raster over areas: of people per cell, the people in each area.

    Parameters
    ----------
    raster
        Any raster that GDAL opens, with a coordinate system; it may lie turned or upside down.
    areas
        Polygons in any coordinate system (longitude and latitude without one). Each cell counts by the share of it that
        an area covers, exactly where edges are straight in the raster's system. Areas may overlap.
    band
        Which band, counted from 1; its scale and offset are kept.

    Returns
    -------
    DataFrame
        By the index of `areas`: sum; mean (over what is covered, NaN where no cell has a value); told, the share of the
        area, 0 to 1, that lies on cells with a value: below 1 the sum is a lower bound on what is there.

    Raises
    ------
    ScenarioError
        If the raster cannot be read or has no such band or no coordinate system, or an area is none; `diagnostics`
        holds every fault. "feature 7" is the area with the index 7, or, where the index is not of different whole
        numbers, in place 7 counted from 0.
    RequestError
        If `areas` is no GeoDataFrame.
    """
    import geopandas

    if not isinstance(areas, geopandas.GeoDataFrame):
        raise RequestError(f"areas are a GeoDataFrame, not a {type(areas).__name__}")
    shapes = areas.geometry
    found = _engine.zonal_sums(
        str(_existing(raster)), band, wkb_of(shapes), system_of(shapes), numbers_of(areas.index), "areas"
    )
    cells, size = found["cells"], found["area"]
    with np.errstate(invalid="ignore", divide="ignore"):
        mean = np.where(cells > 0, found["sum"] / cells, np.nan)
        told = np.where(size > 0, np.minimum(cells / size, 1.0), 0.0)
    return pd.DataFrame({"sum": found["sum"], "mean": mean, "told": told}, index=areas.index)


def sample_arcs(network: Network, raster: str | Path, *, step_m: float, band: int) -> pd.DataFrame:
    """Sample a raster along arcs; see `Network.sample`."""
    if not 0 < step_m < float("inf"):
        raise RequestError(f"step_m must be above 0, not {step_m}")
    found = _engine.samples_along(network.engine, str(_existing(raster)), band, float(step_m))
    columns = {"mean": "mean", "min": "least", "max": "most", "told": "told"}
    table = pd.DataFrame({name: found[column] for name, column in columns.items()})
    table.index.name = "arc"
    return table


def speed_factors(values: ArrayLike, steps: Mapping[float, float]) -> NDArray[np.float64]:
    """Return what values along arcs make of the speed on them.

    >>> speed_factors([0.0, 0.2, 0.5, float("nan")], {0.1: 0.5, 0.4: 0})  # water in metres
    array([1. , 0.5, 0. , 1. ])

    Parameters
    ----------
    values
        One per arc, as a column of `Network.sample`: depth of water, slope, share destroyed.
    steps
        From which value on which factor holds, until the next step. Below the least step it is 1, as it is for NaN:
        where nothing is known nothing is slowed. 0 closes an arc.

    Returns
    -------
    array of float64
        Factors in [0, 1], for `Network.times_s`.

    Raises
    ------
    RequestError
        If there are no steps, or a factor is not in [0, 1].
    """
    bounds = sorted(float(bound) for bound in steps)
    factors = [1.0, *(float(steps[bound]) for bound in sorted(steps))]
    if not bounds or not all(0 <= factor <= 1 for factor in factors) or not np.isfinite(bounds).all():
        raise RequestError(f"steps lead from finite values to factors between 0 and 1, not {dict(steps)}")
    given = np.asarray(values, dtype=np.float64)
    found = np.asarray(factors)[np.searchsorted(bounds, given, side="right")]
    return np.where(np.isnan(given), 1.0, found)


def _existing(raster: str | Path) -> Path:
    path = Path(raster)
    if not path.exists():
        raise FileNotFoundError(2, "no such file", str(path))
    return path.absolute()
