# SPDX-License-Identifier: Apache-2.0
"""What each outcome means, in the same words wherever it is told: documentation, report, tables, exports."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

import pandas as pd

if TYPE_CHECKING:
    from .runs import Runs

# What stands below the line of every outcome that is a ratio; the others have none.
DENOMINATORS = {
    "coverage": "food needed by those there",
    "weekly_coverage": "food needed by those there in that week",
    "worst_off": "food needed by those there in that community",
    "medicine_coverage": "treatment-days needed by those there",
    "stock_out": "all replicates: in each it is 0 or 1",
    "longest_gap_open": "all replicates: in each it is 0 or 1",
    "removed_and_lost": "goods removed, lost under way and delivered, by mass",
    "share_by_air": "all goods delivered, by mass",
    "gini": "twice the mean share of need eaten, communities weighted by those entitled",
    "obligations_kept": "obligation-days due",
    "delivered_share_held": "rations needed on its ground",
    "trucks_hit": "trucks that left a depot, each for a day, in thousands",
    "price_mean": "price in the week before the siege",
    "weekly_price": "price in the week before the siege",
}
RATIOS = ("share", "index")
UNITS = {"d": "days"}  # in words
DIRECTIONS = {"higher": "higher is better", "lower": "lower is better", "none": "neither direction is better"}


@dataclass(frozen=True)
class Meaning:
    """What one outcome means; `denominator` is "" where it is no ratio.

    `safe` is "yes", "no" or "with care": whether agreements may be compared by this outcome alone. `safe_note` is what
    to mind, or "".
    """

    name: str
    label: str
    unit: str
    definition: str
    denominator: str
    better: str
    safe: str
    safe_note: str

    @property
    def axis(self) -> str:
        """Return what an axis says of it: its label, and its unit unless percent marks say it."""
        return self.label if self.unit == "share" else f"{self.label} ({UNITS.get(self.unit, self.unit)})"

    @property
    def text(self) -> str:
        """Return all of it in one paragraph."""
        definition = self.definition.replace("`", "'")
        parts = [f"{definition[:1].upper()}{definition[1:]}", f"Unit: {UNITS.get(self.unit, self.unit)}"]
        if self.denominator:
            parts.append(f"Out of: {self.denominator}")
        direction = DIRECTIONS[self.better]
        parts.append(f"{direction[:1].upper()}{direction[1:]}")
        parts.append(f"Safe to compare: {self.safe}{f' ({self.safe_note})' if self.safe_note else ''}")
        return f"{'. '.join(parts)}."


def is_ratio(unit: str) -> bool:
    """Whether an outcome of this unit is one amount over another."""
    return unit in RATIOS or " per " in unit


def meaning(name: str, about: Mapping[str, Any]) -> Meaning:
    """Return what an outcome means, from what the engine or a dataset says of it."""
    safe, note = verdict(str(about["safe"]))
    return Meaning(
        name, str(about["label"]), str(about["unit"]), str(about["doc"]), DENOMINATORS.get(name, ""),
        str(about["better"]), safe, note,
    )  # fmt: skip


def meanings(runs: Runs) -> dict[str, Meaning]:
    """Return what every outcome of some runs means, by name; the mean of a weekly one is told with it."""
    told = {str(name): of.attrs for name, of in runs.dataset.data_vars.items()}
    return {name: meaning(name, about) for name, about in told.items() if about.get("shape") != "mean"}


def verdict(safe: str) -> tuple[str, str]:
    """Split what is said of comparing: "no: announced people are not rations" into a word and a note."""
    word, _, note = safe.partition(": ")
    return (word, note) if word in ("yes", "no") else ("with care", safe)


def table(of: Mapping[str, Meaning]) -> pd.DataFrame:
    """Return meanings as a table, one row per outcome."""
    columns = list(Meaning.__dataclass_fields__)
    return pd.DataFrame([asdict(one) for one in of.values()], columns=columns)


def attributes(runs: Runs, names: Iterable[str]) -> dict[str, dict[str, str]]:
    """Return the meanings of some outcomes as plain values, for the attribute `outcomes` of a table."""
    return {name: asdict(meaning(name, runs.dataset[name].attrs)) for name in dict.fromkeys(names)}
