# SPDX-License-Identifier: Apache-2.0
"""Numbers in plain words, never more exact than they are."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

NO_BREAK = "\u00a0"


def percent(share: float) -> str:
    """Return a share as a percentage: `68 %`; a sliver is `under 1 %`."""
    if 0 < share < 0.005:
        return f"under 1{NO_BREAK}%"
    if 0.995 < share < 1:
        return f"over 99{NO_BREAK}%"
    return f"{_whole(100 * share)}{NO_BREAK}%"


def about(share: float) -> str:
    """Return a share in words: `about 7 in 10`, `about 3 in 100`, `almost nothing`, `nearly all`."""
    if share < 0.005:
        return "almost nothing"
    if share > 0.995:
        return "nearly all"
    if 0.075 <= share <= 0.925:
        return f"about {_whole(10 * share)} in 10"
    return f"about {_whole(100 * share)} in 100"


def count(value: float) -> str:
    """Return a count to about three figures: `29.7 million`, `761,000`, `482`."""
    size = abs(value)
    sign = "−" if value < 0 and size >= 0.5 else ""
    if size >= 999_500:
        return f"{sign}{_trimmed(size / 1e6)}{NO_BREAK}million"
    if size >= 10_000:
        return f"{sign}{_whole(size / 1000) * 1000:,}"
    if size >= 1000:
        return f"{sign}{_whole(size / 10) * 10:,}"
    return f"{sign}{_whole(size)}"


def displaced(person_days: float) -> str:
    """Say how many people are away: `nobody displaced`, `5.1 million person-days displaced`."""
    return "nobody displaced" if person_days < 0.5 else f"{count(person_days)} person-days displaced"


def days(value: float) -> str:
    """Return a number of days: `3 days`, `0.4 days`."""
    if 0 < value < 0.05:
        return "under 0.1 days"
    shown = f"{value:.1f}" if value < 9.95 else f"{value:,.0f}"
    shown = shown.removesuffix(".0")
    return f"{shown}{NO_BREAK}{'day' if shown == '1' else 'days'}"


def by_unit(value: float, unit: str) -> str:
    """Return a value with its unit, as tables print it."""
    if not math.isfinite(value):
        return "not defined"
    match unit:
        case "share" | "":
            return percent(value)
        case "d" | "days" | "day":
            return days(value)
        case "1" | "chance":
            return percent(value)
        case "index":
            return f"× {value:.1f}" if value < 9.95 else f"× {value:.0f}"
        case "kg":
            return f"{count(value / 1000)}{NO_BREAK}t" if value >= 9_500 else f"{count(value)}{NO_BREAK}kg"
        case _:
            return count(value)


def spread(low: str, high: str) -> str:
    """Join the ends of a range, naming a unit they share once: `14.7 to 20.4 million`; `mostly 7 days` has no ends."""
    if low == high:
        return f"mostly {low}"
    start, _, unit = low.partition(NO_BREAK)
    plain = start.lstrip("+−").replace(".", "").replace(",", "").isdigit()
    return f"{start if plain and unit and unit == high.partition(NO_BREAK)[2] else low} to {high}"


def law(text: str) -> str:
    """Return a law as a file writes it in plain words: `{uniform: [0.05, 0.25]}` as `5 to 25 %`."""
    found = re.fullmatch(r"\{(\w+): \[([^\[\]]+)\]\}", text.strip())
    if found is None or found[1] not in {"uniform", "triangular", "pert"}:
        return _plain_share(text)
    parts = [part.strip() for part in found[2].split(",")]
    ends = spread(_plain_share(parts[0]), _plain_share(parts[-1]))
    return ends if len(parts) < 3 else f"{ends}, most likely {_plain_share(parts[1])}"


def _plain_share(text: str) -> str:
    """Return a bare number up to one as a percentage, anything else as it stands."""
    number = re.fullmatch(r"[01]?\.\d+|[01]", text.strip())
    return percent(float(text)) if number else text.strip()


@dataclass(frozen=True)
class Verdict:
    """What a paired comparison amounts to: a direction, and how sure it is."""

    direction: str  # "better", "worse", "same" or "open"
    chance: float

    @property
    def adverb(self) -> str:
        """How sure, in the words that the page explains: at least 99, 90 or 66 in 100."""
        if self.chance >= 0.99:
            return "almost certainly"
        return "very likely" if self.chance >= 0.90 else "likely"


def verdict(p_better: float, p_tie: float) -> Verdict:
    """Judge a comparison by the share of paired replicates in which one side is better, equal or worse."""
    p_worse = max(0.0, 1.0 - p_better - p_tie)
    if p_tie >= 0.66:
        return Verdict("same", p_tie)
    if p_better >= 0.66:
        return Verdict("better", p_better)
    if p_worse >= 0.66:
        return Verdict("worse", p_worse)
    return Verdict("open", max(p_better, p_worse))


def listed(words: list[str], last: str = "and") -> str:
    """Join words as a sentence does: `a, b and c`."""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} {last} {words[-1]}" if words else ""


def _whole(value: float) -> int:
    return math.floor(value + 0.5)


def _trimmed(value: float) -> str:
    shown = f"{value:.1f}" if value < 100 else f"{value:.0f}"
    return shown.removesuffix(".0")
