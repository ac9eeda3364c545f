# SPDX-License-Identifier: Apache-2.0
"""What one agreement adds to another, takes from it and changes in it, in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..agreement import Agreement, Term
from .changes import TermChange, change_of
from .phrases import moment, origin
from .rendering import render

if TYPE_CHECKING:
    from ..scenario import Scenario


@dataclass(frozen=True)
class AgreementDifference:
    """What an agreement says otherwise than another.

    Attributes
    ----------
    before, after
        The two agreements.
    added, taken
        Terms in force in `after` alone, and in `before` alone.
    changed
        Terms that both have and that say different things, each with what changed.
    shared
        How many terms both have alike.
    general
        What is otherwise of the whole: its date, the order of its terms.
    made_with
        Where the documents say they come from.
    """

    before: Agreement
    after: Agreement
    added: tuple[Term, ...]
    taken: tuple[Term, ...]
    changed: tuple[TermChange, ...]
    shared: int
    general: tuple[str, ...]
    made_with: str

    @property
    def is_nothing(self) -> bool:
        """Whether both say the same."""
        return not (self.added or self.taken or self.changed or self.general)

    def document(self, format: str = "text") -> str:  # noqa: A002 - as people call it
        """Return the difference as "text", "markdown" or "html", a page that loads nothing from elsewhere.

        Raises
        ------
        UnknownNameError
            If there is no such format.
        """
        return render("difference", format, found=self, says=self._says, switched_off=self._switched_off)

    def __str__(self) -> str:
        return self.document("text")

    def _repr_markdown_(self) -> str:
        return self.document("markdown")

    def _switched_off(self, term: Term) -> bool:
        """Whether a term that is taken away is still listed."""
        return any(other.name == term.name and not other.on for other in self.after.terms)

    @property
    def _says(self) -> str:
        before, after = self.before.name, self.after.name
        if self.is_nothing:
            return f"Nothing: {after} and {before} say the same."
        alike = f" {self.shared} {'term is' if self.shared == 1 else 'terms are'} alike." if self.shared else ""
        return f"What {after} says otherwise than {before}.{alike}"


def diff_agreements(scenario: Scenario, before: str, after: str) -> AgreementDifference:
    """Return what an agreement adds to another, takes from it and changes in it.

    Terms are matched by name, those that were only renamed by what they say. A term that is switched off counts as one
    that is not there; title and question are no part of what is agreed.

    Parameters
    ----------
    scenario
        The scenario of both.
    before, after
        The agreements, by name; for one that stands in no file see `Scenario.with_agreement`.

    Raises
    ------
    UnknownNameError
        If there is no such agreement.

    Examples
    --------
    >>> print(aw.diff_agreements(scenario, "castello-only", "both-roads"))  # doctest: +SKIP
    """
    first, second = scenario.agreement(before), scenario.agreement(after)
    old = {term.name: term for term in first.terms if term.on}
    new = {term.name: term for term in second.terms if term.on}
    pairs = {name: name for name in old if name in new and old[name].kind == new[name].kind}
    pairs |= _renamed(old, new, pairs)
    changes = [change_of(old[name], new[other]) for name, other in pairs.items()]
    return AgreementDifference(
        before=first,
        after=second,
        added=tuple(term for name, term in new.items() if name not in pairs.values()),
        taken=tuple(term for name, term in old.items() if name not in pairs),
        changed=tuple(change for change in changes if change.lines),
        shared=sum(not change.lines for change in changes),
        general=(*_dates(first, second), *_order(list(old), list(new), pairs)),
        made_with=origin(scenario, "Agreements"),
    )


def _renamed(old: dict[str, Term], new: dict[str, Term], pairs: dict[str, str]) -> dict[str, str]:
    """Match what is left by what it says: a term that has another name and the same kind and fields."""
    found: dict[str, str] = {}
    for name, term in old.items():
        if name in pairs:
            continue
        for other, candidate in new.items():
            is_free = other not in pairs.values() and other not in found.values()
            if is_free and (term.kind, term.fields) == (candidate.kind, candidate.fields):
                found[name] = other
                break
    return found


def _dates(before: Agreement, after: Agreement) -> list[str]:
    if before.effective_from_s == after.effective_from_s:
        return []
    return [f"It takes effect on {moment(after.effective_from)} instead of {moment(before.effective_from)}."]


def _order(old: list[str], new: list[str], pairs: dict[str, str]) -> list[str]:
    """Say that the terms of both stand in another order: of two that speak of one thing the later one counts."""
    places = [new.index(pairs[name]) for name in old if name in pairs]
    if places == sorted(places):
        return []
    return ["The terms that both have stand in another order: of two that speak of one thing the later one counts."]
