# SPDX-License-Identifier: Apache-2.0
"""The standing sentences of a document, once for every form that it is given in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from .. import _engine
from ..wording import listed

if TYPE_CHECKING:
    from ..agreement import Agreement
    from ..scenario import Scenario
    from .handing_over import Article

RENEWALS = {
    "nothing_broken": "if no obligation of it was broken since the last renewal",
    "all_kept": "if every obligation of it is kept at that time",
}


@dataclass(frozen=True)
class Phrases:
    """Sentences around the articles; "" where there is nothing to say."""

    draft: str
    question: str
    duration: str
    renewal: str
    holders: str
    nobodys: str
    not_covered: str
    off: str
    origin: str


def phrases(scenario: Scenario, agreement: Agreement, articles: list[Article]) -> Phrases:
    """Return the sentences that go with an agreement and its articles."""
    off = [term.name for term in agreement.terms if not term.on]
    return Phrases(
        draft="Draft agreement for negotiation. It binds nobody until it is signed.",
        question=f"The question it was written to answer: {agreement.question}" if agreement.question else "",
        duration=f"It takes effect on {moment(agreement.effective_from)} ({scenario.timezone} time). It names no end: "
        "each article holds as long as the agreement, unless it says otherwise. It was examined up to "
        f"{_last_day(scenario)}.",
        renewal=_renewal(scenario, [of for of in articles if of.term.renewed]),
        holders="Who holds a gate is told as of the day on which the agreement begins.",
        nobodys=_nobodys([of for of in articles if not of.term.obliges]),
        not_covered="Said so that nobody reads it into the text.",
        off=f"Left out, and without effect: {listed(off)}." if off else "",
        origin=origin(scenario, f"Agreement “{agreement.name}”"),
    )


def origin(scenario: Scenario, what: str) -> str:
    """Say where a document comes from."""
    return f"{what} of the scenario “{scenario.title}”, written by Aidway {_engine.version()}."


def numbered(articles: list[Article]) -> str:
    """Name articles by their numbers: "article 3", "articles 1 and 3"."""
    numbers = listed([str(article.number) for article in articles])
    return f"{'article' if len(articles) == 1 else 'articles'} {numbers}"


def moment(when: datetime) -> str:
    """Return a moment in words: "12 September 2016, 19:00"; a midnight is its day."""
    day = f"{when.day} {when:%B %Y}"
    return day if (when.hour, when.minute) == (0, 0) else f"{day}, {when:%H:%M}"


def _last_day(scenario: Scenario) -> str:
    """Return the last day of the period, whose end is not part of it."""
    last = scenario.period[1] - timedelta(seconds=1)
    return f"{last.day} {last:%B %Y}"


def _renewal(scenario: Scenario, renewed: list[Article]) -> str:
    if not renewed:
        return ""
    test = next((value["value"] for value in scenario.engine.values() if value["path"] == "renewal/test"), None)
    granted = f" A renewal is given {RENEWALS[str(test)]}." if test in RENEWALS else ""
    lapses = "lapses" if len(renewed) == 1 else "lapse"
    return f"{numbered(renewed).capitalize()} {lapses} unless renewed.{granted} A lapse ends no other article."


def _nobodys(articles: list[Article]) -> str:
    return f"Nobody is obliged by {numbered(articles)}." if articles else ""
