# SPDX-License-Identifier: Apache-2.0
"""The tables that runs answer with; what their columns mean stands in `Runs`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from . import _engine
from .errors import require_name
from .pairing import require_paired

if TYPE_CHECKING:
    from .runs import Runs

ABOUT = ["unit", "better", "safe"]
PARTS = ["mean", "low", "high", "standard_error", "epistemic_share", "enough"]
WATERFALLS = {"need": "need_waterfall", "plan": "reasons"}
DISPLACED, NEEDED = "displaced_person_days", "rations_needed"
# By so much of the need displaced person-days may differ before what depends on who is there says too little.
APART = 0.01


@dataclass(frozen=True)
class Cell:
    """One outcome of one agreement, arm and community: `values` by replicate, shape (n_replicates,)."""

    outcome: str
    arm: str
    community: str
    values: NDArray[np.float64]
    about: dict[str, str]

    @property
    def keys(self) -> dict[str, str]:
        """Return the columns that tell it from others."""
        return {"outcome": self.outcome, "arm": self.arm, "community": self.community}


def summary(runs: Runs) -> pd.DataFrame:
    """Return each outcome on its own; see `Runs.summary`."""
    per_point = int(runs.provenance["per_point"])
    rows = [
        {"agreement": agreement, **cell.keys, **_engine.estimate(cell.values, per_point), **cell.about}
        for agreement in runs.agreements
        for cell in cells(runs, agreement)
    ]
    return pd.DataFrame(rows, columns=["agreement", "outcome", "arm", "community", *PARTS, *ABOUT])


def compare(runs: Runs, agreement: str, other: Runs, to: str, outcome: str | None, arm: str | None) -> pd.DataFrame:
    """Return paired differences; see `Runs.compare`."""
    require_name("agreement", agreement, runs.agreements)
    require_name("agreement", to, other.agreements)
    require_paired(runs, other)
    per_point = int(runs.provenance["per_point"])
    rows: list[dict[str, Any]] = []
    pairs = zip(cells(runs, agreement, outcome, arm), cells(other, to, outcome, arm), strict=True)
    for b, a in pairs:
        found = _engine.paired_difference(b.values, a.values, per_point, b.about["better"])
        rows.append({**b.keys, **found, **b.about, "caution": caution(runs, agreement, other, to, b)})
    measures = [*PARTS, "p_better", "p_tie", "largest_regret"]
    return pd.DataFrame(rows, columns=["outcome", "arm", "community", *measures, *ABOUT, "caution"])


def waterfall(runs: Runs, agreement: str, of: str) -> pd.DataFrame:
    """Return why food did not arrive; see `Runs.why_undelivered`."""
    require_name("agreement", agreement, runs.agreements)
    require_name("waterfall", of, WATERFALLS)
    parts = runs.dataset[WATERFALLS[of]].sel(agreement=agreement)
    rows = []
    for arm in runs.labels("arm"):
        for community in runs.communities:
            rations = parts.sel(arm=arm, community=community).to_numpy()
            total = float(rations.sum())
            for reason, amount in zip(runs.labels("reason"), rations, strict=True):
                share = float(amount) / total if total > 0 else np.nan
                rows.append((arm, community, reason, float(amount), share))
    return pd.DataFrame(rows, columns=["arm", "community", "reason", "rations", "share"])


def funnel(runs: Runs, agreement: str) -> pd.DataFrame:
    """Return how far requests came; see `Runs.funnel`."""
    require_name("agreement", agreement, runs.agreements)
    measures = runs.labels("measure")
    of_agreement = runs.dataset["funnel"].sel(agreement=agreement)
    rows = []
    for arm in runs.labels("arm"):
        for community in runs.communities:
            for stage in runs.labels("stage"):
                cell = of_agreement.sel(arm=arm, community=community, stage=stage)
                rows.append((arm, community, stage, *(float(cell.sel(measure=name)) for name in measures)))
    return pd.DataFrame(rows, columns=["arm", "community", "stage", *measures])


def cells(runs: Runs, agreement: str, outcome: str | None = None, arm: str | None = None) -> Iterator[Cell]:
    """Yield every outcome of an agreement by arm and community; the community of a whole scenario is ""."""
    outcomes = runs.outcomes if outcome is None else (require_name("outcome", outcome, runs.outcomes),)
    arms = runs.labels("arm") if arm is None else (require_name("arm", arm, runs.labels("arm")),)
    for name in outcomes:
        for one_arm in arms:
            variable = runs.dataset[name].sel(agreement=agreement, arm=one_arm)
            about = {key: str(variable.attrs[key]) for key in ABOUT}
            for community in runs.communities if "community" in variable.dims else ("",):
                one = variable.sel(community=community) if community else variable
                yield Cell(name, one_arm, community, np.ascontiguousarray(one.to_numpy(), dtype=np.float64), about)


def caution(runs: Runs, agreement: str, other: Runs, to: str, cell: Cell) -> str:
    """Return what speaks against comparing two agreements by an outcome, or "": not the same people are there."""
    if "displaced" not in cell.about["safe"] or not {DISPLACED, NEEDED} <= set(runs.outcomes):
        return ""

    def mean(of: Runs, name: str, outcome: str) -> float:
        return float(of.dataset[outcome].sel(agreement=name, arm=cell.arm, community=cell.community).mean())

    need = mean(runs, agreement, NEEDED)
    apart = abs(mean(runs, agreement, DISPLACED) - mean(other, to, DISPLACED)) / need if need > 0 else 0.0
    if apart <= APART:
        return ""
    return f"not safe alone: displaced person-days differ by {100 * apart:.1f} % of the need"
