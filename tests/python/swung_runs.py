# SPDX-License-Identifier: Apache-2.0
"""Runs made by hand in which many values are not known and it is known which of them move the answer, and how far."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from aidway import _engine
from aidway.runs import Runs
from synthetic_runs import REPLICATES, synthetic_runs

PER_POINT = 2
VALUES = [f"goods/class-{number:02}/density" for number in range(120)]
MOVING = VALUES[3::8]  # fifteen of them
SLOPES = np.where(np.arange(len(MOVING)) % 2 == 0, 0.2, -0.2)


def swung_runs(folder: Path, *, slopes: np.ndarray = SLOPES, noise: float = 0.01) -> Runs:
    """Return the runs of `clear` with the lead of `both-roads`, as kept in the east, rising with the values that move.

    Parameters
    ----------
    folder
        Where the layers of the scenario are written.
    slopes
        By how much it changes from one end of each law to the other.
    noise
        Deviation of what comes to it by chance, replicate by replicate.
    """
    runs = synthetic_runs("clear", folder)
    told = [{"path": path, "law": "uniform 0.1, 0.9"} for path in VALUES]
    provenance = {**runs.provenance, "per_point": PER_POINT, "uncertainties": told}
    shares = _engine.parameter_shares(VALUES, int(provenance["seed"]), REPLICATES // PER_POINT)
    columns = [VALUES.index(path) for path in MOVING]
    lead = np.repeat(0.37 + (shares[:, columns] - 0.5) @ slopes, PER_POINT)
    lead += np.random.default_rng(7).normal(0.0, noise, REPLICATES)
    dataset = runs.dataset.copy(deep=True)
    without = dataset["coverage"].sel(agreement="status-quo", arm="as_kept", community="eastern-aleppo")
    dataset["coverage"].loc[{"agreement": "both-roads", "arm": "as_kept", "community": "eastern-aleppo"}] = (
        without.to_numpy() + lead
    )
    return Runs(dataset, provenance, runs.scenario)
