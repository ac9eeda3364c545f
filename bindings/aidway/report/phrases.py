# SPDX-License-Identifier: Apache-2.0
"""Parts of sentences that the answer is put together from."""

from __future__ import annotations

import math

from markupsafe import Markup

from .. import results, wording
from ..wording import NO_BREAK, listed, percent, spread
from .cells import Cell, Cells, Difference
from .facts import Agreement


def name_of(entry: Agreement) -> Markup:
    """Return the name of an agreement, set off from the words around it."""
    return Markup("<b>{}</b>").format(entry.label)


def displaced(cells: Cells, agreement: str, arm: str, community: str) -> str:
    """Say how many people are away; empty where the runs do not follow them."""
    away = cells.away(agreement, arm, community)
    return "" if away is None else wording.displaced(away.mean)


def eaten(cells: Cells, agreement: str, arm: str, community: str) -> Markup:
    """Return a share of need eaten with its range, and beside it always the displaced people."""
    cell = cells.cell(agreement, arm, community)
    told = [percent(cell.mean), f"80{NO_BREAK}% range {range_of(cell)}", displaced(cells, agreement, arm, community)]
    if percent(cell.low) == percent(cell.high):
        told[1] = ""  # a range that prints as one figure says nothing beside it
    return Markup(' <span class="range">({})</span>').format("; ".join(part for part in told if part))


def range_of(cell: Cell) -> str:
    """Return the 80 % range of a share."""
    return spread(percent(cell.low), percent(cell.high))


def judged(found: Difference, other: Markup) -> Markup:
    """Say what a paired difference amounts to: `almost certainly do better than ...`."""
    sure = found.verdict
    match sure.direction:
        case "better":
            return Markup("{} do better than {} (in {} of 100 paired runs)").format(
                sure.adverb, other, in_hundred(found.p_better)
            )
        case "worse":
            return Markup("{} do worse than {} (in {} of 100 paired runs)").format(
                sure.adverb, other, in_hundred(sure.chance)
            )
        case "same":
            return Markup("do the same as {} (in {} of 100 paired runs)").format(other, in_hundred(found.p_tie))
        case _:
            return Markup("not be told apart from {} (better in {}, equal in {} of 100 paired runs)").format(
                other, in_hundred(found.p_better), in_hundred(found.p_tie)
            )


def points(share: float) -> str:
    """Return a difference of shares: `−4 %`; small ones with a digit more."""
    size = f"{100 * abs(share):.0f}" if abs(share) >= 0.0095 or share == 0 else f"{100 * abs(share):.1f}"
    sign = "−" if share < 0 and float(size) > 0 else ""
    return f"{sign}{size}{NO_BREAK}%"


def differs(value: float, unit: str) -> str:
    """Return a difference in the unit of its outcome: `−4 %`, `12 days`, `−1.2 million`."""
    if math.isnan(value):
        return "not known"
    if unit in {"share", "1", ""}:
        return points(value)
    shown = wording.by_unit(abs(value), unit)
    return f"−{shown}" if value < 0 and shown.split(NO_BREAK)[0] != "0" else shown


def displaced_under(cells: Cells, agreements: list[Agreement], community: str, arm: str = "as_kept") -> str:
    """Say who is away under each agreement, to stand beside a coverage; empty where the runs do not follow them."""
    told = [(entry.label, displaced(cells, entry.name, arm, community)) for entry in agreements]
    if not all(words for _, words in told):
        return ""
    if len({words for _, words in told}) == 1:
        return f"Beside it, {results.ARM_LABELS[arm]}: {told[0][1]} under {listed([name for name, _ in told])}."
    return f"Beside it, {results.ARM_LABELS[arm]}: {'; '.join(f'{name}, {words}' for name, words in told)}."


def in_hundred(chance: float) -> str:
    """Return a chance as runs of a hundred."""
    if 0.995 <= chance < 1:
        return "over 99"
    if 0 < chance < 0.005:
        return "under 1"
    return f"{100 * chance:.0f}"


def sentence_case(text: str) -> str:
    """Return the text with a capital first letter."""
    return text[:1].upper() + text[1:]
