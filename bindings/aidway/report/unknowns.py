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


def varied(runs: Runs, facts: Facts) -> list[str]:
    """Return what is varied over a range, in words: `the number of people in Eastern Aleppo`."""
    found: dict[str, None] = {}
    for path, _ in facts.uncertainties:
        found[_words(runs, path)] = None
    return list(found)


def informal(runs: Runs, facts: Facts) -> list[tuple[str, str]]:
    """Return the informal supply of each enclave, as the scenario writes it."""
    return [
        (_place(runs, value.path), law(value.value))
        for value in facts.values
        if value.path.startswith("enclaves/") and value.path.endswith("/informal")
    ]


def where_assumed(facts: Facts) -> str:
    """Say in which parts of the scenario most assumptions lie: `violence (31), permission (24) and market (12)`."""
    parts = Counter(value.path.split("/")[0] for value in facts.by_grade("assumed"))
    most = sorted(parts.items(), key=lambda part: (-part[1], part[0]))[:MAIN]
    return listed([f"{name.replace('_', ' ')} ({number})" for name, number in most])


def _words(runs: Runs, path: str) -> str:
    parts = path.split("/")
    what = WORDS.get(parts[-1], parts[-1].replace("_", " "))
    if len(parts) < 2:
        return what
    if parts[0] in {"communities", "enclaves"}:
        return f"{what} in {_place(runs, path)}"
    return f"{what} ({' '.join(part.replace('_', ' ') for part in parts[:-1])})"


def _place(runs: Runs, path: str) -> str:
    return results.community_label(runs, path.split("/")[1])
