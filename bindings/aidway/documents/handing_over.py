# SPDX-License-Identifier: Apache-2.0
"""An agreement as a text that a negotiator can hand over."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..agreement import Agreement, Term
from ..errors import require_name
from ..wording import listed
from .phrases import moment, numbered, phrases
from .rendering import FORMATS, render

if TYPE_CHECKING:
    from ..scenario import Scenario


@dataclass(frozen=True)
class Article:
    """A term in force with its number in the document."""

    number: int
    term: Term
    until: str


@dataclass(frozen=True)
class Place:
    """What a name in the text means."""

    title: str
    means: str


def document(scenario: Scenario, agreement: str, format: str = "markdown") -> str:  # noqa: A002 - as people call it
    """Return an agreement as a document: parties, dates, places, articles, obligations by party, what is not covered.

    Parameters
    ----------
    scenario
        The scenario.
    agreement
        The agreement.
    format
        "markdown", "html" (one page that loads nothing from elsewhere), or "text", as `Scenario.describe`.

    Raises
    ------
    UnknownNameError
        If there is no such agreement or format.

    Notes
    -----
    The same scenario gives the same text. Terms that are switched off are named, and no part of it.
    """
    require_name("format", format, FORMATS)
    if format == "text":
        return scenario.describe(agreement)
    found = scenario.agreement(agreement)
    articles = articles_of(scenario, found)
    return render(
        "agreement",
        format,
        agreement=found,
        said=phrases(scenario, found, articles),
        chapters=by_chapter(articles),
        parties=parties_of(scenario, found),
        duties={party: [of for of in articles if party in of.term.obliges] for party in obliged(scenario, found)},
        places=places_of(scenario, found),
        not_covered=[*scenario.engine.not_covered(agreement), *out_of_reach(scenario, found)],
        cites={cite: numbered(of) for cite, of in cites_of(articles).items()},
        moment=moment,
        listed=listed,
    )


def articles_of(scenario: Scenario, agreement: Agreement) -> list[Article]:
    """Return the terms in force, chapter by chapter and numbered through."""
    order = {title: place for place, title in enumerate(scenario.engine.chapters)}
    in_force = sorted((term for term in agreement.terms if term.on), key=lambda term: order[term.chapter])
    _, end = scenario.period
    return [
        Article(number, term, "as long as the agreement" if term.ends == end else moment(term.ends))
        for number, term in enumerate(in_force, 1)
    ]


def by_chapter(articles: list[Article]) -> dict[str, list[Article]]:
    """Return the articles of each chapter that has any, in their order."""
    found: dict[str, list[Article]] = {}
    for article in articles:
        found.setdefault(article.term.chapter, []).append(article)
    return found


def obliged(scenario: Scenario, agreement: Agreement) -> list[str]:
    """Return the titles of all that must keep something, in the order of the scenario."""
    bound = {party for term in agreement.terms if term.on for party in term.obliges}
    return [title for title in scenario.parties.values() if title in bound]


def parties_of(scenario: Scenario, agreement: Agreement) -> list[tuple[str, bool]]:
    """Return the titles of the parties that are obliged or named, and whether each is obliged."""
    bound = obliged(scenario, agreement)
    named = {title for term in agreement.terms if term.on for what, _, title in term.names if what == "party"}
    return [(title, title in bound) for title in scenario.parties.values() if title in bound or title in named]


def places_of(scenario: Scenario, agreement: Agreement) -> list[Place]:
    """Return the roads, gates and communities that terms in force name, each with what it means."""
    named: dict[str, dict[str, str]] = {}
    for term in agreement.terms:
        for what, name, title in term.names if term.on else ():
            named.setdefault(what, {})[name] = title
    gates = {str(gate["name"]): str(gate["title"] or gate["name"]) for gate in scenario.engine.gates()}
    holders = _holders(scenario, agreement)
    roads = scenario.engine.roads()
    found = []
    on_roads: set[str] = set()
    for name, title in named.get("road", {}).items():
        of_road = [str(gate) for gate in roads[name]["gates"]]
        on_roads.update(of_road)
        told = [f"{gates[gate]} ({holders[gate]})" for gate in of_road]
        found.append(Place(title, f"a road that passes {listed(told)}" if told else "a road without gates"))
    for name, title in named.get("gate", {}).items():
        if name not in on_roads:
            found.append(Place(title, f"a gate, {holders[name]}"))
    for name, title in named.get("community", {}).items():
        members = next((members for members in scenario.enclaves.values() if name in members), [name])
        others = [scenario.community(other)["title"] for other in members if other != name]
        found.append(Place(title, f"a community, with {listed(others)} in one enclave" if others else "a community"))
    return found


def out_of_reach(scenario: Scenario, agreement: Agreement) -> list[str]:
    """Return in a sentence the communities to which no convoy has a way when the agreement begins and is kept."""
    if not any(term.on for term in agreement.terms):
        return []
    at_s = scenario.moment_s(agreement.name)
    reached: dict[str, bool] = {}
    for row in scenario.engine.reach(agreement.name, at_s):
        reached[row["community"]] = reached.get(row["community"], False) or bool(row["reachable"])
    cut_off = [scenario.community(name)["title"] for name, is_reached in reached.items() if not is_reached]
    if not cut_off:
        return []
    return [f"With every term kept, no convoy has a way to {listed(cut_off, 'or')} when the agreement begins."]


def cites_of(articles: list[Article]) -> dict[str, list[Article]]:
    """Return the articles by what they are taken from."""
    found: dict[str, list[Article]] = {}
    for article in articles:
        if article.term.cite:
            found.setdefault(article.term.cite, []).append(article)
    return found


def _holders(scenario: Scenario, agreement: Agreement) -> dict[str, str]:
    """Return who holds each gate when the agreement begins."""
    titles = scenario.parties
    found = {}
    for row in scenario.engine.gate_status(agreement.name, scenario.moment_s(agreement.name)):
        held_by = [titles.get(party, party) for party in row["held_by"]]
        found[str(row["gate"])] = f"held by {listed(held_by)}" if held_by else "held by nobody"
    return found
