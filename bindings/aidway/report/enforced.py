# SPDX-License-Identifier: Apache-2.0
"""Whether the consequences of an agreement pay, asked anew at the size of a glance."""

from __future__ import annotations

import math
from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pandas as pd

from .. import results
from ..enforcement import NEVER, RESPONSE, UNTOLD, Enforcement, enforcement
from ..tables import DISPLACED
from ..wording import count, percent, spread
from .facts import GRADES, Facts
from .tables import Entry, Row, Table

if TYPE_CHECKING:
    from ..runs import Runs

REPLICATES = 256  # a glance: its error is printed
OUTCOME = "unmet_rations"
CASES = {
    "as given": "as the scenario has it",
    "nobody answers": "nobody answers to a threat (response 0)",
    "no backfire": "no backfire",
    "labels swapped": "monitors take one party for the other",
}


@dataclass(frozen=True)
class Study:
    """One agreement with consequences: the verdict in words, and the gains by case and response."""

    label: str
    verdict: str
    table: Table
    notes: list[str]  # which rows are not there, and why


@dataclass(frozen=True)
class Enforced:
    """All agreements with consequences, and at what size they were studied."""

    studies: list[Study]
    scale: str


def whether_it_pays(runs: Runs, facts: Facts, focus: str, *, public: bool) -> Enforced | None:
    """Return the studies of the agreements that have consequences; None where none has, or nobody could answer."""
    given = [entry for entry in facts.agreements if any(term.kind == "consequence" for term in entry.terms)]
    if not given or not any(value.path == RESPONSE for grade in GRADES for value in facts.by_grade(grade)):
        return None
    replicates = min(REPLICATES, int(runs.dataset.sizes["replicate"]))
    studies = []
    for agreement in given:
        found = enforcement(
            runs.scenario, agreement.name, outcome=OUTCOME, replicates=replicates, seed=int(facts.seed),
            per_point=int(facts.per_point), effective_from=runs.provenance["effective_from"], public=public,
        )  # fmt: skip
        notes = [f"Not asked: {note}." for note in found.notes]
        studies.append(Study(agreement.label, _verdict(found, focus), _table(runs, found, focus), notes))
    scale = f"{count(float(replicates))} replicates of each, seed {facts.seed}; the range holds 80 % of them."
    return Enforced(studies, scale)


def _of(table: pd.DataFrame, community: str) -> pd.DataFrame:
    return table[(table["community"] == community) & (table["part"] == "")]


def _verdict(found: Enforcement, focus: str) -> str:
    row = _of(found.break_even, focus)
    if row.empty:
        return ""
    told = row.iloc[0]
    if told["verdict"] == NEVER:
        return "On average consequences never pay, within the responses looked at."
    if told["verdict"] == UNTOLD:
        return (
            "From what response on consequences pay on average cannot be told from these runs: the gain is not two "
            "standard errors from 0 where it would have to be."
        )
    at, low, high = (float(told[name]) for name in ("response", "low", "high"))
    if high == 0:
        return "On average consequences pay even where nobody answers to them."
    if at == 0:
        return (
            "On average consequences pay even where nobody answers to them, and surely where parties answer with "
            f"{high:.2g} or more: by two standard errors of the gain, it may be anywhere up to there."
        )
    return (
        f"On average consequences pay where parties answer with {at:.2g} or more; by two standard errors of the gain, "
        f"from {low:.2g} to {high:.2g}."
    )


def _table(runs: Runs, found: Enforcement, focus: str) -> Table:
    rows = [
        Row(CASES.get(str(row["case"]), str(row["case"])), _entries(row))
        for row in _of(found.cases, focus).to_dict("records")
    ]
    rows += [
        Row(f"everybody answers with {row['response']:g}", _entries(row))
        for row in _of(found.grid, focus).to_dict("records")
    ]
    return Table(
        caption=f"{results.community_label(runs, focus)}, as kept: daily rations gained by having consequences",
        row_heads=["if"],
        columns=[
            Entry("gain", "mean and 80 % range", outcome=OUTCOME),
            Entry("displaced", "person-days, with and without them", outcome=DISPLACED),
            Entry("standard error"),
            Entry("better in", "of paired runs"),
        ],
        rows=rows,
        lengthy=True,
    )


def _entries(row: Mapping[Hashable, Any]) -> list[Entry]:
    gain, low, high, error, better, tie = (
        float(row[name]) for name in ("gain", "low", "high", "standard_error", "p_better", "p_tie")
    )
    return [
        Entry(count(gain), spread(count(low), count(high))),
        Entry(count(float(row["displaced"])), f"{count(float(row['displaced_without']))} without"),
        Entry("not known" if math.isnan(error) else count(error)),
        Entry(percent(better), f"equal in {percent(tie)}"),
    ]
