# SPDX-License-Identifier: Apache-2.0
"""What changed in one term, field by field, in words."""

from __future__ import annotations

from dataclasses import dataclass

from ..agreement import Term
from ..wording import listed


@dataclass(frozen=True)
class TermChange:
    """A term that two agreements have, before and after, and a line on each thing that changed."""

    before: Term
    after: Term
    lines: tuple[str, ...]

    @property
    def says_otherwise(self) -> bool:
        """Whether its sentence changed."""
        return self.before.sentence != self.after.sentence


def change_of(before: Term, after: Term) -> TermChange:
    """Return what changed in a term; no lines where nothing did."""
    titles = {name: title for term in (before, after) for _, name, title in term.names}
    lines = [] if before.name == after.name else [f"named {after.name} instead of {before.name}"]
    for key in dict.fromkeys((*before.fields, *after.fields)):
        lines += _field(key.replace("_", " "), before.fields.get(key, ""), after.fields.get(key, ""), titles)
    lines += _members("obliges", before.obliges, after.obliges)
    if before.timing != after.timing:
        lines.append(f"time: {_sentence(after.timing)} instead of: {_sentence(before.timing)}")
    if before.cite != after.cite:
        lines.append(_replaced("taken from", before.cite, after.cite))
    return TermChange(before, after, tuple(lines))


def _field(label: str, before: str, after: str, titles: dict[str, str]) -> list[str]:
    """Return the lines on one field, whose values are texts as a file would say them."""
    if before == after:
        return []
    if all(text.startswith("[") and text.endswith("]") and "{" not in text for text in (before, after) if text):
        return _members(label, _items(before, titles), _items(after, titles))
    return [_replaced(label, _said(before, titles), _said(after, titles))]


def _items(text: str, titles: dict[str, str]) -> tuple[str, ...]:
    return tuple(_said(item.strip(), titles) for item in text.strip("[]").split(",") if item.strip())


def _members(label: str, before: tuple[str, ...], after: tuple[str, ...]) -> list[str]:
    """Say who or what comes to a list and who leaves it; nothing of its order."""
    come = [member for member in after if member not in before]
    gone = [member for member in before if member not in after]
    lines = [f"{label}: also {listed(come)}"] if come else []
    return [*lines, f"{label}: no longer {listed(gone)}"] if gone else lines


def _replaced(label: str, before: str, after: str) -> str:
    if not before:
        return f"{label}: {after}, where nothing was said"
    return f"{label}: {after} instead of {before}" if after else f"{label}: nothing is said any more, it was {before}"


def _said(text: str, titles: dict[str, str]) -> str:
    """Return a value in words: the title of what it names, yes or no, words without underscores."""
    plain = {"true": "yes", "false": "no"}.get(text, text)
    return titles.get(plain, plain.replace("_", " "))


def _sentence(timing: str) -> str:
    return timing or "It lasts as the agreement."
