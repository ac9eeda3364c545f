# SPDX-License-Identifier: Apache-2.0
"""What the edges of an osmnx graph are like as roads, by the tags of OpenStreetMap that they carry."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from . import _engine
from .road_tables import names_in, texts

OWN = (
    "gate", "road_class", "surface", "condition", "features", "barred", "max_weight_t", "max_height_m",
    "max_speed_km_h",
)  # fmt: skip
"""What `Network.to_osmnx` writes on an edge beside the words of osmnx."""
LIMITS = ("max_weight_t", "max_height_m", "max_speed_km_h")
NO_TAGS = ("oneway", "osmid", "length", "geometry", "reversed")
"""Attributes of an edge that are not for the file of meanings; which way it leads, the graph itself says."""

Tags = tuple[tuple[str, str], ...]


def edge_rows(edges: Sequence[Mapping[str, Any]], meanings: Path) -> tuple[list[dict[str, Any] | None], list[str]]:
    """Return what each edge is like, None for one that is no road, and notes on what could not be read."""
    variants = [[] if _tells_itself(edge) else _variants(edge) for edge in edges]
    place = {tags: number for number, tags in enumerate(dict.fromkeys(tags for one in variants for tags in one))}
    judged = _engine.judge_tags(str(meanings.absolute()), [dict(tags) for tags in place])
    rank = {name: number for number, name in enumerate(judged["classes"])}
    rows = [
        _own(edge) if _tells_itself(edge) else _worst([judged["rows"][place[tags]] for tags in tags_of], rank)
        for edge, tags_of in zip(edges, variants, strict=True)
    ]
    notes = [f"{what}: no limit that can be read, so none is kept" for what in sorted(judged["unread"])]
    missing = sum(row is None for row in rows)
    if missing:
        notes.append(f"{missing} edges are no roads by {meanings.name}: left out")
    return rows, notes


def _tells_itself(edge: Mapping[str, Any]) -> bool:
    """Return whether an edge needs no file of meanings: it says what it is like, or nothing at all."""
    return "road_class" in edge or not {"highway", "route"} & set(edge)


def _own(edge: Mapping[str, Any]) -> dict[str, Any]:
    row: dict[str, Any] = {key: edge.get(key) for key in OWN}
    return row | {"road": edge.get("name"), "other_names": names_in(edge.get("other_names"))}


def _variants(edge: Mapping[str, Any]) -> list[Tags]:
    """Return the sets of tags of an edge: one, or where osmnx put ways together one for each."""
    tags = {str(key): listed(value) for key, value in sorted(edge.items()) if key not in NO_TAGS}
    tags = {key: values for key, values in tags.items() if values}
    count = max((len(values) for values in tags.values()), default=1)
    return [tuple((key, values[number % len(values)]) for key, values in tags.items()) for number in range(count)]


def listed(value: Any) -> list[str]:
    """Return the values of an attribute as text in ascending order, as their order in osmnx means nothing."""
    values = value if isinstance(value, (list, tuple, set)) else [value]
    if not all(one is None or isinstance(one, (str, int, float)) for one in values):
        return []
    return sorted({text for one in values for text in texts([one]) if text})


def _worst(told: Sequence[Mapping[str, Any] | None], rank: Mapping[str, int]) -> dict[str, Any] | None:
    """Return the road that has what any of its ways has that hinders."""
    ways = [way for way in told if way is not None]
    if not ways:
        return None

    def every(key: str) -> set[Any]:
        return {way[key] for way in ways if way[key] not in (None, "")}

    def agreed(key: str) -> str:
        words = {way[key] for way in ways}
        return str(words.pop()) if len(words) == 1 else ""

    row: dict[str, Any] = {limit: min(every(limit), default=None) for limit in LIMITS}
    row |= {key: sorted({word for way in ways for word in way[key]}) for key in ("features", "barred", "other_names")}
    row |= {key: agreed(key) for key in ("surface", "condition")}
    row["road_class"] = max((way["road_class"] for way in ways), key=lambda name: rank[name])
    return row | {"road": "; ".join(sorted(every("road"))), "gate": ""}
