# SPDX-License-Identifier: Apache-2.0
"""A sentence that may be printed: the figure, its interval, what stands beside it, and what it is worth."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from . import results
from .errors import require_name
from .tables import DISPLACED
from .wording import NO_BREAK, by_unit, count, displaced, percent, spread, verdict

if TYPE_CHECKING:
    from .runs import Runs

IF_KEPT = {
    "as_kept": "if the parties keep and break their promises as the scenario assumes",
    "as_signed": "if every party kept every word",
}


def sentence(runs: Runs, agreement: str, *, to: str, outcome: str, arm: str, community: str | None) -> str:
    """Return the sentence; see `Runs.sentence`."""
    place = results.known_community(runs, community)
    require_name("outcome", outcome, [name for name in runs.outcomes if "community" in runs.dataset[name].dims])
    found = runs.compare(agreement, to=to, outcome=outcome, arm=arm)
    found = found[(found["community"] == place) & (found["part"] == "")]
    if found.empty:
        raise ValueError(f"'{outcome}' has parts; a sentence tells of an outcome that is one number")
    row = found.iloc[0]
    return " ".join([_figure(runs, row, agreement, to, arm, place), *_beside(runs, row, agreement, to), _worth(runs)])


def _figure(runs: Runs, row: pd.Series, agreement: str, to: str, arm: str, place: str) -> str:
    about = runs.dataset[str(row["outcome"])].attrs
    unit, label = str(about["unit"]), str(about["label"])
    low, mean, high = (float(row[name]) for name in ("low", "mean", "high"))
    judged = verdict(float(row["p_better"]), float(row["p_tie"]))
    against = f"under {_title(agreement)} than under {_title(to)}"
    where = f"In {results.community_label(runs, place)}, {IF_KEPT[arm]}"
    if judged.direction == "same":
        equal = f"{100 * float(row['p_tie']):.0f} of 100 simulated pairs"
        alike = against.replace(" than ", " as ", 1)
        return f"{where}, {label[:1].lower()}{label[1:]} would be the same {alike} in {equal}."
    size = _size(abs(mean), unit)
    ends = spread(_signed(low, unit), _signed(high, unit))
    more = "higher" if mean > 0 else "lower"
    better = "" if str(row["better"]) == "none" else f", better in {100 * float(row['p_better']):.0f} of 100 pairs"
    return (
        f"{where}, {label[:1].lower()}{label[1:]} would be {size} {more} {against} "
        f"(difference in 80{NO_BREAK}% of simulated pairs: {ends}{better})."
    )


def _beside(runs: Runs, row: pd.Series, agreement: str, to: str) -> list[str]:
    """Say who is away, wherever somebody is, and what forbids the comparison."""
    told = []
    if DISPLACED in runs.dataset:
        people = runs.dataset[DISPLACED].sel(arm=str(row["arm"]), community=str(row["community"]))
        away = [float(people.sel(agreement=name).mean()) for name in (agreement, to)]
        if max(away) >= 0.5:
            told.append(
                f"People away meanwhile: {displaced(away[0])} under the first, {displaced(away[1])} under the second."
            )
    if row["caution"]:
        told.append("The two may not be compared by this figure alone, because people would leave.")
    return told


def _worth(runs: Runs) -> str:
    told = runs.provenance
    values = [value for value in told["values"] if not str(value["path"]).startswith("sources/")]
    assumed = sum(str(value.get("confidence") or "assumed") == "assumed" for value in values)
    share = percent(assumed / max(1, len(values)))
    made = f"Aidway {told['aidway_version']}, scenario {told['scenario']['name']}"
    size = f"{count(float(told['replicates']))} replicates, seed {told['seed']}"
    return (
        f"A simulation, not a forecast: it holds only if the agreement is signed, and {share} of its {len(values)} "
        f"inputs are assumed ({made}, {size})."
    )


def _title(agreement: str) -> str:
    return f"“{results.short_label(agreement)}”"


def _size(value: float, unit: str) -> str:
    if unit in {"share", "1", ""}:
        return f"{100 * value:.0f}{NO_BREAK}points"
    shown = by_unit(value, unit)
    return f"{shown} {unit}" if unit not in {"d", "kg", "index"} else shown


def _signed(value: float, unit: str) -> str:
    sign = "−" if value < 0 else "+" if value > 0 else ""
    return f"{sign}{_size(abs(value), unit)}"
