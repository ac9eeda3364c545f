# SPDX-License-Identifier: Apache-2.0
"""Labels and orders that pictures, maps and reports share, and small readings of runs."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
import xarray as xr

from .errors import require_name

if TYPE_CHECKING:
    from .runs import Runs

DATE = re.compile(r"\b\d{1,2} (jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)\b")
ARMS = ("as_signed", "as_kept")
ARM_LABELS = {"as_signed": "as signed", "as_kept": "as kept"}


def names(runs: Runs, dimension: str) -> list[str]:
    """Return the names along a dimension, in the order of the runs."""
    return [str(name) for name in runs.dataset[dimension].to_numpy()]


def known_community(runs: Runs, community: str | None) -> str:
    """Return the community asked for, the first when none is.

    Raises
    ------
    UnknownNameError
        If these runs have no such community.
    """
    known = names(runs, "community")
    return known[0] if community is None else require_name("community", community, known)


def short_label(name: str) -> str:
    """Turn a file name into a label: `both-roads` becomes "Both roads", `from-9-sept` "From 9 Sept"."""
    words = DATE.sub(lambda day: day[0].title(), name.replace("-", " ").replace("_", " ").strip())
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
    "met_locally": "met from stock, trade and local food",
    "displaced": "of people who are away",
    "never_planned": "not asked for",
    "delivered": "delivered",
    "refused": "request refused",
    "silent": "no answer",
    "letter_never_came": "letter never came",
    "not_granted": "struck from the request",
    "security": "no security guarantee",
    "incident": "fighting near the way",
    "linked": "a linked place could not be served",
    "no_stock": "depot empty",
    "cross_loading": "still loaded over at the depot",
    "no_open_road": "no open road",
    "no_trucks": "no trucks or crews",
    "no_time": "too late in the day",
    "gate_shut": "gate found shut",
    "gate_full": "gate's trucks for the day used up",
    "turned_back": "turned back at a gate",
    "waited_too_long": "waited too long at a gate",
    "removed": "removed at a gate",
    "on_the_road": "on the road at the end",
    "attacked": "trucks attacked",
    "suspended": "convoys suspended after an attack",
    "no_drop_zone": "nowhere to drop from the air",
    "weather": "no weather to fly",
    "no_aircraft": "no aircraft left",
    "drop_failed": "lost or damaged in the drop",
}
# The order in which a ration meets them, from need and plan to delivery.
REASON_ORDER = (
    "met_locally", "displaced", "never_planned", "refused", "silent", "not_granted", "letter_never_came",
    "no_drop_zone", "suspended", "linked", "security", "incident", "no_open_road", "cross_loading", "no_stock",
    "no_trucks", "no_aircraft", "weather", "no_time", "gate_shut", "gate_full", "turned_back", "waited_too_long",
    "removed", "attacked", "drop_failed", "on_the_road", "delivered",
)  # fmt: skip
# What no convoy was asked to carry: the rest of the need is what was planned.
NOT_ASKED = ("met_locally", "displaced", "never_planned")


def ordered_reasons(known: list[str]) -> list[str]:
    """Return the reasons from plan to delivery; those this page does not know come before `delivered`."""
    rank = {name: position for position, name in enumerate(REASON_ORDER)}
    return sorted(known, key=lambda name: (rank.get(name, len(rank) - 1.5), name))


def over_replicates(outcome: xr.DataArray) -> xr.DataArray:
    """Return the mean over replicates, summed at full precision."""
    return outcome.mean("replicate", dtype=np.float64)


def waterfall_of(runs: Runs) -> str:
    """Return the outcome that the waterfall is drawn from: all need where the runs know it, else what was planned."""
    return "need_waterfall" if "need_waterfall" in runs.dataset else "reasons"


def reason_rations(
    runs: Runs, agreement: str, community: str, arm: str, *, outcome: str = "reasons"
) -> pd.Series[float]:
    """Return the mean number of rations by the reason that ended their way, from need or plan to delivery."""
    cell = over_replicates(runs.dataset[outcome].sel(agreement=agreement, arm=arm, community=community))
    values = {str(name): float(value) for name, value in zip(cell["reason"].to_numpy(), cell.to_numpy(), strict=True)}
    order = ordered_reasons(list(values))
    return pd.Series([values[name] for name in order], index=order, dtype=np.float64, name="rations")


# The stages that a request passes, in words; what is still pending at the end stands apart.
STAGES = {
    "requested": "requested",
    "answered": "granted",
    "lettered": "letter issued",
    "departed": "left the depot",
    "arrived": "arrived",
    "delivered": "delivered",
}


def stage_shares(runs: Runs, agreement: str, community: str, arm: str, stages: list[str]) -> list[float]:
    """Return the rations at each stage as shares of those requested; zeros where none were."""
    told = runs.dataset["funnel"].sel(agreement=agreement, arm=arm, community=community, measure="rations")
    cell = over_replicates(told)
    asked = float(cell.sel(stage="requested"))
    return [float(cell.sel(stage=stage)) / asked if asked > 0 else 0.0 for stage in stages]
