# SPDX-License-Identifier: Apache-2.0
"""What no law can vary: rival models of answers, and how a front goes on that was held, each asked anew."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from .. import results
from ..answer_models import PATH, models_of
from ..joining import joined
from ..simulation import simulate
from ..wording import count, percent, spread
from .asked import Asked, what_is_asked
from .cells import Cells
from .facts import Facts
from .phrases import differs, displaced_under
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
    asked = what_is_asked(runs, facts, cells, focus)
    stated = {value.path: value.value for value in facts.values}
    if asked is None or ANSWERS not in stated:
        return None
    held = [(PATH, facts.answer_model)]
    tried = [(PATH, model) for model in models_of(runs.scenario, None)]
    if RESUMES in stated:
        held.append((RESUMES, str(stated[RESUMES])))
        tried += [(RESUMES, "shifted"), (RESUMES, "unshifted")]
    changes = [change for change in tried if change not in held]
    rows = [("as the scenario has it", _difference(_own(runs), asked, facts, focus))]
    rows += [
        (WORDS[change], _difference(_under(runs, asked, facts, change), asked, facts, focus)) for change in changes
    ]
    away = displaced_under(cells, [asked.best, facts.baseline], focus)
    return Structures(_sentence(rows, asked), _table(runs, asked, facts, focus, rows, away))


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


def _own(runs: Runs) -> Runs:
    """Return the first replicates of the runs themselves: they are what a smaller study of them would give."""
    return type(runs)(runs.dataset.isel(replicate=slice(_replicates(runs))), runs.provenance, runs.scenario)


def _under(runs: Runs, asked: Asked, facts: Facts, change: tuple[str, str]) -> Runs:
    found = simulate(
        runs.scenario.replace(*change), [facts.baseline.name, asked.best.name], replicates=_replicates(runs),
        seed=int(facts.seed), per_point=int(facts.per_point), effective_from=runs.provenance["effective_from"],
    )  # fmt: skip
    return found if found.communities == runs.communities else joined(found)  # as the page was asked to tell places


def _difference(found: Runs, asked: Asked, facts: Facts, focus: str) -> _Found:
    row = found.compare(asked.best.name, to=facts.baseline.name, outcome=asked.outcome, arm="as_kept")
    cell = row[row["community"] == focus].iloc[0]
    return _Found(*(float(cell[name]) for name in ("mean", "standard_error", "low", "high", "p_better")))


def _replicates(runs: Runs) -> int:
    return min(REPLICATES, int(runs.dataset.sizes["replicate"]))


def _sentence(rows: list[tuple[str, _Found]], asked: Asked) -> str:
    """Say what each structure makes of the difference, and whether one turns it round."""
    (_, given), *others = rows
    told = "; ".join(f"{name} {differs(found.mean, asked.unit)}" for name, found in others)
    turned = [name for name, found in others if found.sign == -given.sign != 0]
    doubtful = [name for name, found in others if found.sign == 0]
    verdict = "none turns the answer round"
    if turned:
        verdict = f"the answer turns round with {', '.join(turned)}"
    elif doubtful:
        verdict = f"in doubt with {', '.join(doubtful)}"
    own = differs(given.mean, asked.unit)
    return f"Other structures, in a smaller study: {told}, where the scenario's own give {own}: {verdict}."


def _table(runs: Runs, asked: Asked, facts: Facts, focus: str, rows: list[tuple[str, _Found]], note: str) -> Table:
    return Table(
        caption=(
            f"{results.community_label(runs, focus)}, as kept: {asked.best.label} minus {facts.baseline.label} in "
            f"{asked.label}, by what no law varies ({count(float(_replicates(runs)))} replicates of each)"
        ),
        row_heads=["if"],
        columns=[Entry("difference", "mean and 80 % range"), Entry("standard error"), Entry("better in", "of pairs")],
        rows=[
            Row(
                name,
                [
                    Entry(
                        differs(found.mean, asked.unit),
                        spread(differs(found.low, asked.unit), differs(found.high, asked.unit)),
                    ),
                    Entry(differs(found.error, asked.unit)),
                    Entry(percent(found.better)),
                ],
            )
            for name, found in rows
        ],
        note=note,
        lengthy=True,
    )
