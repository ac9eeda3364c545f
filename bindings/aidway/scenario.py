# SPDX-License-Identifier: Apache-2.0
"""A scenario: the situation that agreements are tried in."""

from __future__ import annotations

import html
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

import pandas as pd

from . import _engine, noticing, ways
from .agreement import AddedAgreement, Agreement, asked, read_agreement
from .documents import document
from .enclaves import members_of
from .errors import RequestError, require_name
from .instants import to_iso, to_local, to_seconds
from .library import library


def read_scenario(folder: str | Path, *, allow_outside: bool = False, allow_network: bool = False) -> Scenario:
    """Read a scenario folder.

    Parameters
    ----------
    folder
        A folder with `scenario.yaml`, `agreements/*.yaml` and the layers they name. A name like `common:osm-roads.yaml`
        stands for a file that ships with Aidway.
    allow_outside
        Whether files outside the folder may be read: absolute paths, `..`, links that lead out.
    allow_network
        Whether layers may be fetched from a network: `https://...`, `/vsicurl/...`, `PG:...`.

    Raises
    ------
    ScenarioError
        If anything in it is wrong; `diagnostics` holds every fault with its file, line and column.
    IoError
        If the folder or a file of it cannot be read.
    """
    return Scenario(_engine.read_scenario(str(folder), str(library()), allow_outside, allow_network))


class Scenario:
    """A network, lines of control, communities, depots, fleets and parties, with the agreements to compare.

    It never changes; `replace` and `with_agreement` give altered copies. Scenarios come from `read_scenario`.
    """

    def __init__(
        self,
        engine: _engine.Scenario,
        changes: tuple[tuple[str, str], ...] = (),
        added: tuple[AddedAgreement, ...] = (),
    ) -> None:
        self._engine = engine
        self._changes = changes
        self._added = added

    @property
    def engine(self) -> _engine.Scenario:
        """The engine's own object."""
        return self._engine

    @property
    def changes(self) -> tuple[tuple[str, str], ...]:
        """Every (path, value) replaced since the folder was read, in order."""
        return self._changes

    @property
    def added(self) -> tuple[AddedAgreement, ...]:
        """Every agreement that stands in no file of the folder, in the order in which they were added."""
        return self._added

    @property
    def name(self) -> str:
        """The scenario's short name."""
        return self._engine.name

    @property
    def title(self) -> str:
        """The scenario's title."""
        return self._engine.title

    @property
    def question(self) -> str:
        """The question that the scenario was made to answer."""
        return self._engine.question

    @property
    def folder(self) -> Path:
        """The folder it was read from."""
        return Path(self._engine.folder)

    @property
    def digest(self) -> str:
        """A fingerprint, in hexadecimal, of everything that was read."""
        return self._engine.digest

    @property
    def timezone(self) -> str:
        """The time zone in which its dates are written."""
        return self._engine.timezone

    @property
    def period(self) -> tuple[datetime, datetime]:
        """The first and last instant, on the scenario's clock."""
        return (
            to_local(self._engine.period_from_s, self.timezone),
            to_local(self._engine.period_to_s, self.timezone),
        )

    @property
    def period_to_s(self) -> int:
        """The last instant in UTC seconds since 1970."""
        return self._engine.period_to_s

    @property
    def agreements(self) -> tuple[str, ...]:
        """The names of its agreements."""
        return tuple(self._engine.agreements)

    @property
    def communities(self) -> tuple[str, ...]:
        """The names of its communities."""
        return tuple(self._engine.communities)

    @property
    def depots(self) -> tuple[str, ...]:
        """The names of its depots."""
        return tuple(self._engine.depots)

    @property
    def enclaves(self) -> dict[str, list[str]]:
        """The members of each enclave."""
        return members_of(self._engine.values())

    @property
    def goods(self) -> tuple[str, ...]:
        """The names of the goods that convoys carry."""
        return tuple(self._engine.goods)

    @property
    def parties(self) -> dict[str, str]:
        """The titles of the parties by name."""
        return self._engine.parties

    @property
    def notes(self) -> list[str]:
        """What is worth knowing of a scenario that is in order.

        What was made or mended when the folder was read: joined roads, gates where roads cross the front; then what its
        agreements say and probably do not mean, as `notes_on`.
        """
        return [*self._engine.notes, *noticing.every_note(self)]

    def notes_on(self, agreement: str) -> list[str]:
        """Return what an agreement says and probably does not mean, each with its place.

        Terms that are never in force, that later ones override, that open what is open, or that protect what nobody
        sends; hours that leave trucks no time to come back. None of it is a fault.

        Raises
        ------
        UnknownNameError
            If there is no such agreement.
        """
        return noticing.notes_on(self, require_name("agreement", agreement, self.agreements))

    @property
    def schematic(self) -> bool:
        """Whether the roads are a drawing of the network and not surveyed geometry."""
        return self._engine.schematic

    def describe(self, agreement: str | None = None) -> str:
        """Return the scenario, or one of its agreements, in plain language.

        Raises
        ------
        UnknownNameError
            If there is no such agreement.
        """
        if agreement is None:
            return self._engine.describe()
        notes = self.notes_on(agreement)
        noticed = "".join(["To be looked at:\n", *(f"  - {note}\n" for note in notes)]) if notes else ""
        return self._engine.describe(agreement) + noticed

    document = document

    def community(self, name: str) -> dict[str, Any]:
        """Return the title, lon and lat (degrees) of a community."""
        return self._engine.community(require_name("community", name, self.communities))

    def agreement(self, name: str) -> Agreement:
        """Return an agreement with its terms, those inherited and those switched off too.

        Raises
        ------
        UnknownNameError
            If there is no such agreement.
        """
        return read_agreement(self._engine, require_name("agreement", name, self.agreements))

    def with_agreement(
        self,
        name: str,
        base: str | None = None,
        *,
        without: Sequence[str] = (),
        replace: Mapping[str, Any] | None = None,
        terms: Sequence[Mapping[str, Any]] = (),
        title: str | None = None,
        question: str | None = None,
        effective_from: str | datetime | None = None,
    ) -> Scenario:
        """Return a copy with one more agreement; this scenario stays as it is.

        Parameters
        ----------
        name
            What to call it: letters, digits, "-", "_" and ".".
        base
            The agreement it is built on; its terms come first. None starts from nothing.
        without
            Terms to switch off, by name: ["open_road/ramouseh"].
        replace
            Values of terms in place of what they were, by "term name/key": {"open_road/castello/hours":
            "08:00-16:00"}. Values are written as in a file, with their units; lists may be lists.
        terms
            Terms to add at the end, as a file would say them: [{"checkpoint": {"gates": ["castello-west"],
            "inspection": "5 min"}, "obliges": ["gov"]}].
        title, question
            What it is and what it asks; the title of `base`, "changed", unless given.
        effective_from
            When it begins, by the scenario's clock; as `base` unless given.

        Raises
        ------
        ScenarioError
            If it does not fit the scenario; `diagnostics` holds every fault.
        RequestError
            If there is no such base, or the name cannot be one.

        Examples
        --------
        >>> shorter = {"open_road/castello/hours": "08:00-16:00"}
        >>> changed = scenario.with_agreement("later", "both-roads", replace=shorter)  # doctest: +SKIP
        >>> aw.simulate(changed, ["both-roads", "later"]).compare("later", to="both-roads")  # doctest: +SKIP
        """
        request = asked(
            name,
            base,
            title=title,
            question=question,
            effective_from=effective_from,
            without=without,
            replace=replace,
            terms=terms,
        )
        return self.with_added(request)

    def with_added(self, request: AddedAgreement) -> Scenario:
        """Return a copy with an agreement that was asked for before, here or elsewhere."""
        return Scenario(request.added_to(self._engine), self._changes, (*self._added, request))

    def terms(self, agreement: str) -> pd.DataFrame:
        """Return the terms of an agreement that are in force: name, kind, sentence, timing, obliges, breach, cite."""
        found = self._engine.terms(require_name("agreement", agreement, self.agreements))
        return pd.DataFrame(found, columns=["name", "kind", "sentence", "timing", "obliges", "breach", "cite"])

    def values(self) -> pd.DataFrame:
        """Return every value with its provenance.

        Returns
        -------
        DataFrame
            One row per value, wording included, sources left out: path, value (as written, with its unit), sources,
            confidence (seen, derived, assumed), stated (whether the files say it), note, file, line.
        """
        columns = ["path", "value", "sources", "confidence", "stated", "note", "file", "line"]
        return pd.DataFrame(self._engine.values(), columns=columns)

    def sources(self) -> pd.DataFrame:
        """Return the sources that values cite: text and address, by name."""
        found = self._engine.sources()
        index = pd.Index(list(found), name="source", dtype=object)
        return pd.DataFrame(list(found.values()), columns=["text", "address"], index=index)

    def uncertainties(self) -> pd.DataFrame:
        """Return what is uncertain: its path, and its law as written, with its unit; sources and confidence beside."""
        paths = [entry["path"] for entry in self._engine.uncertainties()]
        drawn = self.values().set_index("path").loc[paths].reset_index().rename(columns={"value": "law"})
        return drawn[["path", "law", "sources", "confidence"]]

    def replace(self, path: str, value: str) -> Scenario:
        """Return a copy with one value replaced; this scenario stays as it is.

        Parameters
        ----------
        path
            Where the value stands, as in the `path` column of `values()`.
        value
            The new value as a file would say it, with its unit: "7 d".

        Raises
        ------
        ScenarioError
            If the value does not fit there.
        """
        return Scenario(self._engine.replace(path, value), (*self._changes, (path, value)), self._added)

    def moment_s(self, agreement: str, at: str | datetime | None = None) -> int:
        """Return a moment in UTC seconds since 1970: the beginning of the agreement, within the period, unless given.

        Raises
        ------
        RequestError
            If there is no such agreement, or the moment lies outside the period.
        """
        require_name("agreement", agreement, self.agreements)
        begin_s, end_s = self._engine.period_from_s, self._engine.period_to_s
        if at is None:
            return min(max(self.agreement(agreement).effective_from_s, begin_s), end_s)
        at_s = to_seconds(at, self.timezone)
        if not begin_s <= at_s <= end_s:
            begin, end = self.period
            raise RequestError(
                f"nothing is known of the roads at {to_iso(at_s, self.timezone)}: the period runs from "
                f"{begin:%Y-%m-%d} to {end:%Y-%m-%d}"
            )
        return at_s

    routes = ways.routes

    def __repr__(self) -> str:
        begin, end = self.period
        return f"<Scenario {self.name}: {begin:%Y-%m-%d} to {end:%Y-%m-%d}, {len(self.agreements)} agreements>"

    def _repr_html_(self) -> str:
        begin, end = self.period
        rows = "".join(
            f"<tr><td><code>{html.escape(name)}</code></td>"
            f"<td style='text-align:left'>{html.escape(self.agreement(name).title)}</td></tr>"
            for name in self.agreements
        )
        return (
            f"<strong>{html.escape(self.title)}</strong><br>{html.escape(self.question)}<br>"
            f"{begin:%d %B %Y} to {end:%d %B %Y}, {len(self.communities)} communities"
            f"<table><thead><tr><th>agreement</th><th style='text-align:left'>title</th></tr></thead>"
            f"<tbody>{rows}</tbody></table>"
        )
