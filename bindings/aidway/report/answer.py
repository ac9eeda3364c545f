# SPDX-License-Identifier: Apache-2.0
"""The answer in plain words, computed from the runs: direction, size, range, and how sure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup

from .. import results
from .cells import Cell, Cells, Difference
from .facts import Agreement, Facts
from .wording import about, count, days, listed, percent, spread

if TYPE_CHECKING:
    from ..runs import Runs

PLAIN_COST = 0.02  # of the need: a smaller mean difference between the arms is called little


@dataclass(frozen=True)
class Answer:
    """One leading sentence, what supports it, and what warns of it."""

    lead: Markup
    points: list[Markup]
    warnings: list[Markup]


def compose(runs: Runs, facts: Facts, cells: Cells) -> Answer:
    """Write the answer for the community that is worst off without an agreement."""
    focus = cells.focus(facts)
    place = results.community_label(runs, focus)
    ranked = cells.ranked(facts, focus)
    if not ranked:
        return Answer(_alone(facts, cells, focus, place), [_amounts(facts.baseline, cells, focus)], [])
    best = ranked[0]
    points = [_against(entry, facts, cells, focus) for entry in ranked[1:]]
    if len(ranked) > 1:
        points.append(_between(best, ranked[1], cells, focus))
    points += [_cost_of_breaking(best, cells, focus), _amounts(best, cells, focus)]
    points += _why(runs, best, focus)
    points += [
        _elsewhere(best, facts, cells, name, results.community_label(runs, name))
        for name in cells.communities
        if name != focus
    ]
    return Answer(_lead(best, facts, cells, focus, place), points, _warnings(runs, facts, cells))


def _lead(best: Agreement, facts: Facts, cells: Cells, focus: str, place: str) -> Markup:
    base = facts.baseline
    with_it = cells.cell(best.name, "as_kept", focus)
    without = cells.cell(base.name, "as_kept", focus)
    found = cells.difference(best.name, base.name, "as_kept", focus)
    sure = found.verdict
    numbers = Markup("{} of the food needed would be eaten{}, against {}{}").format(
        _sentence_case(about(with_it.mean)), _range(with_it), about(without.mean), _range(without)
    )
    if sure.direction == "better":
        text = Markup("If it were signed, {} would {} feed {} better than {}. {}.")
        return text.format(_name(best), sure.adverb, place, _name(base), numbers)
    if sure.direction == "worse":
        text = Markup(
            "No agreement compared would help: even {}, the least harmful, would {} leave {} worse fed than {}. {}."
        )
        return text.format(_name(best), sure.adverb, place, _name(base), numbers)
    if sure.direction == "same":
        text = Markup("No agreement compared would change what {} eats: {} equals {} in {} of 100 paired runs. {}.")
        return text.format(place, _name(best), _name(base), _in_hundred(found.p_tie), numbers)
    text = Markup(
        "No agreement compared can be told apart from {} in what {} would eat. Under {}, the best of them: {}."
    )
    return text.format(_name(base), place, _name(best), numbers[:1].lower() + numbers[1:])


def _alone(facts: Facts, cells: Cells, focus: str, place: str) -> Markup:
    cell = cells.cell(facts.baseline.name, "as_kept", focus)
    return Markup("Under {}, {} of the food needed in {} would be eaten{}.").format(
        _name(facts.baseline), about(cell.mean), place, _range(cell)
    )


def _against(entry: Agreement, facts: Facts, cells: Cells, focus: str) -> Markup:
    cell = cells.cell(entry.name, "as_kept", focus)
    found = cells.difference(entry.name, facts.baseline.name, "as_kept", focus)
    return Markup("{} would {}: {} of the need{}.").format(
        _name(entry), _judged(found, Markup("{}").format(_name(facts.baseline))), about(cell.mean), _range(cell)
    )


def _between(best: Agreement, second: Agreement, cells: Cells, focus: str) -> Markup:
    found = cells.difference(best.name, second.name, "as_kept", focus)
    text = Markup("Between the two that do most, {} would {}; the mean difference is {} of the need (80 % range {}).")
    return text.format(
        _name(best), _judged(found, _name(second)), _points(found.mean), spread(_points(found.low), _points(found.high))
    )


def _judged(found: Difference, other: Markup) -> Markup:
    sure = found.verdict
    match sure.direction:
        case "better":
            return Markup("{} do better than {} (in {} of 100 paired runs)").format(
                sure.adverb, other, _in_hundred(found.p_better)
            )
        case "worse":
            return Markup("{} do worse than {} (in {} of 100 paired runs)").format(
                sure.adverb, other, _in_hundred(sure.chance)
            )
        case "same":
            return Markup("do the same as {} (in {} of 100 paired runs)").format(other, _in_hundred(found.p_tie))
        case _:
            return Markup("not be told apart from {} (better in {}, equal in {} of 100 paired runs)").format(
                other, _in_hundred(found.p_better), _in_hundred(found.p_tie)
            )


def _cost_of_breaking(best: Agreement, cells: Cells, focus: str) -> Markup:
    signed = cells.cell(best.name, "as_signed", focus)
    kept = cells.cell(best.name, "as_kept", focus)
    cost = signed.mean - kept.mean
    if cost >= PLAIN_COST:
        text = Markup(
            "If every party kept every word of {}, it would be {}{}: broken promises cost {} of the need on average."
        )
        return text.format(_name(best), about(signed.mean), _range(signed), _points(cost))
    text = Markup("Whether the parties keep their word changes little under {}: {} if every word were kept{}.")
    return text.format(_name(best), about(signed.mean), _range(signed))


def _amounts(entry: Agreement, cells: Cells, focus: str) -> Markup:
    """Say what stays unmet, always with what then stands in the stores."""
    if not {"unmet_rations", "closing_stock"} <= set(cells.outcomes):
        cell = cells.cell(entry.name, "as_kept", focus)
        return Markup("The 80 % range of coverage is {}.").format(spread(percent(cell.low), percent(cell.high)))
    unmet = cells.cell(entry.name, "as_kept", focus, "unmet_rations")
    stock = cells.cell(entry.name, "as_kept", focus, "closing_stock")
    text = Markup(
        "Under {}, {} daily rations would stay unmet (80 % range {}); food for {} of full need "
        "would stand in stores and homes at the end (80 % range {})."
    )
    return text.format(
        _name(entry), count(unmet.mean), spread(count(unmet.low), count(unmet.high)),
        days(stock.mean), spread(days(stock.low), days(stock.high)),
    )  # fmt: skip


def _why(runs: Runs, best: Agreement, focus: str) -> list[Markup]:
    rations = results.reason_rations(runs, best.name, focus, "as_kept")
    total = float(rations.sum())
    losses = rations.drop("delivered", errors="ignore")
    losses = losses[losses > 0].sort_values(ascending=False)
    if total <= 0 or losses.empty:
        return []
    worst = [
        f"{results.reason_label(str(name))} ({percent(float(value) / total)})" for name, value in losses.head(2).items()
    ]
    delivered = float(rations.get("delivered", 0.0)) / total
    text = Markup("Of the rations planned under {}, {} would be delivered; the largest losses: {}.")
    return [text.format(_name(best), percent(delivered), listed(worst))]


def _elsewhere(best: Agreement, facts: Facts, cells: Cells, community: str, place: str) -> Markup:
    found = cells.difference(best.name, facts.baseline.name, "as_kept", community)
    cell = cells.cell(best.name, "as_kept", community)
    return Markup("In {}, {} would {}: {} of the need{}.").format(
        place, _name(best), _judged(found, _name(facts.baseline)), about(cell.mean), _range(cell)
    )


def _warnings(runs: Runs, facts: Facts, cells: Cells) -> list[Markup]:
    """Name every agreement that would leave somebody worse fed, in either arm."""
    found: list[Markup] = []
    for entry in facts.agreements:
        if entry.name == facts.baseline.name:
            continue
        for community in cells.communities:
            worse = []
            for arm in results.ARMS:
                difference = cells.difference(entry.name, facts.baseline.name, arm, community)
                if difference.verdict.direction == "worse":
                    worse.append((arm, difference))
            if worse:
                arms = listed([results.ARM_LABELS[arm] for arm, _ in worse])
                size = worse[-1][1]
                text = Markup(
                    "{} can backfire: {}, it would {} leave {} worse fed than {}, by {} of the need on average."
                )
                found.append(
                    text.format(
                        _name(entry), arms, size.verdict.adverb, results.community_label(runs, community),
                        _name(facts.baseline), _points(-size.mean),
                    )
                )  # fmt: skip
    return found


def _name(entry: Agreement) -> Markup:
    return Markup("<b>{}</b>").format(entry.label)


def _range(cell: Cell) -> Markup:
    return Markup(' <span class="range">({}; 80&nbsp;% range {})</span>').format(
        percent(cell.mean), spread(percent(cell.low), percent(cell.high))
    )


def _points(share: float) -> str:
    size = f"{100 * abs(share):.0f}" if abs(share) >= 0.0095 or share == 0 else f"{100 * abs(share):.1f}"
    sign = "−" if share < 0 and float(size) > 0 else ""
    return f"{sign}{size}\u00a0%"


def _in_hundred(chance: float) -> str:
    if 0.995 <= chance < 1:
        return "over 99"
    if 0 < chance < 0.005:
        return "under 1"
    return f"{100 * chance:.0f}"


def _sentence_case(text: str) -> str:
    return text[:1].upper() + text[1:]
