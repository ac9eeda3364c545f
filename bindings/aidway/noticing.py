# SPDX-License-Identifier: Apache-2.0
"""What an agreement may say and probably does not mean, each with its place: notes, no faults."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .agreement import Term
    from .scenario import Scenario


def notes_on(scenario: Scenario, agreement: str) -> list[str]:
    """Return what is noticed in an agreement: terms without effect, overridden ones, hours that leave no way back."""
    return [*scenario.engine.agreement_notes(agreement), *_round_trips(scenario, agreement)]


def every_note(scenario: Scenario) -> list[str]:
    """Return the notes on all agreements, each once, and those on overlays that none of them lays."""
    of_agreements = [note for name in scenario.agreements for note in notes_on(scenario, name)]
    return list(dict.fromkeys([*of_agreements, *scenario.engine.overlay_notes()]))


def _round_trips(scenario: Scenario, agreement: str) -> list[str]:
    """Return a note for each term and place that no fleet, coming by what the term opens, serves within a day."""
    terms = {term.name: term for term in scenario.agreement(agreement).terms if term.on}
    if not any(_is_narrow(term) for term in terms.values()):
        return []
    at_s = scenario.moment_s(agreement)
    opener = {row["gate"]: terms.get(row["by_term"]) for row in scenario.engine.gate_status(agreement, at_s)}
    trips: dict[tuple[str, str], list[dict[str, Any]]] = {}
    for row in scenario.engine.round_trips(agreement, at_s):
        on_the_way = {term.name for gate in row["gates"] if (term := opener[gate]) is not None and _is_narrow(term)}
        for name in sorted(on_the_way):
            trips.setdefault((name, row["community"]), []).append(row)
    titles = {str(gate["name"]): str(gate["title"] or gate["name"]) for gate in scenario.engine.gates()}
    found = []
    for (name, community), rows in trips.items():
        # The fleet that comes nearest to a day speaks for the others.
        row = min(rows, key=lambda row: (bool(row["barrier"]), row["at_s"] - row["until_s"], row["fleet"]))
        if not row["barrier"] or (row["gate"] and opener[row["gate"]] is not terms[name]):
            continue
        place = scenario.community(community)["title"]
        found.append(f"{terms[name].place}: '{name}' leaves no time to serve {place} by it: {_told(row, titles)}")
    return found


def _is_narrow(term: Term) -> bool:
    """Whether a term has hours of its own."""
    return term.fields.get("hours", "all day") != "all day"


def _told(row: Mapping[str, Any], titles: Mapping[str, str]) -> str:
    if row["barrier"] == "day":
        return f"even the first truck is home at {_clock(row['at_s'])}, and must be by {_clock(row['until_s'])}"
    gate = titles[row["gate"]]
    if row["barrier"] == "back":
        return (
            f"even the first truck is back at {gate} at {_clock(row['at_s'])} at the earliest, and it shuts at "
            f"{_clock(row['until_s'])}"
        )
    return f"no truck comes to {gate} within its hours on the day it leaves"


def _clock(second_of_day: int) -> str:
    days, second = divmod(int(second_of_day), 86_400)
    shown = f"{second // 3600:02d}:{second % 3600 // 60:02d}"
    return shown if days == 0 else f"{shown} the next day"
