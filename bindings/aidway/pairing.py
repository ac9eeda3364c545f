# SPDX-License-Identifier: Apache-2.0
"""Whether two runs share their chances, replicate by replicate: only then may they be compared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .errors import RunsDifferError

if TYPE_CHECKING:
    from .runs import Runs


def require_paired(runs: Runs, other: Runs) -> None:
    """Refuse runs that do not share scenario, engine, dates, seed and replicates.

    Raises
    ------
    RunsDifferError
        If they differ in any; the message says in which.
    """
    if runs is other:
        return
    ours, theirs = identity(runs), identity(other)
    apart = [f"{what} ({ours[what]} and {theirs[what]})" for what in ours if ours[what] != theirs[what]]
    if apart:
        *most, last = apart
        said = f"{', '.join(most)} and {last}" if most else last
        raise RunsDifferError(f"these runs cannot be compared replicate by replicate: they differ in {said}")


def identity(runs: Runs) -> dict[str, str]:
    """Return what must agree for two runs to share every chance, by name, as text."""
    told = runs.provenance
    scenario = told["scenario"]
    return {
        "scenario": f"{scenario['name']}, digest {scenario['digest']}",
        "engine version": str(told["aidway_version"]),
        "period": f"{scenario['period']['from']} to {scenario['period']['to']}",
        "effective date": str(runs.dataset["week"].to_numpy()[0].astype("datetime64[s]")),
        "seed": str(told["seed"]),
        "replicates": str(runs.dataset.sizes["replicate"]),
        "replicates per parameter point": str(told["per_point"]),
    }
