# SPDX-License-Identifier: Apache-2.0
"""What no law can vary: rival models of answers, and how a front goes on that was held, each asked anew."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from .. import results
from ..answer_models import PATH, models_of
from ..simulation import simulate
from ..wording import count, percent, spread
from .cells import HEADLINE, Cells
from .facts import Agreement, Facts
from .phrases import points
from .tables import Entry, Row, Table

if TYPE_CHECKING:
    from ..runs import Runs

REPLICATES = 256  # a glance: its error is printed
SURE = 2.0  # standard errors from nought
RESUMES = "fronts/resumes"
ANSWERS = "permission/answers/full"  # what every scenario that can be simulated states
WORDS = {
    (PATH, "independent"): "each answer for itself",
    (PATH, "common_shock"): "one answer a cycle for all",
    (PATH, "climate"): "answers by the climate",
    (RESUMES, "shifted"): "a held front going on from where it stood",
    (RESUMES, "unshifted"): "a held front going on as dated",
}


@dataclass(frozen=True)
class Structures:
    """The difference of the best agreement to the baseline under other structures, in a sentence and in numbers."""

    sentence: str
    table: Table


def other_structures(runs: Runs, facts: Facts, cells: Cells, focus: str) -> Structures | None:
    """Return the difference under each structure; None where there is no difference, or nothing can be run again."""
    ranked = cells.ranked(facts, focus)
    stated = {value.path: value.value for value in facts.values}
    if not ranked or ANSWERS not in stated:
        return None
    best, held = ranked[0], [(PATH, facts.answer_model)]
    tried = [(PATH, model) for model in models_of(runs.scenario, None)]
    if RESUMES in stated:
        held.append((RESUMES, str(stated[RESUMES])))
        tried += [(RESUMES, "shifted"), (RESUMES, "unshifted")]
    changes = [change for change in tried if change not in held]
    rows = [("as the scenario has it", _difference(runs, best, facts, focus, None))]
    rows += [(WORDS[change], _difference(runs, best, facts, focus, change)) for change in changes]
    return Structures(_sentence(rows), _table(runs, best, facts, focus, rows))


@dataclass(frozen=True)
class _Found:
    mean: float
    error: float
    low: float
    high: float
    better: float

    @property
    def sign(self) -> int:
        return int(np.sign(self.mean)) if abs(self.mean) > SURE * self.error else 0


def _difference(runs: Runs, best: Agreement, facts: Facts, focus: str, change: tuple[str, str] | None) -> _Found:
    scenario = runs.scenario if change is None else runs.scenario.replace(*change)
    found = simulate(
        scenario, [facts.baseline.name, best.name], replicates=_replicates(runs), seed=int(facts.seed),
        per_point=int(facts.per_point), effective_from=runs.provenance["effective_from"],
    )  # fmt: skip
    row = found.compare(best.name, to=facts.baseline.name, outcome=HEADLINE, arm="as_kept")
    cell = row[row["community"] == focus].iloc[0]
    return _Found(*(float(cell[name]) for name in ("mean", "standard_error", "low", "high", "p_better")))


def _replicates(runs: Runs) -> int:
    return min(REPLICATES, int(runs.dataset.sizes["replicate"]))


def _sentence(rows: list[tuple[str, _Found]]) -> str:
    """Say what each structure makes of the difference, and whether one turns it round."""
    (_, given), *others = rows
    told = "; ".join(f"{name} {points(found.mean)}" for name, found in others)
    turned = [name for name, found in others if found.sign == -given.sign != 0]
    doubtful = [name for name, found in others if found.sign == 0]
    verdict = "none turns the answer round"
    if turned:
        verdict = f"the answer turns round with {', '.join(turned)}"
    elif doubtful:
        verdict = f"in doubt with {', '.join(doubtful)}"
    return (
        f"Other structures, in a smaller study: {told}, where the scenario's own give {points(given.mean)}: {verdict}."
    )


def _table(runs: Runs, best: Agreement, facts: Facts, focus: str, rows: list[tuple[str, _Found]]) -> Table:
    return Table(
        caption=(
            f"{results.community_label(runs, focus)}, as kept: {best.label} minus {facts.baseline.label} in share of "
            f"need eaten, by what no law varies ({count(float(_replicates(runs)))} replicates of each)"
        ),
        row_heads=["if"],
        columns=[Entry("difference", "mean and 80 % range"), Entry("standard error"), Entry("better in", "of pairs")],
        rows=[
            Row(
                name,
                [
                    Entry(points(found.mean), spread(points(found.low), points(found.high))),
                    Entry(points(found.error)),
                    Entry(percent(found.better)),
                ],
            )
            for name, found in rows
        ],
        lengthy=True,
    )
