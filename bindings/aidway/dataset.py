# SPDX-License-Identifier: Apache-2.0
"""The engine's results as one xarray dataset, named and described."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import xarray as xr
from numpy.typing import NDArray

from . import _engine
from .meanings import DENOMINATORS

FORMAT_VERSION = 4
DESCRIBED = ("label", "unit", "doc", "shape", "better", "safe")
CELL = ("agreement", "arm", "community")
KEPT = ("agreement", "arm", "replicate", "community")


def dataset_of(result: _engine.Result, attributes: dict[str, Any]) -> xr.Dataset:
    """Return the dataset of a finished study.

    Parameters
    ----------
    result
        What the engine counted.
    attributes
        What the whole dataset says of itself.

    Returns
    -------
    Dataset
        Per outcome of a community, `(agreement, arm, replicate, community)` in natural units, and without the last for
        one of the whole scenario; per outcome of parties `(agreement, arm, replicate, party)`. Per weekly outcome, the
        number of replicates by `(agreement, arm, community, week, bin)` with the coordinate `<outcome>_bin`, the lower
        edge of each bin, and `<outcome>_mean`. Per outcome of reasons
        `(agreement, arm, replicate, community, reason)`, and of stages
        `(agreement, arm, replicate, community, stage, measure)`, to seven digits. Outcomes for which the scenario lacks
        what they need are not there. Attributes of each say label, unit, doc (its definition), denominator (of a
        ratio), better and safe.
    """
    coordinates: dict[str, Any] = {
        "agreement": names(result.agreements),
        "arm": names(result.arms),
        "replicate": np.arange(result.replicates, dtype=np.int64),
        "community": names(result.communities),
        "party": names(result.parties),
        "week": np.asarray(result.week_start_s, dtype=np.int64).astype("datetime64[s]").astype("datetime64[ns]"),
        "reason": names(result.reasons),
        "stage": names(result.stages),
        "measure": names(result.measures),
    }
    weekly = [outcome["name"] for outcome in result.outcomes if outcome["shape"] == "community_week"]
    edges = {name: np.asarray(result.bin_edges(name), dtype=np.float64) for name in weekly}
    width = max((len(of) - 1 for of in edges.values()), default=0)
    variables: dict[str, Any] = {}
    for outcome in result.outcomes:
        name = outcome["name"]
        described: dict[str, Any] = {key: outcome[key] for key in DESCRIBED}
        if name in DENOMINATORS:
            described["denominator"] = DENOMINATORS[name]
        match outcome["shape"]:
            case "community":
                variables[name] = (KEPT, result.scalar(name), described)
            case "scenario":
                variables[name] = (("agreement", "arm", "replicate"), result.scalar(name), described)
            case "party":
                variables[name] = (("agreement", "arm", "replicate", "party"), result.scalar(name), described)
            case "community_stage":
                variables[name] = ((*KEPT, "stage", "measure"), result.by_stage(name), described)
            case "community_reason":
                variables[name] = ((*KEPT, "reason"), result.by_reason(name), described)
            case "community_week":
                counts = widened(result.weekly(name), width)
                described["bin_edges"] = [float(edge) for edge in edges[name]]
                variables[name] = ((*CELL, "week", "bin"), counts, described)
                variables[f"{name}_mean"] = ((*CELL, "week"), result.weekly_mean(name), {**described, "shape": "mean"})
                lower = np.full(width, np.nan)
                lower[: len(edges[name]) - 1] = edges[name][:-1]
                coordinates[f"{name}_bin"] = (("bin",), lower, {"label": "lower edge of the bin"})
            case unknown:
                raise ValueError(f"{name} has the unknown shape '{unknown}'")
    return xr.Dataset(variables, coords=coordinates, attrs=attributes)


def names(of: Sequence[str]) -> NDArray[np.object_]:
    """Return labels as a column of Python strings, shape (n,)."""
    column = np.empty(len(of), dtype=object)
    column[:] = list(of)
    return column


def widened(counts: NDArray[np.int64], width: int) -> NDArray[np.int64]:
    """Return counts with as many bins as the widest outcome has; the added ones are empty."""
    missing = width - counts.shape[-1]
    return np.pad(counts, [(0, 0)] * (counts.ndim - 1) + [(0, missing)]) if missing else counts
