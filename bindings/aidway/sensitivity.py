# SPDX-License-Identifier: Apache-2.0
"""What a result rests on: how it moves with each value that is not known, and which of them would turn it round."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from . import _engine, screening
from .errors import require_name
from .idle import idle, written
from .pairing import require_paired
from .tables import explained

if TYPE_CHECKING:
    from .runs import Runs

COLUMNS = [
    "path", "law", "low", "high", "low_error", "high_error", "swing", "variance_share", "verdict", "stands_out",
]  # fmt: skip
THIRD = 1 / 3
LEAST_POINTS = 12  # fewer points leave no four in each third
SURE = 2.0  # standard errors from nought, beyond which a sign is taken for one
MOST_BINS = 10
POINTS_PER_BIN = 8


def tornado(
    runs: Runs, agreement: str, *, to: str | None, outcome: str, arm: str, community: str | None, other: Runs | None
) -> pd.DataFrame:
    """Return how a result moves with each value that is not known; see `Runs.tornado`."""
    values = _result(runs, agreement, to, outcome, arm, community, other)
    per_point = int(runs.provenance["per_point"])
    points = len(values) // per_point
    means = values[: points * per_point].reshape(points, per_point).mean(axis=1)
    stated = written(runs.provenance)
    told = {str(entry["path"]): str(entry["law"]) for entry in runs.provenance["uncertainties"]}
    drawn = list(told)
    unasked = idle(stated)
    kept = [place for place, path in enumerate(drawn) if path not in unasked]
    if points < LEAST_POINTS or not kept:
        return pd.DataFrame(columns=COLUMNS)
    # Where one value is drawn depends on all that are drawn, the idle ones among them.
    shares = _engine.parameter_shares(drawn, int(runs.provenance["seed"]), points)[:, kept]
    found = screening.screened(means, shares)
    cleared = screening.adjusted(means, shares, found)
    overall = float(means.mean())
    rows = []
    for place, path in enumerate(drawn[column] for column in kept):
        own, where = cleared[:, place], shares[:, place]
        low, low_error = _mean(own[where < THIRD])
        high, high_error = _mean(own[where >= 1 - THIRD])
        verdict = _verdict(overall, (low, low_error), (high, high_error)) if to is not None else ""
        share = _variance_share(own, where, float(means.var()))
        law = stated.get(path, told[path])
        rows.append((path, law, low, high, low_error, high_error, high - low, share, verdict, place in found))
    table = pd.DataFrame(rows, columns=COLUMNS)
    table["swing_size"] = table["swing"].abs()
    ordered = table.sort_values(["stands_out", "swing_size"], ascending=False, kind="stable")
    return explained(runs, ordered[COLUMNS].reset_index(drop=True), [outcome])


def _result(
    runs: Runs, agreement: str, to: str | None, outcome: str, arm: str, community: str | None, other: Runs | None
) -> NDArray[np.float64]:
    """Return the outcome, or its paired difference, by replicate."""
    require_name("agreement", agreement, runs.agreements)
    require_name("outcome", outcome, runs.outcomes)
    require_name("arm", arm, runs.labels("arm"))
    against = runs if other is None else other

    def values(of: Runs, name: str) -> NDArray[np.float64]:
        variable = of.dataset[outcome].sel(agreement=name, arm=arm)
        if "community" in variable.dims:
            place = of.communities[0] if community is None else require_name("community", community, of.communities)
            variable = variable.sel(community=place)
        if variable.dims != ("replicate",):
            raise ValueError(f"'{outcome}' has parts; a tornado is drawn of an outcome that is one number")
        return np.asarray(variable.to_numpy(), dtype=np.float64)

    if to is None:
        return values(runs, agreement)
    require_name("agreement", to, against.agreements)
    require_paired(runs, against)
    return values(runs, agreement) - values(against, to)


def _mean(values: NDArray[np.float64]) -> tuple[float, float]:
    """Return a mean and its standard error; points are taken for independent, which says too much rather than less."""
    if len(values) < 2:
        return float("nan"), float("nan")
    return float(values.mean()), float(values.std(ddof=1) / np.sqrt(len(values)))


def _verdict(overall: float, *ends: tuple[float, float]) -> str:
    """Whether the sign of a difference holds at both ends of a value's range."""
    sign = np.sign(overall)
    verdict = "holds"
    for mean, error in ends:
        if not np.isfinite(mean) or sign * mean > SURE * error:
            continue
        if sign * mean < -SURE * error:
            return "turns round"
        verdict = "in doubt"
    return verdict


def _variance_share(means: NDArray[np.float64], shares: NDArray[np.float64], total: float) -> float:
    """Return the share of the variance between parameter points that one value explains by itself.

    The first-order index by means over bins of equal width, less what the scatter within bins gives by chance; `total`
    is the variance of all that moves the points, these means may be cleared of what other values explain.
    """
    bins = min(MOST_BINS, len(means) // POINTS_PER_BIN)
    if total <= (screening.ROUNDING * float(np.abs(means).max())) ** 2 or bins < 2:
        return 0.0
    of = np.minimum((shares * bins).astype(np.int64), bins - 1)
    counts = np.bincount(of, minlength=bins).astype(np.float64)
    sums = np.bincount(of, weights=means, minlength=bins)
    squares = np.bincount(of, weights=means**2, minlength=bins)
    known = counts > 1
    centre = np.divide(sums, counts, out=np.zeros(bins), where=counts > 0)
    within = np.divide(squares - counts * centre**2, counts - 1, out=np.zeros(bins), where=known)
    between = float(np.sum(counts * (centre - means.mean()) ** 2) / len(means))
    by_chance = float(np.sum(within[known]) / len(means))
    return float(np.clip((between - by_chance) / total, 0.0, 1.0))
