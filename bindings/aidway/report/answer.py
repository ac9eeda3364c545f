# SPDX-License-Identifier: Apache-2.0
"""The answer in plain words, computed from the runs: direction, size, range, and how sure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup

from .. import results
from ..tables import NEEDED
from ..wording import about, count, days, listed, percent, spread
from .asked import Asked, what_is_asked
from .cells import DEPARTURES, STAYERS, Cells
from .facts import Agreement, Facts
from .phrases import differs, displaced, eaten, in_hundred, judged, name_of, points, range_of, sentence_case

if TYPE_CHECKING:
    from ..runs import Runs

PLAIN_COST = 0.02  # of the need: a smaller mean difference between the arms is called little
PLAIN_HARM = 0.005  # of the need: a smaller mean harm is no warning
APART_ALONE = 2  # more agreements that cannot be compared share one point
EVACUATED = "evacuated"
LEAVE = "because people would leave"
NEVER = "emptying a town is never success"
STAY = "because fewer people would be driven out, so that more must be fed"


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
    apart = _all_apart(facts, cells, focus)
    if not ranked:
        asked = what_is_asked(runs, facts, cells, focus)
        led = _alone(facts, cells, focus, place) + ("" if asked is None else _led_by(asked, facts, cells, focus))
        return Answer(led, [*apart, _amounts(facts.baseline, cells, focus)], _warnings(runs, facts, cells))
    best = ranked[0]
    told = [_between(best, ranked[1], cells, focus)] if len(ranked) > 1 else []
    told += apart
    told += [_cost_of_breaking(best, cells, focus), _amounts(best, cells, focus), *_why(runs, best, focus)]
    told += [
        _elsewhere(best, facts, cells, name, results.community_label(runs, name))
        for name in cells.communities
        if name != focus
    ]
    return Answer(_lead(best, facts, cells, focus, place), told, _warnings(runs, facts, cells))


def _lead(best: Agreement, facts: Facts, cells: Cells, focus: str, place: str) -> Markup:
    base = facts.baseline
    with_it = cells.cell(best.name, "as_kept", focus)
    without = cells.cell(base.name, "as_kept", focus)
    found = cells.difference(best.name, base.name, "as_kept", focus)
    sure = found.verdict
    numbers = Markup("{} of the food needed would be eaten{}, against {}{}").format(
        sentence_case(about(with_it.mean)), eaten(cells, best.name, "as_kept", focus),
        about(without.mean), eaten(cells, base.name, "as_kept", focus),
    )  # fmt: skip
    if sure.direction == "better":
        text = Markup("If it were signed, {} would {} feed {} better than {}. {}.")
        return text.format(name_of(best), sure.adverb, place, name_of(base), numbers)
    if sure.direction == "worse":
        text = Markup(
            "No agreement compared would help: even {}, the least harmful, would {} leave {} worse fed than {}. {}."
        )
        return text.format(name_of(best), sure.adverb, place, name_of(base), numbers)
    if sure.direction == "same":
        text = Markup("No agreement compared would change what {} eats: {} equals {} in {} of 100 paired runs. {}.")
        return text.format(place, name_of(best), name_of(base), in_hundred(found.p_tie), numbers)
    text = Markup(
        "No agreement compared can be told apart from {} in what {} would eat. Under {}, the best of them: {}."
    )
    return text.format(name_of(base), place, name_of(best), numbers[:1].lower() + numbers[1:])


def _alone(facts: Facts, cells: Cells, focus: str, place: str) -> Markup:
    cell = cells.cell(facts.baseline.name, "as_kept", focus)
    return Markup("Under {}, {} of the food needed in {} would be eaten{}.").format(
        name_of(facts.baseline), about(cell.mean), place, eaten(cells, facts.baseline.name, "as_kept", focus)
    )


def _led_by(asked: Asked, facts: Facts, cells: Cells, focus: str) -> Markup:
    """Say which agreement leads by what is safe to compare, where the share eaten is not."""
    if not asked.fair:
        return Markup(" No agreement compared can be held against it: other people would be there under each.")
    found = cells.difference(asked.best.name, facts.baseline.name, "as_kept", focus, asked.outcome)
    beside = displaced(cells, asked.best.name, "as_kept", focus)
    text = Markup(
        " By the share eaten no agreement can be held against it, because other people would be there. By {}, {} would "
        "{}: a difference of {} (80 % range {}{})."
    )
    return text.format(
        asked.label, name_of(asked.best), judged(found, name_of(facts.baseline)), differs(found.mean, asked.unit),
        spread(differs(found.low, asked.unit), differs(found.high, asked.unit)), f"; {beside}" if beside else "",
    )  # fmt: skip


def _between(best: Agreement, second: Agreement, cells: Cells, focus: str) -> Markup:
    """Hold the two that do most against each other."""
    found = cells.difference(best.name, second.name, "as_kept", focus)
    text = Markup("Next comes {}{}. {} would {}; the mean difference is {} of the need (80 % range {}).")
    return text.format(
        name_of(second), eaten(cells, second.name, "as_kept", focus), name_of(best), judged(found, name_of(second)),
        points(found.mean), spread(points(found.low), points(found.high)),
    )  # fmt: skip


def _all_apart(facts: Facts, cells: Cells, focus: str) -> list[Markup]:
    """Speak of the agreements that cannot be compared: of each by itself, or of many in one breath."""
    entries = cells.apart(facts, focus)
    if len(entries) <= APART_ALONE:
        return [_apart(entry, facts, cells, focus) for entry in entries]
    found = []
    for reason in (LEAVE, STAY):
        told = [
            Markup("{}{}").format(name_of(entry), eaten(cells, entry.name, "as_kept", focus))
            for entry in entries
            if _reason_apart(entry, facts, cells, focus) == reason
        ]
        if told:
            text = Markup("Not to be compared by what is eaten, {}: {}.{}")
            never = f" {sentence_case(NEVER)}." if reason == LEAVE else ""
            found.append(text.format(reason, Markup("; ").join(told), never))
    return found


def _reason_apart(entry: Agreement, facts: Facts, cells: Cells, focus: str) -> str:
    """Say why an agreement cannot be held against the baseline by what is eaten."""
    ours, theirs = (cells.away(name, "as_kept", focus) for name in (entry.name, facts.baseline.name))
    return STAY if ours is not None and theirs is not None and ours.mean < theirs.mean else LEAVE


def _apart(entry: Agreement, facts: Facts, cells: Cells, focus: str) -> Markup:
    """Speak of an agreement under which other people are there: what those who stay miss is the fair measure."""
    cell = cells.cell(entry.name, "as_kept", focus)
    reason = _reason_apart(entry, facts, cells, focus)
    text = Markup("{} cannot be compared by what is eaten, {}. Those present would eat {} of their need{}.")
    told = text.format(
        name_of(entry), f"{reason}: {NEVER}" if reason == LEAVE else reason, about(cell.mean),
        eaten(cells, entry.name, "as_kept", focus),
    )  # fmt: skip
    stay, without = (_missed_by_each(name, facts, cells, focus) for name in (entry.name, facts.baseline.name))
    if stay is None or without is None:
        return told
    text = Markup(" Each of those who stay to the end would miss {} of food on average, against {} under {}.")
    return told + text.format(days(stay), days(without), name_of(facts.baseline))


def _missed_by_each(agreement: str, facts: Facts, cells: Cells, focus: str) -> float | None:
    """Return the days of food that each of those who stay misses: a sum would shrink with their number."""
    if not {STAYERS, DEPARTURES, NEEDED} <= set(cells.outcomes):
        return None
    missed, left, needed = (
        cells.cell(agreement, "as_kept", focus, name).mean for name in (STAYERS, DEPARTURES, NEEDED)
    )
    if EVACUATED in cells.outcomes:
        left += cells.cell(agreement, "as_kept", focus, EVACUATED).mean
    there = needed / facts.days - left
    return missed / there if there >= 1 else None


def _cost_of_breaking(best: Agreement, cells: Cells, focus: str) -> Markup:
    signed = cells.cell(best.name, "as_signed", focus)
    kept = cells.cell(best.name, "as_kept", focus)
    cost = signed.mean - kept.mean
    beside = eaten(cells, best.name, "as_signed", focus)
    if cost >= PLAIN_COST:
        text = Markup(
            "If every party kept every word of {}, it would be {}{}: broken promises cost {} of the need on average."
        )
        return text.format(name_of(best), about(signed.mean), beside, points(cost))
    text = Markup("Whether the parties keep their word changes little under {}: {} if every word were kept{}.")
    return text.format(name_of(best), about(signed.mean), beside)


def _amounts(entry: Agreement, cells: Cells, focus: str) -> Markup:
    """Say what stays unmet, always with the displaced and with what then stands in the stores."""
    if not {"unmet_rations", "closing_stock"} <= set(cells.outcomes):
        return Markup("The 80 % range of coverage is {}.").format(range_of(cells.cell(entry.name, "as_kept", focus)))
    unmet = cells.cell(entry.name, "as_kept", focus, "unmet_rations")
    stock = cells.cell(entry.name, "as_kept", focus, "closing_stock")
    beside = displaced(cells, entry.name, "as_kept", focus)
    text = Markup(
        "Under {}, {} daily rations would stay unmet (80 % range {}{}); food for {} of full need "
        "would stand in stores and homes at the end (80 % range {})."
    )
    return text.format(
        name_of(entry), count(unmet.mean), spread(count(unmet.low), count(unmet.high)),
        f"; {beside}" if beside else "", days(stock.mean), spread(days(stock.low), days(stock.high)),
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
    return [text.format(name_of(best), percent(delivered), listed(worst))]


def _elsewhere(best: Agreement, facts: Facts, cells: Cells, community: str, place: str) -> Markup:
    cell = cells.cell(best.name, "as_kept", community)
    beside = eaten(cells, best.name, "as_kept", community)
    if not cells.comparable(best.name, facts.baseline.name, "as_kept", community):
        text = Markup("In {}, {} of the need would be eaten under {}{}: not comparable, because people would leave.")
        return text.format(place, about(cell.mean), name_of(best), beside)
    found = cells.difference(best.name, facts.baseline.name, "as_kept", community)
    text = Markup("In {}, {} would {}: {} of the need{}.")
    return text.format(place, name_of(best), judged(found, name_of(facts.baseline)), about(cell.mean), beside)


def _warnings(runs: Runs, facts: Facts, cells: Cells) -> list[Markup]:
    """Name every agreement that would leave somebody worse fed, in either arm."""
    found: list[Markup] = []
    for entry in facts.others:
        for community in cells.communities:
            worse = []
            for arm in results.ARMS:
                difference = cells.difference(entry.name, facts.baseline.name, arm, community)
                fair = cells.comparable(entry.name, facts.baseline.name, arm, community)
                if fair and difference.verdict.direction == "worse" and -difference.mean >= PLAIN_HARM:
                    worse.append((arm, difference))
            if worse:
                arms = listed([results.ARM_LABELS[arm] for arm, _ in worse])
                size = worse[-1][1]
                text = Markup(
                    "{} can backfire: {}, it would {} leave {} worse fed than {}, by {} of the need on average{}."
                )
                beside = displaced(cells, entry.name, worse[-1][0], community)
                found.append(
                    text.format(
                        name_of(entry), arms, size.verdict.adverb, results.community_label(runs, community),
                        name_of(facts.baseline), points(-size.mean), f" ({beside})" if beside else "",
                    )
                )  # fmt: skip
    return found
