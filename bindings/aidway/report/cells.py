# SPDX-License-Identifier: Apache-2.0
"""Results by agreement, arm, community and outcome, and the choice of what the answer speaks of."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any

from .. import results
from .facts import Agreement, Facts
from .wording import Verdict, verdict

if TYPE_CHECKING:
    from ..runs import Runs

HEADLINE = "coverage"


@dataclass(frozen=True)
class Cell:
    """An outcome's mean, its 80 % range, and where the spread comes from."""

    mean: float
    low: float
    high: float
    standard_error: float
    epistemic_share: float


@dataclass(frozen=True)
class Difference:
    """A paired difference of two agreements, replicate by replicate."""

    mean: float
    low: float
    high: float
    standard_error: float
    p_better: float
    p_tie: float
    largest_regret: float

    @property
    def verdict(self) -> Verdict:
        """What the difference amounts to, in words."""
        return verdict(self.p_better, self.p_tie)


class Cells:
    """Looks results up; asks the runs once for each comparison."""

    def __init__(self, runs: Runs) -> None:
        self._runs = runs
        self._cells = {
            (str(row["agreement"]), str(row["arm"]), str(row["community"]), str(row["outcome"])): Cell(
                **_numbers(row, Cell)
            )
            for row in runs.summary().to_dict("records")
        }
        self._differences: dict[tuple[str, str, str, str, str], Difference] = {}
        self.communities = results.names(runs, "community")
        self.outcomes = [str(name) for name, variable in runs.dataset.data_vars.items() if "replicate" in variable.dims]

    def cell(self, agreement: str, arm: str, community: str, outcome: str = HEADLINE) -> Cell:
        """Return one outcome."""
        return self._cells[agreement, arm, community, outcome]

    def difference(self, agreement: str, to: str, arm: str, community: str, outcome: str = HEADLINE) -> Difference:
        """Return `agreement` minus `to`, paired."""
        key = (agreement, to, arm, community, outcome)
        if key not in self._differences:
            table = self._runs.compare(agreement, to=to, outcome=outcome, arm=arm)
            for row in table.to_dict("records"):
                found = Difference(**_numbers(row, Difference))
                self._differences[agreement, to, arm, str(row["community"]), outcome] = found
        return self._differences[key]

    def focus(self, facts: Facts) -> str:
        """Return the community that is worst fed without an agreement: the answer speaks of it first."""
        return min(self.communities, key=lambda name: self.cell(facts.baseline.name, "as_kept", name).mean)

    def ranked(self, facts: Facts, community: str) -> list[Agreement]:
        """Return the agreements held against the baseline, best first, as kept."""
        others = [entry for entry in facts.agreements if entry.name != facts.baseline.name]
        return sorted(others, key=lambda entry: -self.cell(entry.name, "as_kept", community).mean)


def _numbers(row: Mapping[Hashable, Any], kind: type[Cell | Difference]) -> dict[str, float]:
    return {field.name: float(row[field.name]) for field in fields(kind)}
