# SPDX-License-Identifier: Apache-2.0
"""Labels and orders that pictures, maps and reports share, and small readings of runs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

if TYPE_CHECKING:
    from .runs import Runs

ARMS = ("as_signed", "as_kept")
ARM_LABELS = {"as_signed": "as signed", "as_kept": "as kept"}


def names(runs: Runs, dimension: str) -> list[str]:
    """Return the names along a dimension, in the order of the runs."""
    return [str(name) for name in runs.dataset[dimension].to_numpy()]


def short_label(name: str) -> str:
    """Turn a file name into a label: `both-roads` becomes "Both roads"."""
    words = name.replace("-", " ").replace("_", " ").strip()
    return words[:1].upper() + words[1:]


def place_label(name: str) -> str:
    """Turn the name of a place into a label: `bustan-al-qasr` becomes "Bustan al-Qasr"."""
    return name.replace("-", " ").replace("_", " ").title().replace(" Al ", " al-")


def community_label(runs: Runs, name: str) -> str:
    """Return the title of a community where the runs recorded one, else its name made readable."""
    recorded = runs.provenance.get("communities", {})
    entry = recorded.get(name) if isinstance(recorded, Mapping) else None
    title = entry.get("title") if isinstance(entry, Mapping) else entry
    return str(title) if title else place_label(name)


def reason_label(name: str) -> str:
    """Return the words for the cause that ended a ration's way."""
    return REASONS.get(name, short_label(name).lower())


REASONS = {
    "delivered": "delivered",
    "refused": "request refused",
    "silent": "no answer",
    "letter_never_came": "letter never came",
    "not_granted": "struck from the request",
    "security": "no security guarantee",
    "no_open_road": "no open road",
    "no_trucks": "no trucks or crews",
    "no_time": "too late in the day",
    "gate_shut": "gate found shut",
    "turned_back": "turned back at a gate",
    "waited_too_long": "waited too long at a gate",
    "removed": "removed at a gate",
    "on_the_road": "on the road at the end",
}
# The order in which a ration meets them, from plan to delivery.
REASON_ORDER = (
    "refused", "silent", "not_granted", "letter_never_came", "security", "no_open_road", "no_trucks", "no_time",
    "gate_shut", "turned_back", "waited_too_long", "removed", "on_the_road", "delivered",
)  # fmt: skip


def ordered_reasons(known: list[str]) -> list[str]:
    """Return the reasons from plan to delivery; those this page does not know come before `delivered`."""
    rank = {name: position for position, name in enumerate(REASON_ORDER)}
    return sorted(known, key=lambda name: (rank.get(name, len(rank) - 1.5), name))


def reason_rations(runs: Runs, agreement: str, community: str, arm: str) -> pd.Series[float]:
    """Return the mean number of rations by the reason that ended their way, from plan to delivery."""
    cell = runs.dataset["reasons"].sel(agreement=agreement, arm=arm, community=community)
    values = {str(name): float(value) for name, value in zip(cell["reason"].to_numpy(), cell.to_numpy(), strict=True)}
    order = ordered_reasons(list(values))
    return pd.Series([values[name] for name in order], index=order, dtype=np.float64, name="rations")
