# SPDX-License-Identifier: Apache-2.0
"""What the conclusion is asked of: the share eaten, or, where nobody may be compared by it, what is safe to compare."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from .. import results
from ..meanings import verdict
from .cells import HEADLINE, Cells
from .facts import Agreement, Facts

if TYPE_CHECKING:
    from ..runs import Runs

# On food, from the nearest to what is eaten; what those miss who stay is a sum that shrinks with their number.
INSTEAD = ("days_before_stock_out", "rations_delivered")


@dataclass(frozen=True)
class Asked:
    """The agreement that leads and the outcome by which it is held against the baseline."""

    best: Agreement
    outcome: str
    unit: str
    label: str  # of the outcome, within a sentence
    why: str = ""  # why it is not asked of the share eaten, or what is wrong with asking
    fair: bool = True


def what_is_asked(runs: Runs, facts: Facts, cells: Cells, focus: str) -> Asked | None:
    """Return what the conclusion is asked of; None where there is one agreement only."""
    ranked = cells.ranked(facts, focus)
    if ranked:
        return _asked(runs, ranked[0], HEADLINE)
    if not facts.others:
        return None
    said = "By the share eaten no agreement may be compared here"
    for outcome in INSTEAD:
        able = [entry for entry in facts.others if _safe(runs, facts, cells, entry, focus, outcome)]
        if able:
            sign = -1 if runs.dataset[outcome].attrs["better"] == "lower" else 1
            best = max(able, key=lambda entry: sign * cells.cell(entry.name, "as_kept", focus, outcome).mean)
            return _asked(runs, best, outcome, f"{said}, so it is asked of {_label(runs, outcome)}.")
    first = facts.others[0]
    why = f"{said}, and by nothing else: what follows moves the difference of {first.label}, which is no gain."
    return _asked(runs, first, HEADLINE, why, fair=False)


def _safe(runs: Runs, facts: Facts, cells: Cells, entry: Agreement, focus: str, outcome: str) -> bool:
    if outcome not in cells.outcomes or verdict(str(runs.dataset[outcome].attrs["safe"]))[0] != "yes":
        return False
    return all(cells.comparable(entry.name, facts.baseline.name, arm, focus, outcome) for arm in results.ARMS)


def _label(runs: Runs, outcome: str) -> str:
    label = str(runs.dataset[outcome].attrs["label"])
    return f"{label[:1].lower()}{label[1:]}"


def _asked(runs: Runs, best: Agreement, outcome: str, why: str = "", *, fair: bool = True) -> Asked:
    label = "share of need eaten" if outcome == HEADLINE else _label(runs, outcome)
    return Asked(best, outcome, str(runs.dataset[outcome].attrs["unit"]), label, why, fair)
