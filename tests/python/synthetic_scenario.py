# SPDX-License-Identifier: Apache-2.0
"""A scenario drawn by hand on a square grid: what the map asks of one, and what runs record of it."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import numpy as np

AGREEMENTS = ["both-roads", "break-the-siege", "castello-only", "ramouseh-only", "status-quo"]
COMMUNITIES = {
    "eastern-aleppo": {"title": "Eastern Aleppo", "lon": 37.172, "lat": 36.208, "population": 250_000},
    "western-aleppo": {"title": "Western Aleppo", "lon": 37.122, "lat": 36.205, "population": 1_200_000},
}
EFFECTIVE_S = 1_473_696_000  # 12 September 2016, 16:00 UTC


def provenance(replicates: int) -> dict[str, Any]:
    """Say of the runs what a simulation would."""
    return {
        "kind": "aidway runs",
        "format_version": 2,
        "aidway_version": "0.1.0",
        "scenario": {
            "name": "eastern-aleppo-2016",
            "title": "Eastern Aleppo, July to December 2016",
            "question": "If Castello Road, Ramouseh Road or both had been opened to aid, who would have eaten?",
            "folder": "scenarios/eastern-aleppo-2016",
            "digest": "8f1d2c3b4a596877",
            "schematic": True,
            "period": {
                "from": "2016-07-07T00:00:00+03:00",
                "to": "2016-12-22T00:00:00+02:00",
                "timezone": "Asia/Damascus",
            },
        },
        "changes": [],
        "seed": 2016,
        "replicates": replicates,
        "per_point": 16,
        "model": "a1b2c3d4e5f60718",
        "effective_from": None,
        "command": f"aidway run scenarios/eastern-aleppo-2016 --agreements {','.join(AGREEMENTS)} --seed 2016",
        "agreements": [told(name) for name in AGREEMENTS],
        "communities": COMMUNITIES,
        "parties": PARTIES,
        "values": VALUES,
        "sources": {
            "PIN-2016": {"text": "People in Need, reports on eastern Aleppo, 2016", "address": "peopleinneed.net"},
            "OCHA-COD": {
                "text": "UN OCHA / HDX, COD-AB Syrian Arab Republic, CC BY 3.0 IGO",
                "address": "data.humdata.org",
            },
        },
        "uncertainties": [
            {"path": "communities/eastern-aleppo/population", "law": "pert 116000.0, 250000.0, 275000.0"},
            {"path": "enclaves/eastern-aleppo/opening_stock", "law": "uniform 2592000.0, 5184000.0 s"},
            {"path": "enclaves/eastern-aleppo/informal", "law": "uniform 0.05, 0.25"},
        ],
    }


PARTIES = {"gov": "Government of Syria and allies", "opp": "Armed opposition", "kurdish": "Kurdish forces"}
VALUES: list[dict[str, Any]] = [
    {"path": path, "value": value, "sources": sources, "confidence": confidence, "note": note}
    for path, value, sources, confidence, note in (
        ("control/layer", "data/control.gpkg", ["OCHA-COD"], "derived", ""),
        ("communities/eastern-aleppo/population", "pert 116,000 to 275,000", ["PIN-2016"], "derived", ""),
        (
            "enclaves/eastern-aleppo/opening_stock",
            "{uniform: [30 d, 60 d]}",
            [],
            "assumed",
            "matches <bakeries> closing",
        ),
        ("enclaves/eastern-aleppo/informal", "{uniform: [0.05, 0.25]}", [], "assumed", "most tiers are unknown"),
        ("permission/deadline", "7 d", ["PIN-2016"], "seen", ""),
        ("parties/gov/name", "Government", [], "assumed", "our wording"),
        ("sources/PIN-2016/text", "People in Need", [], "assumed", ""),
        ("turn_back/chance", "0.6", [], "assumed", "at a road that is not kept"),
    )
]
TITLES = {
    "status-quo": "No agreement",
    "castello-only": "Castello Road for aid",
    "ramouseh-only": "Ramouseh Road for aid",
    "both-roads": "Both roads for aid",
    "break-the-siege": "Both roads for goods and people",
}
OPENED: dict[str, tuple[str, ...]] = {
    "status-quo": (),
    "castello-only": ("castello",),
    "ramouseh-only": ("ramouseh",),
    "both-roads": ("castello", "ramouseh"),
    "break-the-siege": ("castello", "ramouseh"),
}


def told(name: str) -> dict[str, Any]:
    """Return an agreement's texts."""
    return {
        "name": name,
        "title": TITLES[name],
        "question": "What would it change?",
        "effective_from": "2016-09-12T19:00:00+03:00",
        "terms": [
            {
                "name": f"open_road/{road}",
                "kind": "open_road",
                "sentence": f"{road.title()} Road is open to aid, every day from 06:00 to 18:00.",
                "obliges": ["gov", "opp"],
                "cite": "letter, point 4",
                "timing": "From 12 September 2016.",
                "written_in": "castello-only" if name == "both-roads" and road == "castello" else name,
            }
            for road in OPENED[name]
        ],
    }


class DrawnScenario:
    """What the map asks of a scenario, over two layers drawn by hand on a square grid."""

    def __init__(self, folder: Path) -> None:
        self._network = folder / "network.geojson"
        areas = [
            ("gov", 37.08, 36.15, 37.14, 36.25, None),
            ("gov", 37.10, 36.25, 37.14, 36.27, None),
            ("opp", 37.14, 36.17, 37.21, 36.22, None),
            ("opp", 37.14, 36.22, 37.21, 36.26, "2016-11-28"),
            ("gov", 37.14, 36.22, 37.21, 36.26, None, "2016-11-28"),
            ("kurdish", 37.14, 36.23, 37.165, 36.25, None),
            ("opp", 37.05, 36.24, 37.10, 36.28, "2016-07-28"),
        ]
        self._areas = [control_area(*area) for area in areas]
        self._network.write_text(collection([line(road, points) for road, points in ROADS.items()]))
        self.agreements = AGREEMENTS
        self.communities = list(COMMUNITIES)
        self.depots: list[str] = []
        self.parties = PARTIES
        self.schematic = True
        self.timezone = "Asia/Damascus"
        self.period_from_s, self.period_to_s = 1_467_838_800, 1_482_357_600

    def layers(self) -> dict[str, str]:
        return {"network": str(self._network)}

    def openers(self) -> dict[str, list[dict[str, str]]]:
        return {name: [{"agreement": "both-roads", "term": f"open_road/{name}"}] for name in GATES}

    def road_lines(self) -> list[tuple[str, list[tuple[float, float]]]]:
        return list(ROADS.items())

    def control(self) -> list[dict[str, Any]]:
        return self._areas

    def community(self, name: str) -> dict[str, Any]:
        return COMMUNITIES[name]

    def agreement(self, name: str) -> dict[str, Any]:
        return {"name": name, "title": name, "question": "", "effective_from_s": EFFECTIVE_S}

    def roads(self) -> dict[str, dict[str, Any]]:
        return {
            "castello": {"title": "Castello Road", "gates": ["castello-west", "castello-east"]},
            "ramouseh": {"title": "Ramouseh Road", "gates": ["ramouseh-east"]},
        }

    def gates(self) -> list[dict[str, Any]]:
        return [
            {"name": name, "title": name.replace("-", " ").capitalize(), "front": True, "lon": lon, "lat": lat}
            for name, (lon, lat) in GATES.items()
        ]

    def gate_status(self, agreement: str, _at_s: int, arm_kept: bool = True) -> list[dict[str, Any]]:
        opened = OPENED[agreement] if arm_kept else ()
        rows = []
        for name in GATES:
            road = name.split("-")[0]
            freed = road in opened
            for_aid = freed and agreement != "break-the-siege"
            others = "open" if freed and agreement == "break-the-siege" else "closed"
            rows.append(
                {
                    "gate": name,
                    "aid": "open" if for_aid else ("by_clearance" if name == "bustan-al-qasr" else "closed"),
                    "goods": others,
                    "civilians": others,
                    "held_by": ["gov", "opp"] if name == "bustan-al-qasr" else ["gov"],
                    "by_term": f"open_road/{road}" if for_aid else "",
                    "shut_by": [],
                }
            )
        return rows

    def routes(self, agreement: str, to: str, _at_s: int, **_asked: Any) -> list[dict[str, Any]]:
        depots = {"bab-al-hawa": "castello", "west-hub": "ramouseh"}
        if not OPENED[agreement]:  # nothing is open, so there is no way to draw
            return [way_to(to, depot, [], ["castello-east", "castello-west"]) for depot in depots]
        return [
            way_to(to, depot, [gate for gate in GATES if gate.startswith(road)], points=ROADS[road])
            for depot, road in depots.items()
        ]

    def redundancy(self, agreement: str, _to: str, _at_s: int) -> list[dict[str, Any]]:
        return [
            {"depot": "bab-al-hawa", "driving_s": 3600.0, "length_m": 40_000.0, "gates": [], "points": ROADS[road]}
            for road in OPENED[agreement]
        ]

    def sources(self) -> dict[str, dict[str, str]]:
        return {key: dict(entry) for key, entry in provenance(1)["sources"].items()}

    def values(self) -> list[dict[str, Any]]:
        return VALUES


def way_to(
    to: str, depot: str, gates: list[str], closed_gates: list[str] | None = None, points: Any = ()
) -> dict[str, Any]:
    """Return a way as the engine tells of it: an hour of driving, ten minutes at each gate."""
    there = closed_gates is None
    return {
        "fleet": f"trucks-of-{depot}", "depot": depot, "community": to, "reachable": there,
        "time_s": 3600 + 600 * len(gates) if there else None, "driving_s": 3600 if there else None,
        "length_m": 40_000.0 if there else None, "gates": gates, "delays_s": [600] * len(gates),
        "waits_s": [0.0] * len(gates), "closed_gates": closed_gates or [],
        "barrier": "gates" if closed_gates else "", "obstacles": [],
        "points": list(points),
    }  # fmt: skip


ROADS = {
    "castello": [(36.69, 36.23), (37.08, 36.255), (37.105, 36.24), (37.13, 36.26), (37.175, 36.255), (37.19, 36.22)],
    "ramouseh": [(37.115, 36.18), (37.13, 36.155), (37.14, 36.175)],
    "": [(37.05, 36.12), (37.13, 36.155)],
}
GATES = {
    "castello-west": (37.10, 36.243),
    "castello-east": (37.178, 36.25),
    "ramouseh-east": (37.137, 36.168),
    "bustan-al-qasr": (37.14, 36.20),
}


def control_area(
    party: str, west: float, south: float, east: float, north: float, until: str | None, since: str = "2016-07-06"
) -> dict[str, Any]:
    ring = np.array([[west, south], [east, south], [east, north], [west, north], [west, south]])
    return {
        "ground": "held",
        "party": party,
        "claimants": [],
        "from_s": midnight_s(since),
        "until_s": midnight_s(until) if until else None,
        "priority": 0,
        "rings": [ring],
    }


def midnight_s(day: str) -> int:
    return int(datetime.fromisoformat(day).replace(tzinfo=ZoneInfo("Asia/Damascus")).timestamp())


def line(road: str, points: list[tuple[float, float]]) -> dict[str, Any]:
    geometry = {"type": "LineString", "coordinates": [list(point) for point in points]}
    return {"type": "Feature", "properties": {"road": road}, "geometry": geometry}


def collection(features: list[dict[str, Any]]) -> str:
    return json.dumps({"type": "FeatureCollection", "features": features})
