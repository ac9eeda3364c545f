# SPDX-License-Identifier: Apache-2.0
"""Quantiles of replicates from the histograms that weekly outcomes are kept in."""

from __future__ import annotations

import numpy as np
import xarray as xr
from numpy.typing import NDArray

BAND = (0.1, 0.5, 0.9)


def bin_edges(dataset: xr.Dataset, outcome: str) -> NDArray[np.float64]:
    """Return the edges of an outcome's bins, shape (n_bins + 1,)."""
    return np.asarray(dataset[outcome].attrs["bin_edges"], dtype=np.float64)


def quantiles(
    counts: NDArray[np.int64], edges: NDArray[np.float64], probabilities: tuple[float, ...] = BAND
) -> NDArray[np.float64]:
    """Return pointwise quantiles, shape (n_probabilities, n_weeks), of counts of shape (n_weeks, n_bins).

    Within a bin replicates are taken as evenly spread, so an answer is exact to one bin width. A week without
    replicates is NaN.
    """
    found = np.full((len(probabilities), counts.shape[0]), np.nan)
    for week, row in enumerate(counts):
        total = int(row.sum())
        if total == 0:
            continue
        reached = np.cumsum(row)
        for place, probability in enumerate(probabilities):
            wanted = probability * total
            index = int(np.searchsorted(reached, wanted, side="left"))
            before = float(reached[index - 1]) if index else 0.0
            inside = (wanted - before) / float(row[index])
            found[place, week] = edges[index] + inside * (edges[index + 1] - edges[index])
    return found


def weekly_band(dataset: xr.Dataset, outcome: str, agreement: str, arm: str, community: str) -> NDArray[np.float64]:
    """Return the pointwise 10, 50 and 90 % quantiles of a weekly outcome, shape (3, n_weeks)."""
    cell = dataset[outcome].sel(agreement=agreement, arm=arm, community=community).transpose("week", "bin")
    edges = bin_edges(dataset, outcome)
    return quantiles(cell.to_numpy()[:, : edges.size - 1], edges)
