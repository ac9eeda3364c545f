# SPDX-License-Identifier: Apache-2.0
"""What a run recorded about itself, in the shape the page prints."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any

from .. import results
from ..idle import DEFAULT, idle, model_of, written

if TYPE_CHECKING:
    from ..runs import Runs

# What a scenario calls things is wording, and its list of sources is printed on its own: neither is a value.
WORDING = {"aidway", "agreement", "name", "title", "question", "cite"}
GRADES = ("assumed", "derived", "seen")
GRADE_MEANINGS = {
    "assumed": "ours, or without a stated source",
    "derived": "arithmetic on figures seen in a source",
    "seen": "stands in a source",
}


DOUBLING_BANDS, WIDEST_BAND = 10, 256  # bands of intensity: [0, 1), [1, 2), [2, 4) ... [256, 512), then as wide again


@dataclass(frozen=True)
class Term:
    """A term of an agreement in words."""

    name: str
    sentence: str
    obliges: list[str]
    cite: str
    timing: str = ""
    written_in: str = ""
    kind: str = ""


@dataclass(frozen=True)
class Agreement:
    """An agreement as the page names and quotes it."""

    name: str
    label: str
    title: str
    question: str
    terms: list[Term]
    switched_off: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Value:
    """A value of the scenario with where it comes from."""

    path: str
    value: str
    sources: list[str]
    confidence: str
    note: str


@dataclass(frozen=True)
class Facts:
    """Everything the page prints that is not a result."""

    title: str
    question: str
    scenario: str
    digest: str
    model: str
    version: str
    seed: str
    replicates: int
    per_point: str
    bands_used: int
    effective_from: str
    period_to: str
    changes: list[tuple[str, str]]
    command: str
    agreements: list[Agreement]
    values: list[Value]
    sources: dict[str, tuple[str, str]]
    uncertainties: list[tuple[str, str]]
    idle: list[tuple[str, str]] = field(default_factory=list)
    """Laws that the model of answers and the siege tiers never ask for: they are drawn, and move nothing."""
    answer_model: str = DEFAULT

    @property
    def most_a_day(self) -> int:
        """The incidents a day that no source of violence came to, by the bands that were used."""
        doubled = min(self.bands_used, DOUBLING_BANDS)
        return (2 ** (doubled - 1) if doubled else 0) + WIDEST_BAND * (self.bands_used - doubled)

    @property
    def baseline(self) -> Agreement:
        """The agreement all others are held against: the first that says nothing, else the first."""
        return next((entry for entry in self.agreements if not entry.terms), self.agreements[0])

    @property
    def days(self) -> float:
        """The days from the agreements' date to the end of the period."""
        begin, end = (datetime.fromisoformat(text) for text in (self.effective_from, self.period_to))
        return (end - begin).total_seconds() / 86_400

    @property
    def others(self) -> list[Agreement]:
        """All agreements but that one."""
        return [entry for entry in self.agreements if entry.name != self.baseline.name]

    def by_grade(self, grade: str) -> list[Value]:
        """Return the values of one grade of confidence, in the order of the scenario."""
        return [value for value in self.values if value.confidence == grade]


def read_facts(runs: Runs) -> Facts:
    """Gather the facts of a set of runs from their provenance."""
    told = runs.provenance
    scenario = _mapping(told["scenario"])
    stated = written(told)  # a law in the units of its author
    unasked = idle(stated)
    laws = [(str(entry["path"]), stated.get(str(entry["path"]), str(entry["law"]))) for entry in told["uncertainties"]]
    texts = {str(entry["name"]): entry for entry in told["agreements"]}
    return Facts(
        title=str(scenario["title"]),
        question=str(scenario["question"]),
        scenario=str(scenario["name"]),
        digest=str(scenario["digest"]),
        model=str(told.get("model") or ""),
        version=str(told["aidway_version"]),
        seed=str(told["seed"]),
        replicates=int(told["replicates"]),
        per_point=str(told["per_point"]),
        bands_used=int(runs.dataset.attrs.get("intensity_bands_used", 0)),
        effective_from=str(told["effective_from"] or told["agreements"][0]["effective_from"]),
        period_to=str(_mapping(scenario["period"])["to"]),
        changes=[(str(change["path"]), str(change["value"])) for change in told["changes"]],
        command=str(told["command"]),
        agreements=[_agreement(name, texts.get(name, {})) for name in results.names(runs, "agreement")],
        values=[_value(entry) for entry in told["values"] if _is_value(str(entry["path"]))],
        sources={
            str(key): (str(entry.get("text", "")), str(entry.get("address", "")))
            for key, entry in sorted(_mapping(told["sources"]).items())
        },
        uncertainties=[law for law in laws if law[0] not in unasked],
        idle=[law for law in laws if law[0] in unasked],
        answer_model=model_of(stated),
    )


def _agreement(name: str, told: Mapping[str, Any]) -> Agreement:
    label = results.short_label(name)
    return Agreement(
        name=name,
        label=label,
        title=str(told.get("title") or label),
        question=str(told.get("question") or ""),
        terms=[
            Term(
                name=str(term["name"]),
                sentence=str(term["sentence"]),
                obliges=[str(party) for party in term.get("obliges", [])],
                cite=str(term.get("cite") or ""),
                timing=str(term.get("timing") or ""),
                written_in=str(term.get("written_in") or ""),
                kind=str(term.get("kind") or ""),
            )
            for term in told.get("terms", [])
        ],
        switched_off=[str(term) for term in told.get("switched_off", [])],
    )


def _is_value(path: str) -> bool:
    parts = path.split("/")
    return parts[0] != "sources" and parts[-1] not in WORDING


def _value(entry: Mapping[str, Any]) -> Value:
    grade = str(entry.get("confidence") or "assumed")
    return Value(
        path=str(entry["path"]),
        value=str(entry["value"]),
        sources=[str(key) for key in entry.get("sources", [])],
        confidence=grade if grade in GRADES else "assumed",
        note=str(entry.get("note") or ""),
    )


def _mapping(value: Any) -> Mapping[str, Any]:
    if not isinstance(value, Mapping):
        raise TypeError("the provenance of these runs is not in the shape this version writes")
    return value
