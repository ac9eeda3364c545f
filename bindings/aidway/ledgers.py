# SPDX-License-Identifier: Apache-2.0
"""The ledger of obligations and breaches by party; what its columns mean stands in `Runs.ledger`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd
import xarray as xr
from numpy.typing import NDArray

from . import _engine
from .errors import require_name
from .tables import explained

if TYPE_CHECKING:
    from .runs import Runs

MARK = "scenario, not evidence"
UNSEEN, UNSEEN_LABEL = "breaches_unseen", "Breaches that nobody reported"
# In the order of a reader: what was owed, what was done, what was seen of it, what followed.
ENTRIES = (
    "obligation_days_due", "obligation_days_kept", "obligations_kept", "obligation_breaks", "incidents_by_party",
    "breaches", "breaches_seen", UNSEEN, "breaches_attributed", "blamed_falsely", "consequences_triggered",
    "consequences_applied",
)  # fmt: skip
COLUMNS = ["arm", "party", "entry", "label", "unit"]
UNCERTAIN = ["mean", "low", "high", "standard_error", "epistemic_share", "enough"]


def ledger(runs: Runs, agreement: str) -> pd.DataFrame:
    """Return the ledger of one agreement; see `Runs.ledger`."""
    require_name("agreement", agreement, runs.agreements)
    per_point = int(runs.provenance["per_point"])
    rows: list[dict[str, Any]] = []
    for arm in runs.labels("arm"):
        for party in runs.labels("party") if "party" in runs.dataset.dims else ():
            for entry, label, unit, values in entries(runs.dataset.sel(agreement=agreement, arm=arm, party=party)):
                told = {"arm": arm, "party": party, "entry": entry, "label": label, "unit": unit}
                rows.append({**told, **_engine.estimate(values, per_point)})
    table = pd.DataFrame(rows, columns=[*COLUMNS, *UNCERTAIN])
    table.attrs["mark"] = MARK
    return explained(runs, table, [name for name in ENTRIES if name in runs.dataset])


def entries(of_party: xr.Dataset) -> list[tuple[str, str, str, NDArray[np.float64]]]:
    """Return name, label, unit and values by replicate of every entry that these runs have."""
    found = []
    for name in ENTRIES:
        if name == UNSEEN:
            if "breaches" not in of_party:
                continue
            unseen = of_party["breaches"] - of_party["breaches_seen"]
            found.append((name, UNSEEN_LABEL, "breaches", column(unseen)))
        elif name in of_party:
            about = of_party[name].attrs
            found.append((name, str(about["label"]), str(about["unit"]), column(of_party[name])))
    return found


def column(of: xr.DataArray) -> NDArray[np.float64]:
    """Return the values by replicate, shape (n_replicates,)."""
    return np.ascontiguousarray(of.to_numpy(), dtype=np.float64)
