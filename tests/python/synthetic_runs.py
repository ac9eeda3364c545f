# SPDX-License-Identifier: Apache-2.0
"""Runs made by hand, in the form that `aidway.simulate` gives them: small, seeded, and known in advance."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import xarray as xr
from aidway.results import REASON_ORDER
from aidway.runs import Runs
from aidway.scenario import Scenario
from synthetic_scenario import AGREEMENTS, COMMUNITIES, EFFECTIVE_S, DrawnScenario, provenance

__all__ = ["AGREEMENTS", "EFFECTIVE_S", "REPLICATES", "synthetic_runs"]

ARMS = ["as_signed", "as_kept"]
WEEKS, BINS, REPLICATES, DAYS = 14, 20, 400, 101
PEOPLE = np.array([float(place["population"]) for place in COMMUNITIES.values()])
# Mean coverage of the east by agreement, as signed and as kept.
CASES = {
    "clear": {
        "status-quo": (0.31, 0.31), "castello-only": (0.62, 0.47), "ramouseh-only": (0.55, 0.41),
        "both-roads": (0.78, 0.68), "break-the-siege": (0.86, 0.74),
    },
    "tie": dict.fromkeys(AGREEMENTS, (0.31, 0.31)),
    "backfire": {
        "status-quo": (0.44, 0.44), "castello-only": (0.50, 0.27), "ramouseh-only": (0.49, 0.28),
        "both-roads": (0.55, 0.33), "break-the-siege": (0.52, 0.26),
    },
}  # fmt: skip
# Share of person-days that people of the east spend away under `break-the-siege`, as signed and as kept.
AWAY = {"clear": (0.25, 0.20), "tie": (0.0, 0.0), "backfire": (0.005, 0.004)}
OUTCOMES = {
    "unmet_rations": ("Rations missing", "rations", "lower", "only beside displaced people and closing stock"),
    "unmet_rations_stayers": ("Rations missing to those who stay", "rations", "lower", "only beside closing stock"),
    "closing_stock": ("Stock left at the end", "d", "higher", "yes"),
    "displaced_person_days": ("Person-days displaced", "person-days", "lower", "yes"),
    "departures": ("People who left", "people", "none", "yes"),
    "rations_needed": ("Rations needed", "rations", "none", "yes"),
    "coverage": ("Share of need eaten", "share", "higher", "only where displaced people differ by less than 1 %"),
    "rations_delivered": ("Rations delivered", "rations", "higher", "yes"),
    "longest_gap": ("Longest gap between deliveries", "d", "lower", "yes"),
    "longest_gap_open": ("Longest gap not over", "share", "lower", "beside the longest gap"),
    "first_wait": ("Wait for the first delivery", "d", "lower", "yes"),
    "stock_out": ("Chance of a stock-out", "share", "lower", "yes"),
    "days_before_stock_out": ("Days before a stock-out", "d", "higher", "yes"),
    "person_days_below_50": ("Person-days below half of need", "person-days", "lower", "only beside displaced people"),
    "people_announced": ("People announced as reached", "people", "none", "no: announced people are not rations"),
    "people_reached_low": ("People reached, at least", "people", "higher", "as bounds"),
    "people_reached_high": ("People reached, at most", "people", "higher", "as bounds"),
    "removed_kg": ("Goods removed", "kg", "lower", "beside rations delivered"),
    "price_mean": ("Price index", "index", "lower", "by direction only"),
}
INCIDENTS = {
    "label": "Incidents", "unit": "incidents", "doc": "acts of violence", "better": "lower", "safe": "yes",
    "shape": "scenario",
}  # fmt: skip
STAGES = ["requested", "answered", "lettered", "departed", "arrived", "delivered", "pending"]
SPLIT = {
    "refused": 0.34, "silent": 0.15, "not_granted": 0.06, "letter_never_came": 0.10, "security": 0.14,
    "no_open_road": 0.11, "no_trucks": 0.002, "gate_shut": 0.01, "turned_back": 0.06, "waited_too_long": 0.02,
    "removed": 0.008,
}  # fmt: skip


def synthetic_runs(case: str, folder: Path, *, replicates: int = REPLICATES, leave_out: tuple[str, ...] = ()) -> Runs:
    """Return runs in which the answer is known: `clear`, `tie` or `backfire`.

    Parameters
    ----------
    case
        Which.
    folder
        Where the layers of the scenario are written.
    replicates
        How many.
    leave_out
        Outcomes that these runs do not have.
    """
    coverage = drawn_coverage(case, replicates)
    away = np.zeros((len(AGREEMENTS), len(ARMS), 1, len(COMMUNITIES)))
    away[AGREEMENTS.index("break-the-siege"), :, 0, 0] = AWAY[case]
    values = outcomes(coverage, away)
    dims = ("agreement", "arm", "replicate", "community")
    variables: dict[str, Any] = {
        name: (dims, values[name], {**about, "doc": f"{about['label']}, by hand"})
        for name, about in described().items()
        if name not in leave_out
    }
    quarrels = np.round(120.0 * (1.2 - coverage.mean(axis=3)))
    variables["incidents"] = dims[:3], quarrels, INCIDENTS
    variables["weekly_coverage"] = weekly(coverage, "share", np.linspace(0.0, 1.0, BINS + 1))
    prices = np.geomspace(0.5, 20.0, BINS + 1)
    variables["weekly_price"] = weekly(1.0 / np.clip(coverage, 0.1, 1.0), "index", prices)
    planned = 0.75 * PEOPLE * DAYS * np.array([1.0, 0.0])
    delivered = np.minimum(values["rations_delivered"], planned)
    ended = {"label": "Where planned rations ended", **COUNTED}
    variables["reasons"] = (*dims, "reason"), reasons(planned, delivered), ended
    need = waterfall(planned, delivered, values)
    variables["need_waterfall"] = (*dims, "reason"), need, {"label": "Where the need ended", **COUNTED}
    narrowed = {"label": "From request to delivery", **COUNTED}
    variables["funnel"] = (*dims, "stage", "measure"), funnel(planned, delivered), narrowed
    weeks = np.datetime64(EFFECTIVE_S, "s") + np.arange(WEEKS) * np.timedelta64(7, "D")
    dataset = xr.Dataset(
        {name: variable for name, variable in variables.items() if name not in leave_out},
        coords={
            "agreement": np.array(AGREEMENTS, dtype=object),
            "arm": np.array(ARMS, dtype=object),
            "community": np.array(list(COMMUNITIES), dtype=object),
            "week": weeks.astype("datetime64[ns]"),
            "reason": np.array(REASON_ORDER, dtype=object),
            "stage": np.array(STAGES, dtype=object),
            "measure": np.array(["requests", "people", "rations"], dtype=object),
        },
    )
    engine: Any = DrawnScenario(folder)
    scenario = Scenario(engine)
    return Runs(dataset, provenance(replicates), scenario)


CELL = ("agreement", "arm", "community")
COUNTED = {"unit": "rations", "doc": "rations, counted", "better": "none", "safe": "yes"}


def described() -> dict[str, dict[str, str]]:
    """Return what a run says of each outcome."""
    return {
        name: {"label": label, "unit": unit, "better": better, "safe": safe, "shape": "community"}
        for name, (label, unit, better, safe) in OUTCOMES.items()
    }


def drawn_coverage(case: str, replicates: int) -> np.ndarray:
    """Draw coverage; agreements share the chances of a replicate."""
    chance = np.random.default_rng(2016)
    coverage = np.empty((len(AGREEMENTS), len(ARMS), replicates, len(COMMUNITIES)))
    shared = chance.normal(0.0, 0.09, replicates)
    for place, agreement in enumerate(AGREEMENTS):
        for arm in range(len(ARMS)):
            own = np.zeros(replicates) if case == "tie" else chance.normal(0.0, 0.02, replicates)
            coverage[place, arm, :, 0] = np.clip(CASES[case][agreement][arm] + shared + own, 0.0, 1.0)
            coverage[place, arm, :, 1] = np.clip(0.93 + 0.2 * shared, 0.0, 1.0)
    return coverage


def outcomes(coverage: np.ndarray, away: np.ndarray) -> dict[str, np.ndarray]:
    """Return every outcome, as simple functions of coverage and the share of person-days spent away."""
    need = PEOPLE * DAYS + 0.0 * coverage
    delivered = 0.8 * PEOPLE * DAYS * np.maximum(0.0, coverage - 0.3) * np.array([1.0, 0.0])
    return {
        "unmet_rations": need * (1.0 - away) * (1.0 - coverage),
        "unmet_rations_stayers": need * (1.0 - 1.5 * away) * (1.0 - coverage),
        "closing_stock": 1.5 + 14.0 * coverage,
        "displaced_person_days": need * away,
        "departures": PEOPLE * 1.5 * away + 0.0 * coverage,
        "rations_needed": need,
        "coverage": coverage,
        "rations_delivered": delivered,
        "longest_gap": np.round(90.0 * (1.05 - coverage)),
        "longest_gap_open": np.where(coverage < 0.5, 1.0, 0.0),
        "first_wait": np.round(60.0 * (1.05 - coverage)),
        "stock_out": (coverage < 0.28).astype(np.float64),
        "days_before_stock_out": DAYS * np.clip(coverage / 0.28, 0.0, 1.0),
        "person_days_below_50": need * np.clip(1.1 - 1.4 * coverage, 0.0, 1.0),
        "people_announced": delivered / 20.0,
        "people_reached_low": np.minimum(PEOPLE, delivered / 60.0),
        "people_reached_high": np.minimum(PEOPLE, delivered / 40.0),
        "removed_kg": 0.01 * delivered,
        "price_mean": 1.0 / np.clip(coverage, 0.1, 1.0),
    }


def weekly(level: np.ndarray, unit: str, edges: np.ndarray) -> tuple[Any, ...]:
    """Count replicates by bin: from full stores towards the replicate's own level."""
    bins = len(edges) - 1
    counts = np.zeros((len(AGREEMENTS), len(ARMS), len(COMMUNITIES), WEEKS, bins), dtype=np.int64)
    for index in np.ndindex(len(AGREEMENTS), len(ARMS), len(COMMUNITIES)):
        agreement, arm, community = index
        for week in range(WEEKS):
            settled = 1.0 - np.exp(-week / 3.0)
            now = (1.0 - settled) * 0.78 + settled * level[agreement, arm, :, community]
            counts[(*index, week)] = np.histogram(np.clip(now, edges[0], edges[-1]), bins=edges)[0]
    about = {
        "label": "By week",
        "unit": unit,
        "doc": "by week",
        "better": "higher",
        "safe": "yes",
        "bin_edges": [float(edge) for edge in edges],
    }
    return ((*CELL, "week", "bin"), counts, about)


def reasons(planned: np.ndarray, delivered: np.ndarray) -> np.ndarray:
    """Split what was planned for the east by reason; the west plans no convoys."""
    lost = planned - delivered
    found = np.zeros((*delivered.shape, len(REASON_ORDER)))
    for place, reason in enumerate(REASON_ORDER):
        found[..., place] = delivered if reason == "delivered" else SPLIT.get(reason, 0.0) * lost
    return found


def waterfall(planned: np.ndarray, delivered: np.ndarray, values: dict[str, np.ndarray]) -> np.ndarray:
    """Split the need of those entitled: what was planned, and what never was."""
    need = values["rations_needed"]
    displaced = values["displaced_person_days"]
    within = np.minimum(planned, need - displaced)
    left = need - displaced - within
    found = reasons(within, np.minimum(delivered, within))
    found[..., REASON_ORDER.index("met_locally")] = 0.6 * left
    found[..., REASON_ORDER.index("never_planned")] = 0.4 * left
    found[..., REASON_ORDER.index("displaced")] = displaced
    return found


def funnel(planned: np.ndarray, delivered: np.ndarray) -> np.ndarray:
    """Narrow evenly from what was planned to what was delivered; nothing is pending."""
    found = np.zeros((*delivered.shape, len(STAGES), 3))
    for place in range(6):
        rations = planned + (delivered - planned) * place / 5.0
        found[..., place, :] = np.stack([4.0 * (rations > 0), rations / 30.0, rations], axis=-1)
    return found
