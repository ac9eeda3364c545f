# SPDX-License-Identifier: Apache-2.0
"""What is assumed, in a few words for the first page."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from .. import results
from ..wording import law, listed
from .facts import Facts

if TYPE_CHECKING:
    from ..runs import Runs

MAIN = 4  # parts of the scenario named on the first page
WORDS = {
    "population": "the number of people",
    "opening_stock": "the stock at the beginning",
    "informal": "the informal supply",
    "willing": "the share of people who would leave",
}


def varied(facts: Facts) -> list[str]:
    """Return what is varied over a range, in words; what has no words of its own is counted, by its largest parts."""
    named: dict[str, None] = {}
    counted: Counter[str] = Counter()
    for path, _ in facts.uncertainties:
        parts = path.split("/")
        if parts[-1] in WORDS:
            named[WORDS[parts[-1]]] = None
        else:
            counted[parts[0]] += 1
    most = _largest(counted)
    told = [f"{number} {'value' if number == 1 else 'values'} on {part.replace('_', ' ')}" for part, number in most]
    others = counted.total() - sum(number for _, number in most)
    return [*named, *told, *([f"{others} {'other' if others == 1 else 'others'}"] if others else [])]


def informal(runs: Runs, facts: Facts) -> list[tuple[str, str]]:
    """Return the informal supply of each enclave: its own, as the scenario writes it, or that of its siege tier."""
    written = {value.path: value.value for value in facts.values}
    enclaves = dict.fromkeys(path.split("/")[1] for path in written if path.startswith("enclaves/"))
    told = [(_place(runs, name), _informal_of(name, written)) for name in enclaves]
    return [(place, said) for place, said in told if said]


def _informal_of(enclave: str, written: dict[str, str]) -> str:
    own = written.get(f"enclaves/{enclave}/informal")
    if own is not None:
        return law(own)
    tier = written.get(f"enclaves/{enclave}/siege_tier", "")
    by_tier = written.get(f"food/informal_by_tier/tier_{tier}")
    return "" if by_tier is None else f"{law(by_tier)} (siege tier {tier})"


def where_assumed(facts: Facts) -> str:
    """Say in which parts of the scenario most assumptions lie: `violence (31), permission (24) and market (12)`."""
    parts = Counter(value.path.split("/")[0] for value in facts.by_grade("assumed"))
    return listed([f"{name.replace('_', ' ')} ({number})" for name, number in _largest(parts)])


def _largest(parts: Counter[str]) -> list[tuple[str, int]]:
    return sorted(parts.items(), key=lambda part: (-part[1], part[0]))[:MAIN]


def _place(runs: Runs, enclave: str) -> str:
    return results.community_label(runs, enclave)
