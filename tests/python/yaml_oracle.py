# SPDX-License-Identifier: Apache-2.0
"""What the texts of a scenario say, read by another reader of YAML, and whether the engine gives the same.

PyYAML reads the texts; nothing here knows the engine's tables of fields. Every value that the engine gives is looked up
in the text by its path, and every word of the text must be found again among the engine's values.
"""

from __future__ import annotations

import contextlib
import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import aidway as aw
import yaml

STATEMENTS = ("source", "confidence", "note")
LAWS = ("uniform", "triangular", "normal", "lognormal", "beta", "pert", "discrete")
SHOWN = 80  # bytes of a value that the engine keeps as it was written
NATURAL = {
    "t": 1000.0, "kg": 1.0, "g": 1e-3, "km": 1000.0, "m": 1.0, "km/h": 1 / 3.6, "m/s": 1.0, "s": 1.0, "min": 60.0,
    "h": 3600.0, "d": 86_400.0, "m3": 1.0, "l": 1e-3, "kg/m3": 1.0, "t/m3": 1000.0, "kg/d": 1.0, "g/d": 1e-3,
    "t/d": 1000.0, "/d": 1.0, "/h": 24.0, "%": 0.01,
}  # fmt: skip
NUMBER = r"[-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?"

Node = yaml.Node


@dataclass(frozen=True)
class Stated:
    """Who vouches for the values beneath."""

    sources: tuple[str, ...] = ()
    confidence: str = "assumed"
    note: str = ""

    def and_by(self, node: Node) -> Stated:
        said = {key.value: value for key, value in pairs(node)}
        sources = said.get("source")
        if sources is None:
            names = self.sources
        else:
            names = tuple(item.value for item in sources.value) if is_list(sources) else (sources.value,)
        texts = [said[key].value if key in said else old for key, old in zip(STATEMENTS[1:], self[1:], strict=True)]
        return Stated(names, *texts)

    def __getitem__(self, part: slice) -> tuple[Any, ...]:
        return (self.sources, self.confidence, self.note)[part]


def is_list(node: Node) -> bool:
    return isinstance(node, yaml.SequenceNode)


def is_mapping(node: Node) -> bool:
    return isinstance(node, yaml.MappingNode)


def is_nothing(node: Node) -> bool:
    return isinstance(node, yaml.ScalarNode) and not node.style and node.value in ("", "~", "null", "Null", "NULL")


def pairs(node: Node) -> list[tuple[Node, Node]]:
    return node.value if is_mapping(node) else []


def in_one_line(node: Node) -> str:
    """Return a node as the engine shows it: flow style without quotes."""
    if is_mapping(node):
        return "{" + ", ".join(f"{key.value}: {in_one_line(value)}" for key, value in pairs(node)) + "}"
    if is_list(node):
        return "[" + ", ".join(in_one_line(item) for item in node.value) + "]"
    return "" if is_nothing(node) else node.value


def cut(text: str) -> str:
    held = text.encode()
    return text if len(held) <= SHOWN else held[:SHOWN].decode("utf-8", "ignore") + "..."


def said_here(node: Node) -> str:
    """Return how the engine shows the value that a node holds, bare, under `value` or as a law."""
    keys = {key.value: value for key, value in pairs(node)}
    if "value" in keys:
        return said_here(keys["value"])
    law = [key for key in keys if key in LAWS]
    return f"{{{law[0]}: {cut(in_one_line(keys[law[0]]))}}}" if law else cut(in_one_line(node))


class Comparison:
    """Goes through one text and strikes off the engine's values one by one; `found` holds what does not agree."""

    def __init__(self, entries: Mapping[str, Mapping[str, Any]], sources: Mapping[str, Mapping[str, str]]) -> None:
        self.open = dict(entries)
        self.sources = sources
        self.found: list[str] = []

    def go(self, node: Node, path: str, stated: Stated) -> None:
        own = stated.and_by(node)
        entry = self.open.pop(path, None)
        if entry is not None:
            self.compare(node, path, entry, own)
        elif is_mapping(node):
            for key, value in pairs(node):
                if key.value in STATEMENTS:
                    continue
                holds = key.value == "value" and path != "sources" and not self.is_table(f"{path}/value")
                inside = path if holds else below(path, key.value)
                self.go(value, inside, own)
        elif is_list(node):
            for i, item in enumerate(node.value):
                self.go(item, below(path, str(i)), own)
        elif path.startswith("sources/"):
            self.source(node, *path.split("/")[1:])
        elif not (is_nothing(node) and re.fullmatch(r".*terms/\d+/\w+", path)):
            self.found.append(f"'{node.value}' under '{path}' is nowhere among the values")

    def is_table(self, path: str) -> bool:
        return any(known.startswith(f"{path}/") for known in self.open)

    def compare(self, node: Node, path: str, entry: Mapping[str, Any], stated: Stated) -> None:
        inner = node
        while is_mapping(inner) and "value" in (keys := {key.value: value for key, value in pairs(inner)}):
            inner = keys["value"]
            stated = stated.and_by(inner)
        for what, text, engine in (
            ("value", said_here(node), entry["value"]),
            ("sources", list(stated.sources), entry["sources"]),
            ("confidence", stated.confidence, entry["confidence"]),
            ("note", stated.note, entry["note"]),
            ("line", inner.start_mark.line + 1, entry["line"]),
        ):
            if text != engine:
                self.found.append(f"{what} of '{path}': the text says {text!r}, the engine {engine!r}")

    def source(self, node: Node, *steps: str) -> None:
        name, key = steps
        if self.sources.get(name, {}).get(key) != node.value:
            self.found.append(f"source '{name}', {key}: '{node.value}' is not {self.sources.get(name)}")


def below(path: str, step: str) -> str:
    return f"{path}/{step}" if path else step


def compose(text: str) -> Node:
    """Return the tree of a text; yaml.YAMLError where it is none.

    YAML 1.2 lets tabs part words, PyYAML, which reads YAML 1.1, not everywhere.
    """
    try:
        return yaml.compose(text, Loader=yaml.CSafeLoader)
    except yaml.YAMLError:
        return yaml.compose(text.replace("\t", " "), Loader=yaml.CSafeLoader)


def differences(file: str, text: str, scenario: aw.Scenario) -> Iterator[str]:
    """Tell where what the engine read from a text, under the name of its file, is not what the text says."""
    try:
        tree = compose(text)
    except yaml.YAMLError as error:
        yield f"read, and PyYAML refuses it: {error}"
        return
    entries = {value["path"]: value for value in scenario.engine.values() if value["file"] == file}
    comparison = Comparison(entries, scenario.engine.sources())
    root = "" if file == "scenario.yaml" else file.removesuffix(".yaml")
    comparison.go(tree, root, Stated())
    yield from comparison.found
    yield from (f"'{path}' is not in the text" for path in comparison.open)
    if root:
        yield from terms_that_differ(tree, scenario, root.removeprefix("agreements/"))


def meaning(text: str) -> Any:
    """Return what a scalar means whatever way it is written: numbers in natural units, moments, else words."""
    if re.fullmatch(r"\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d)?)?", text):
        with contextlib.suppress(ValueError):  # no such day, where any words may stand
            return datetime.fromisoformat(text)
    parts: list[Any] = []
    for word in text.replace("%", " %").split():
        if word in NATURAL and parts and isinstance(parts[-1], float):
            parts[-1] *= NATURAL[word]
        else:
            parts.append(float(word) if re.fullmatch(NUMBER, word) else word)
    return tuple(parts)


def same(one: Any, other: Any) -> bool:
    """Whether two trees of plain Python mean the same."""
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() <= other.keys() and all(same(one[key], other[key]) for key in one)
    if isinstance(one, list | tuple) and isinstance(other, list | tuple):
        return len(one) == len(other) and all(same(a, b) for a, b in zip(one, other, strict=True))
    if isinstance(one, float) and isinstance(other, float):
        return math.isclose(one, other, rel_tol=1e-9)
    return one == other


def plain(node: Node) -> Any:
    """Return a tree in plain Python, statements left out, `value` taken for what it holds, scalars by their meaning."""
    if is_list(node):
        return [plain(item) for item in node.value]
    if is_mapping(node):
        told = {key.value: plain(value) for key, value in pairs(node) if key.value not in STATEMENTS}
        return told["value"] if told.keys() == {"value"} else told
    if is_nothing(node):
        return {}
    return meaning(node.value)


def terms_that_differ(tree: Node, scenario: aw.Scenario, name: str) -> Iterator[str]:
    """Tell which terms, and what else, an agreement's canonical text has otherwise than the file."""
    agreement = scenario.agreement(name)
    written, read = plain(tree), plain(compose(agreement.text))
    own = [plain_term for plain_term, term in zip(read.get("terms", []), agreement.terms, strict=True)
           if term.written_in == name]  # fmt: skip
    terms = written.pop("terms", [])
    read.pop("terms", None)
    if agreement.extends:
        written.pop("extends", None)
    off = written.pop("without", [])  # its canonical text says so of each term
    read.pop("without", None)
    named = {(term.name,): term.on for term in agreement.terms}
    yield from (f"{name} is not switched off" for name in off if named.get(name, True))
    if not same(written, read):
        yield f"the text says {written}, the engine {read}"
    if len(terms) != len(own):
        yield f"{len(terms)} terms in the text, {len(own)} in the engine"
    for said, has in zip(terms, own, strict=False):
        if off and not same({"on": said.get("on")}, {"on": has.get("on")}):
            said = {key: value for key, value in said.items() if key != "on"}
        if not same(said, has):
            yield f"the text says {said}, the engine {has}"
