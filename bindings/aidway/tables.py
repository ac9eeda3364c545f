# SPDX-License-Identifier: Apache-2.0
"""The tables that runs answer with; what their columns mean stands in `Runs`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd
import xarray as xr
from numpy.typing import NDArray

from . import _engine, meanings
from .errors import require_name
from .pairing import require_paired

if TYPE_CHECKING:
    from .runs import Runs

KEYS = ["outcome", "arm", "community", "part"]
ABOUT = ["unit", "better", "safe"]
UNCERTAIN = ["mean", "low", "high", "standard_error", "epistemic_share", "enough"]
WATERFALLS = {"need": "need_waterfall", "plan": "reasons"}
DISPLACED, NEEDED = "displaced_person_days", "rations_needed"
# By so much of the need displaced person-days may differ before what depends on who is there says too little.
APART = 0.01


@dataclass(frozen=True)
class Cell:
    """One outcome of one agreement, arm and community, or one part of it: `values` by replicate, shape (n_replicates,).

    Parts are named by the reason, or by stage and measure.
    """

    outcome: str
    arm: str
    community: str
    part: str
    values: NDArray[np.float64]
    about: dict[str, str]

    @property
    def keys(self) -> dict[str, str]:
        """Return the columns that tell it from others."""
        return {"outcome": self.outcome, "arm": self.arm, "community": self.community, "part": self.part}


def summary(runs: Runs) -> pd.DataFrame:
    """Return each outcome on its own; see `Runs.summary`."""
    per_point = int(runs.provenance["per_point"])
    rows = [
        {"agreement": agreement, **cell.keys, **_engine.estimate(cell.values, per_point), **cell.about}
        for agreement in runs.agreements
        for cell in cells(runs, agreement)
    ]
    return explained(runs, pd.DataFrame(rows, columns=["agreement", *KEYS, *UNCERTAIN, *ABOUT]))


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
    measures = [*UNCERTAIN, "p_better", "p_tie", "largest_regret"]
    return explained(runs, pd.DataFrame(rows, columns=[*KEYS, *measures, *ABOUT, "caution"]))


def explained(runs: Runs, table: pd.DataFrame, outcomes: Iterable[str] | None = None) -> pd.DataFrame:
    """Return a table whose attribute `outcomes` says what each of its outcomes means."""
    table.attrs["outcomes"] = meanings.attributes(runs, table["outcome"] if outcomes is None else outcomes)
    return table


def uncertain_difference(b: Cell, a: Cell, per_point: int) -> dict[str, float]:
    """Return how one outcome differs from the same one elsewhere, replicate by replicate."""
    found = _engine.paired_difference(b.values, a.values, per_point, b.about["better"])
    return {
        "difference": found["mean"],
        "difference_low": found["low"],
        "difference_high": found["high"],
        "p_tie": found["p_tie"],
    }


def waterfall(runs: Runs, agreement: str, of: str) -> pd.DataFrame:
    """Return why food did not arrive; see `Runs.why_undelivered`."""
    require_name("agreement", agreement, runs.agreements)
    require_name("waterfall", of, WATERFALLS)
    found = uncertain(runs, agreement, WATERFALLS[of]).rename(columns={"part": "reason", "mean": "rations"})
    total = found.groupby(["arm", "community"])["rations"].transform("sum")
    found.insert(4, "share", found["rations"] / total.where(total > 0))
    return explained(runs, found, [WATERFALLS[of]])


def funnel(runs: Runs, agreement: str) -> pd.DataFrame:
    """Return how far requests came; see `Runs.funnel`."""
    require_name("agreement", agreement, runs.agreements)
    found = uncertain(runs, agreement, "funnel")
    pairs = [(stage, measure) for stage in runs.labels("stage") for measure in runs.labels("measure")]
    stages = dict(zip((part_label(pair) for pair in pairs), pairs, strict=True))
    found.insert(2, "stage", [stages[part][0] for part in found["part"]])
    found.insert(3, "measure", [stages[part][1] for part in found["part"]])
    return explained(runs, found.drop(columns="part"), ["funnel"])


def uncertain(runs: Runs, agreement: str, outcome: str) -> pd.DataFrame:
    """Return every part of an outcome by arm and community, with its uncertainty."""
    per_point = int(runs.provenance["per_point"])
    rows = [{**cell.keys, **_engine.estimate(cell.values, per_point)} for cell in cells(runs, agreement, outcome)]
    return pd.DataFrame(rows, columns=["arm", "community", "part", *UNCERTAIN])


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
                for part, values in parts_of(one):
                    # What is counted at a stage is a unit of its own.
                    own = {**about, "unit": part.split()[-1]} if "measure" in variable.dims else about
                    yield Cell(name, one_arm, community, part, np.ascontiguousarray(values, dtype=np.float64), own)


def parts_of(variable: xr.DataArray) -> Iterator[tuple[str, NDArray[np.floating[Any]]]]:
    """Yield the parts of an outcome of one place with their labels, each by replicate; "" for one that has no parts."""
    dims = [str(name) for name in variable.dims if name != "replicate"]
    values = variable.transpose(*dims, "replicate").to_numpy()
    labels = [[str(label) for label in variable[name].to_numpy()] for name in dims]
    for place in np.ndindex(*(len(of) for of in labels)):
        yield part_label(of[i] for of, i in zip(labels, place, strict=True)), values[place]


def part_label(names: Iterable[str]) -> str:
    """Return the name of a part: a reason, or stage and measure."""
    return " ".join(names)


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
