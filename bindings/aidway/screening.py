# SPDX-License-Identifier: Apache-2.0
"""Which of many uncertain values move a result by more than chance does."""

from __future__ import annotations

import numpy as np
import pandas as pd
from numpy.typing import NDArray

Matrix = NDArray[np.float64]

ERROR_RATE = 0.05  # in so many studies of a result that no value moves, some value is named
SHUFFLES = 499
SEED = 2016  # of the shuffles: the same runs name the same values
POINTS_PER_VALUE = 6  # so many points at least for each value that is named: each takes two numbers of a fit
LEAST_APART = 0.1  # of its own variance; a value with less left beside those named cannot be told from them
ROUNDING = 1e-12  # what scatters less, beside its own size, does not scatter


def screened(results: Matrix, shares: Matrix) -> list[int]:
    """Return the values that stand out of chance, in the order in which they were found.

    Parameters
    ----------
    results
        The mean result by parameter point.
    shares
        Where in its law each value lies, from 0 to 1: points by values.

    Returns
    -------
    list of int
        Columns of `shares`.

    Notes
    -----
    Stepwise regression of ranks on ranks (Iman and Conover 1979, Technometrics 21; Helton et al. 2006, Reliability
    Engineering and System Safety 91). At each step the value is taken whose share correlates most with the ranks of
    the result, less what the values taken before explain of both, by their shares and the squares of these. It is
    taken if that correlation is above the greatest of all values in 95 % of shuffles of the rest of the result
    (Freedman and Lane 1983, Journal of Business and Economic Statistics 1; the greatest of all, so that it holds for
    all values together: Westfall and Young 1993, "Resampling-based multiple testing"). So where no value moves the
    result one study in twenty names any. A value that moves it only up and down again in the middle is not found.
    """
    points = len(results)
    if float(results.std()) <= ROUNDING * float(np.abs(results).max()):
        return []
    chance = np.random.default_rng(SEED)
    ranks = pd.Series(results).rank().to_numpy(dtype=np.float64)
    explained = _orthonormal(np.ones((points, 1)))
    found: list[int] = []
    while len(found) < min(shares.shape[1], points // POINTS_PER_VALUE):
        left = _without(ranks - ranks.mean(), explained)
        apart = _unit_columns(_without(shares - shares.mean(axis=0), explained), shares)
        own = np.abs(apart.T @ _unit_columns(left[:, None]))[:, 0]
        shuffled = chance.permuted(np.broadcast_to(left, (SHUFFLES, points)), axis=1).T
        most = np.abs(apart.T @ _unit_columns(_without(shuffled, explained))).max(axis=0)
        best = int(own.argmax())
        if (1 + np.count_nonzero(most >= own[best])) / (1 + SHUFFLES) > ERROR_RATE:
            break
        found.append(best)
        explained = _orthonormal(shape_of(shares[:, found]))
    return found


def adjusted(results: Matrix, shares: Matrix, found: list[int]) -> Matrix:
    """Return the results less what the values that stand out explain of them: points by values.

    What a value explains itself stays in its own column, so that the column tells how the result moves with it, all
    others being what they are in the mean. For a value that does not stand out nothing of its own is known to keep.
    """
    if not found:
        return np.broadcast_to(results[:, None], shares.shape).copy()
    basis = shape_of(shares[:, found])
    weights = np.linalg.lstsq(basis, results, rcond=None)[0]
    rest = results - basis @ weights
    # The fit has used up points: what is left scatters less than it would around the truth.
    rest = rest * np.sqrt(len(results) / max(1, len(results) - basis.shape[1])) + results.mean()
    cleared = np.broadcast_to(rest[:, None], shares.shape).copy()
    for place, column in enumerate(found):
        own = [1 + place, 1 + len(found) + place]
        part = basis[:, own] @ weights[own]
        cleared[:, column] += part - part.mean()
    return cleared


def shape_of(shares: Matrix) -> Matrix:
    """Return a constant, the shares and the squares of the shares, by which a result may rise, fall or bend."""
    centred = shares - 0.5
    return np.hstack([np.ones((len(shares), 1)), centred, centred**2])


def _orthonormal(columns: Matrix) -> Matrix:
    vectors, sizes, _ = np.linalg.svd(columns, full_matrices=False)
    return np.asarray(vectors[:, sizes > 1e-9 * sizes[0]])


def _without(columns: Matrix, explained: Matrix) -> Matrix:
    return np.asarray(columns - explained @ (explained.T @ columns))


def _unit_columns(columns: Matrix, of: Matrix | None = None) -> Matrix:
    """Return columns of length 1; those of which less than `LEAST_APART` of the variance of `of` is left are nought."""
    sizes = np.sqrt((columns**2).sum(axis=0))
    least = 0.0 if of is None else np.sqrt(LEAST_APART * len(of)) * of.std(axis=0)
    kept = sizes > np.maximum(least, 1e-9)
    return np.where(kept, columns / np.where(kept, sizes, 1.0), 0.0)
