# SPDX-License-Identifier: Apache-2.0
"""Agreements and their terms, and how a new one is built on another."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from . import _engine
from .errors import RequestError, require_name
from .instants import to_local

NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")


@dataclass(frozen=True)
class Term:
    """One term of an agreement.

    Attributes
    ----------
    name
        Unique in the agreement: the given one, else kind/object, "open_road/castello".
    kind
        What sort of term it is: "open_road", "checkpoint".
    on
        False for a term that is switched off: it is listed, and has no effect.
    fields
        What it says, by key, as a file would say it: {"road": "castello", "for": "[aid]", "hours": "06:00-18:00"}.
    sentence, timing
        The same in plain language; since when, until when and how often renewed ("" where it lasts as the agreement).
    obliges
        Titles of the parties that must keep it.
    breach
        What counts as a breach of it; "" where nobody can break it.
    renewed
        Whether it lapses unless it is renewed.
    begins, ends
        When it holds, on the scenario's clock and within its period; equal where it never does.
    chapter
        The part of an agreement that it belongs to: "Ending violence".
    names
        What of the scenario it names: (what, name, title), ("road", "castello", "Castello Road").
    cite
        Where it is taken from.
    written_in
        The agreement that wrote it: another one where it is inherited.
    place
        Where it is written: "agreements/one-road.yaml:8:5".
    """

    name: str
    kind: str
    on: bool
    fields: Mapping[str, str]
    sentence: str
    timing: str
    obliges: tuple[str, ...]
    breach: str
    renewed: bool
    begins: datetime
    ends: datetime
    chapter: str
    names: tuple[tuple[str, str, str], ...]
    cite: str
    written_in: str
    place: str


@dataclass(frozen=True)
class Agreement:
    """An agreement as it is simulated: what it extends written out, what is switched off marked.

    Attributes
    ----------
    name, title, question
        What it is called, what it is, what it was written to ask.
    effective_from
        When it begins, on the scenario's clock; `effective_from_s` in UTC seconds since 1970.
    extends
        The agreement that it is built on; "" if none.
    terms
        Its terms in the order in which they are applied.
    text
        All of it as a file would say it, in one way only: equal agreements have equal texts.
    """

    name: str
    title: str
    question: str
    effective_from: datetime
    effective_from_s: int
    extends: str
    terms: tuple[Term, ...]
    text: str

    def term(self, name: str) -> Term:
        """Return the term of that name.

        Raises
        ------
        UnknownNameError
            If there is none.
        """
        require_name("term", name, [term.name for term in self.terms])
        return next(term for term in self.terms if term.name == name)

    def __repr__(self) -> str:
        return f"<Agreement {self.name}: {', '.join(term.name for term in self.terms if term.on) or 'no terms'}>"

    def _repr_html_(self) -> str:
        rows = "".join(
            f"<tr><td><code>{html.escape(term.name)}</code></td><td style='text-align:left'>"
            f"{html.escape(' '.join(filter(None, (term.sentence, term.timing))))}{'' if term.on else ' (switched off)'}"
            f"</td><td style='text-align:left'>{html.escape(', '.join(term.obliges))}</td></tr>"
            for term in self.terms
        )
        return (
            f"<strong>{html.escape(self.title)}</strong><br>{html.escape(self.question)}<br>"
            f"from {self.effective_from:%d %B %Y, %H:%M}"
            "<table><thead><tr><th>term</th><th style='text-align:left'>what it says</th>"
            f"<th style='text-align:left'>obliged</th></tr></thead><tbody>{rows}</tbody></table>"
        )


def read_agreement(scenario: _engine.Scenario, name: str) -> Agreement:
    """Return an agreement of a scenario that has one of that name."""
    found = scenario.agreement(name)
    return Agreement(
        name=found["name"],
        title=found["title"],
        question=found["question"],
        effective_from=to_local(found["effective_from_s"], scenario.timezone),
        effective_from_s=int(found["effective_from_s"]),
        extends=found["extends"],
        terms=tuple(_read_term(term, scenario.timezone) for term in found["terms"]),
        text=found["text"],
    )


def _read_term(found: Mapping[str, Any], timezone: str) -> Term:
    told = {key: value for key, value in found.items() if key not in ("from_s", "until_s")}
    told["obliges"], told["names"] = tuple(found["obliges"]), tuple(found["names"])
    begins, ends = (to_local(found[key], timezone) for key in ("from_s", "until_s"))
    return Term(**told, begins=begins, ends=ends)


@dataclass(frozen=True)
class AddedAgreement:
    """What was asked of `Scenario.with_agreement`: enough to ask it again."""

    name: str
    base: str | None
    title: str | None
    question: str | None
    effective_from: str | None
    without: tuple[str, ...]
    replace: Mapping[str, Any]
    terms: tuple[Mapping[str, Any], ...]

    def added_to(self, scenario: _engine.Scenario) -> _engine.Scenario:
        """Return the scenario with this agreement, last."""
        if not NAME.fullmatch(self.name):
            raise RequestError(f"'{self.name}' cannot name an agreement: letters, digits, '-', '_' and '.' only")
        if self.base is not None:
            require_name("agreement", self.base, scenario.agreements)
        head: dict[str, Any] = {"agreement": self.name, "title": self.title or self._title(scenario)}
        optional = {"question": self.question, "extends": self.base, "effective_from": self.effective_from}
        head |= {key: value for key, value in optional.items() if value is not None}
        if self.without:
            head["without"] = list(self.without)
        return scenario.with_agreement(head, list(self.terms), dict(self.replace))

    def request(self) -> dict[str, Any]:
        """Return the arguments of `Scenario.with_agreement`, ready for JSON, without those that were not given."""
        every = {
            "name": self.name,
            "base": self.base,
            "title": self.title,
            "question": self.question,
            "effective_from": self.effective_from,
            "without": list(self.without),
            "replace": dict(self.replace),
            "terms": list(self.terms),
        }
        return {key: value for key, value in every.items() if value}

    def _title(self, scenario: _engine.Scenario) -> str:
        if self.base is None:
            return self.name
        return f"{scenario.agreement(self.base)['title']}, changed"


def asked(
    name: str,
    base: str | None,
    *,
    title: str | None,
    question: str | None,
    effective_from: str | datetime | None,
    without: Sequence[str],
    replace: Mapping[str, Any] | None,
    terms: Sequence[Mapping[str, Any]],
) -> AddedAgreement:
    """Gather the arguments of `Scenario.with_agreement` in one value of its own."""
    return AddedAgreement(
        name=name,
        base=base,
        title=title,
        question=question,
        effective_from=_as_written(effective_from),
        without=(without,) if isinstance(without, str) else tuple(without),
        replace=dict(replace or {}),
        terms=tuple(dict(term) for term in terms),
    )


def _as_written(moment: str | datetime | None) -> str | None:
    """Return a moment as an agreement file says it: on the scenario's clock, without an offset."""
    if not isinstance(moment, datetime):
        return moment
    if moment.tzinfo is not None:
        raise RequestError("the date of an agreement is read by the scenario's clock: give it without an offset")
    return moment.strftime("%Y-%m-%dT%H:%M:%S")
