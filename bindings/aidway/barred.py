# SPDX-License-Identifier: Apache-2.0
"""Why there is no way, in a sentence: which gates are shut, who holds them, whom they let through instead."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from .wording import listed

if TYPE_CHECKING:
    from .scenario import Scenario

OTHERS = {"goods": "goods", "civilians": "people"}


class Barred:
    """The gates of an agreement at one moment, read once to explain any number of ways that are not there."""

    def __init__(self, scenario: Scenario, agreement: str, at_s: int) -> None:
        self._titles = {str(gate["name"]): str(gate["title"] or gate["name"]) for gate in scenario.engine.gates()}
        self._status = {str(entry["gate"]): entry for entry in scenario.engine.gate_status(agreement, at_s)}
        self._parties = scenario.engine.parties

    def why(self, reachable: bool, closed_gates: Sequence[str]) -> str:
        """Return why there is no way, "" where there is one."""
        if reachable:
            return ""
        if not closed_gates:
            return "no road leads there, whatever gate opens"
        return f"closed to aid: {'; '.join(self._gate(name) for name in closed_gates)}"

    def _gate(self, name: str) -> str:
        status = self._status[name]
        holders = [self._parties.get(holder, holder) for holder in status["held_by"]]
        # Names of parties and gates have commas, brackets and an "and" of their own.
        said = [name, f"held by {' with '.join(holders)}"] if holders else [name]
        others = [word for traffic, word in OTHERS.items() if status[traffic] == "open"]
        said += [f"open to {listed(others)}"] if others else []
        return f"{self._titles[name]} [{', '.join(said)}]"
