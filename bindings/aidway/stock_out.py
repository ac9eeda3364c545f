# SPDX-License-Identifier: Apache-2.0
"""When stores and homes run empty: the chance of it by each day."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from . import _engine
from .errors import require_name
from .tables import explained

if TYPE_CHECKING:
    from .runs import Runs

CHANCE, DAYS = "stock_out", "days_before_stock_out"


def by_day(runs: Runs, agreement: str) -> pd.DataFrame:
    """Return the chance of a stock-out by each day; see `Runs.stock_out_by_day`."""
    require_name("agreement", agreement, runs.agreements)
    per_point = int(runs.provenance["per_point"])
    told = runs.dataset[[CHANCE, DAYS]]
    last = int(np.ceil(float(told[DAYS].max())))
    rows = []
    for arm in runs.labels("arm"):
        for community in runs.communities:
            one = told.sel(agreement=agreement, arm=arm, community=community)
            # Who never runs empty is told with the whole time, and is not to be taken for one who does on the last day.
            when = np.where(one[CHANCE].to_numpy() > 0, one[DAYS].to_numpy(), np.inf)
            for day in range(1, last + 1):
                found = _engine.estimate((when <= day).astype(np.float64), per_point)
                rows.append((arm, community, day, found["mean"], found["standard_error"], found["epistemic_share"]))
    table = pd.DataFrame(rows, columns=["arm", "community", "day", "chance", "standard_error", "epistemic_share"])
    return explained(runs, table, [CHANCE])
