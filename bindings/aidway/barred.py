# SPDX-License-Identifier: Apache-2.0
"""Why there is no way, in a sentence: which gates are shut, who holds them, whom they let through instead."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from .wording import listed

if TYPE_CHECKING:
    from .scenario import Scenario

KINDS = ("gates", "traffic", "hours", "vehicle", "one_way", "other_island", "off_network")
"""Closed gates; gates open to other traffic alone, or at other hours; a limit of the vehicle; and what no opening could
mend."""
SENTENCES = {
    "": "",
    "one_way": "no road leads there, whatever gate opens: one-way roads lead only the other way",
    "other_island": "no road leads there, whatever gate opens",
    "off_network": "no road leads there, whatever gate opens: it lies too far from any junction",
}
OTHERS = {"goods": "goods", "civilians": "people"}


class Barred:
    """The gates of an agreement at one moment, read once to explain any number of ways that are not there."""

    def __init__(self, scenario: Scenario, agreement: str, at_s: int) -> None:
        self._titles = {str(gate["name"]): str(gate["title"] or gate["name"]) for gate in scenario.engine.gates()}
        self._status = {str(entry["gate"]): entry for entry in scenario.engine.gate_status(agreement, at_s)}
        self._parties = scenario.engine.parties
        self._openers = scenario.engine.openers()

    def why(self, way: Mapping[str, Any]) -> str:
        """Return why there is no way, or none within a day, in a sentence; "" where there is one."""
        kind = self.kind(way)
        if kind in ("gates", "traffic"):
            return f"closed to aid: {'; '.join(self._gate(name) for name in way['closed_gates'])}"
        if kind == "vehicle":
            return f"roads lead there, and none that the vehicle can take: {'; '.join(way['obstacles'])}"
        if kind == "hours":
            return self._hours(way)
        return SENTENCES[kind]

    def kind(self, way: Mapping[str, Any]) -> str:
        """Return why there is no way, or none within a day, in a word of `KINDS`; "" where there is one."""
        if way["reachable"]:
            return "hours" if way["barrier"] == "hours" else ""
        if way["closed_gates"]:
            others = [status for name in way["closed_gates"] if (status := self._status[name])]
            return "traffic" if all("open" in (of["goods"], of["civilians"]) for of in others) else "gates"
        return str(way["barrier"])

    def holders(self, name: str) -> tuple[str, ...]:
        """Return the names of the parties that hold a gate."""
        return tuple(self._status[name]["held_by"])

    def about(self, name: str) -> dict[str, Any]:
        """Return of a gate shut to aid: its title, holders and what shuts it, who would open it, whom it lets pass."""
        return {
            "gate": name,
            "title": self._titles[name],
            "held_by": tuple(self._parties.get(holder, holder) for holder in self._status[name]["held_by"]),
            "shut_by": list(self._status[name]["shut_by"]),
            "opened_by": {row["agreement"]: row["term"] for row in self._openers[name]},
            "lets_pass": tuple(traffic for traffic in OTHERS if self._status[name][traffic] == "open"),
        }

    def _hours(self, way: Mapping[str, Any]) -> str:
        gate = way["shut_gate"]
        return (
            f"not within a day: who leaves at {_clock(way['departure_s'])} stands before {self._titles[gate]} [{gate}] "
            f"at {_clock(way['reached_s'])}; trucks pass it {way['shut_hours']}"
        )

    def _gate(self, name: str) -> str:
        gate = self.about(name)
        # Names of parties and gates have commas, brackets and an "and" of their own.
        said = [name, f"held by {' with '.join(gate['held_by'])}"] if gate["held_by"] else [name]
        said += [f"shut by {listed(gate['shut_by'])}"] if gate["shut_by"] else []
        said += [f"open to {listed([OTHERS[traffic] for traffic in gate['lets_pass']])}"] if gate["lets_pass"] else []
        said += [f"opened by {opener}" for opener in told(gate["opened_by"])]
        return f"{gate['title']} [{', '.join(said)}]"


def _clock(second_of_day: int) -> str:
    return f"{second_of_day // 3600:02d}:{second_of_day % 3600 // 60:02d}"


def told(opened_by: dict[str, str]) -> list[str]:
    """Return the terms that would open a gate, each with its agreements: `open_road/hill in two-roads`."""
    agreements: dict[str, list[str]] = {}
    for agreement, term in opened_by.items():
        agreements.setdefault(term, []).append(agreement)
    return [f"{term} in {listed(sorted(names))}" for term, names in sorted(agreements.items())]
