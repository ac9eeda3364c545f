# SPDX-License-Identifier: Apache-2.0
"""Results by agreement, arm, community and outcome, and the choice of what the answer speaks of."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any

from .. import _engine, results
from ..ledgers import column
from ..tables import DISPLACED
from ..wording import Verdict, verdict
from .facts import Agreement, Facts

if TYPE_CHECKING:
    from ..runs import Runs

HEADLINE = "coverage"
AWAY = DISPLACED
STAYERS = "unmet_rations_stayers"
DEPARTURES = "departures"


@dataclass(frozen=True)
class Cell:
    """An outcome's mean, its 80 % range, and where the spread comes from."""

    mean: float
    low: float
    high: float
    standard_error: float
    epistemic_share: float
    enough: bool


@dataclass(frozen=True)
class Difference:
    """A paired difference of two agreements, replicate by replicate, and what speaks against drawing it."""

    mean: float
    low: float
    high: float
    standard_error: float
    p_better: float
    p_tie: float
    largest_regret: float
    caution: str

    @property
    def verdict(self) -> Verdict:
        """What the difference amounts to, in words."""
        return verdict(self.p_better, self.p_tie)


class Cells:
    """Looks results up; asks the runs once for each comparison."""

    def __init__(self, runs: Runs) -> None:
        self._runs = runs
        self._cells = {
            (*(str(row[key]) for key in ("agreement", "arm", "community", "outcome", "part")),): Cell(
                **_fields(row, Cell)
            )
            for row in runs.summary().to_dict("records")
        }
        self._differences: dict[tuple[str, str, str, str, str], Difference] = {}
        self.communities = results.names(runs, "community")
        of_value = {"agreement", "arm", "replicate", "community"}
        known = {
            str(name): set(of.dims)
            for name, of in runs.dataset.data_vars.items()
            if "replicate" in of.dims and of_value >= set(of.dims)
        }
        self.outcomes = [name for name, dims in known.items() if "community" in dims]
        self.of_scenario = [name for name, dims in known.items() if "community" not in dims]

    def cell(self, agreement: str, arm: str, community: str, outcome: str = HEADLINE, part: str = "") -> Cell:
        """Return one outcome, or one part of it; that of a whole scenario stands under the community ""."""
        return self._cells[agreement, arm, community, outcome, part]

    def difference(self, agreement: str, to: str, arm: str, community: str, outcome: str = HEADLINE) -> Difference:
        """Return `agreement` minus `to`, paired."""
        key = (agreement, to, arm, community, outcome)
        if key not in self._differences:
            table = self._runs.compare(agreement, to=to, outcome=outcome, arm=arm)
            for row in table.to_dict("records"):
                found = Difference(**_fields(row, Difference))
                self._differences[agreement, to, arm, str(row["community"]), outcome] = found
        return self._differences[key]

    def away(self, agreement: str, arm: str, community: str) -> Cell | None:
        """Return the person-days that people entitled to aid spend away; None where the runs do not follow them."""
        return self.cell(agreement, arm, community, AWAY) if AWAY in self.outcomes else None

    def away_everywhere(self, agreement: str, arm: str) -> Cell | None:
        """Return the person-days spent away by the people of all places together."""
        if AWAY not in self.outcomes:
            return None
        of = self._runs.dataset[AWAY].sel(agreement=agreement, arm=arm).sum("community")
        return cell_of(_engine.estimate(column(of), int(self._runs.provenance["per_point"])))

    def comparable(self, agreement: str, to: str, arm: str, community: str, outcome: str = HEADLINE) -> bool:
        """Whether two agreements may be held against each other: emptying a place must not look like feeding it."""
        return agreement == to or not self.difference(agreement, to, arm, community, outcome).caution

    def unmoved(self, facts: Facts, community: str) -> bool:
        """Whether no agreement changes anything in a community: everything it eats and gets is equal in every run."""
        watched = [name for name in (HEADLINE, "unmet_rations", "rations_delivered", AWAY) if name in self.outcomes]
        return bool(facts.others) and all(
            self.difference(entry.name, facts.baseline.name, arm, community, name).p_tie == 1.0
            for entry in facts.others
            for arm in results.ARMS
            for name in watched
        )

    def focus(self, facts: Facts) -> str:
        """Return the community that is worst fed without an agreement: the answer speaks of it first."""
        return min(self.communities, key=lambda name: self.cell(facts.baseline.name, "as_kept", name).mean)

    def ranked(self, facts: Facts, community: str) -> list[Agreement]:
        """Return the agreements that may be held against the baseline, best first, as kept."""
        others = [
            entry
            for entry in facts.others
            if all(self.comparable(entry.name, facts.baseline.name, arm, community) for arm in results.ARMS)
        ]
        return sorted(others, key=lambda entry: -self.cell(entry.name, "as_kept", community).mean)

    def ordered(self, facts: Facts) -> list[Agreement]:
        """Return the baseline, then the others from the least to the most fed, then those that cannot be compared."""
        focus = self.focus(facts)
        return [facts.baseline, *reversed(self.ranked(facts, focus)), *self.apart(facts, focus)]

    def apart(self, facts: Facts, community: str) -> list[Agreement]:
        """Return the agreements under which so many people go away that coverage cannot be compared."""
        ranked = {entry.name for entry in self.ranked(facts, community)}
        return [entry for entry in facts.others if entry.name not in ranked]


def cell_of(told: Mapping[Hashable, Any] | Mapping[str, Any]) -> Cell:
    """Return the cell of an estimate that the runs do not keep themselves."""
    return Cell(**_fields(told, Cell))


def _fields(row: Mapping[Hashable, Any] | Mapping[str, Any], kind: type[Cell | Difference]) -> dict[str, Any]:
    """Return what a row of a table says of one field after another, in the field's own type."""
    convert = {"float": float, "bool": bool, "str": str}
    return {field.name: convert[str(field.type)](row[field.name]) for field in fields(kind)}
