# SPDX-License-Identifier: Apache-2.0
"""Runs made by hand, in the form that `aidway.simulate` gives them: small, seeded, and known in advance."""

from __future__ import annotations

import json
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import xarray as xr
from aidway.results import REASON_ORDER
from aidway.runs import Runs

AGREEMENTS = ["status-quo", "castello-only", "both-roads"]
COMMUNITIES = {
    "eastern-aleppo": {"title": "Eastern Aleppo", "lon": 37.172, "lat": 36.208},
    "western-aleppo": {"title": "Western Aleppo", "lon": 37.122, "lat": 36.205},
}
ARMS = ["as_signed", "as_kept"]
EFFECTIVE_S = 1_473_696_000  # 12 September 2016, 16:00 UTC
WEEKS, BINS, REPLICATES, DAYS, PEOPLE = 14, 20, 400, 101, 250_000
# Mean coverage of the east by agreement, as signed and as kept.
CASES = {
    "clear": {"status-quo": (0.31, 0.31), "castello-only": (0.62, 0.47), "both-roads": (0.78, 0.68)},
    "tie": {"status-quo": (0.31, 0.31), "castello-only": (0.31, 0.31), "both-roads": (0.31, 0.31)},
    "backfire": {"status-quo": (0.44, 0.44), "castello-only": (0.50, 0.27), "both-roads": (0.55, 0.33)},
}
OUTCOMES = {
    "coverage": ("Share of need eaten", "share", "higher"),
    "unmet_rations": ("Unmet rations", "rations", "lower"),
    "closing_stock": ("Stock left at the end", "d", "higher"),
    "rations_delivered": ("Rations delivered", "rations", "higher"),
    "person_days_below_50": ("Person-days below half the need", "person-days", "lower"),
    "longest_gap": ("Longest gap", "d", "lower"),
    "stock_out": ("Chance of running out", "share", "lower"),
}


def synthetic_runs(case: str, folder: Path, *, replicates: int = REPLICATES, leave_out: tuple[str, ...] = ()) -> Runs:
    """Return runs in which the answer is known: `clear`, `tie` or `backfire`.

    Parameters
    ----------
    case
        Which.
    folder
        Where the layers of the scenario are written.
    replicates
        How many.
    leave_out
        Outcomes that these runs do not have.
    """
    chance = np.random.default_rng(2016)
    shape = (len(AGREEMENTS), len(ARMS), replicates, len(COMMUNITIES))
    coverage = np.empty(shape)
    shared = chance.normal(0.0, 0.09, replicates)
    for place, agreement in enumerate(AGREEMENTS):
        for arm in range(len(ARMS)):
            own = np.zeros(replicates) if case == "tie" else chance.normal(0.0, 0.02, replicates)
            coverage[place, arm, :, 0] = np.clip(CASES[case][agreement][arm] + shared + own, 0.0, 1.0)
            coverage[place, arm, :, 1] = np.clip(0.93 + 0.2 * shared, 0.0, 1.0)
    need = PEOPLE * DAYS
    values = {
        "coverage": coverage,
        "unmet_rations": need * (1.0 - coverage),
        "closing_stock": 1.5 + 14.0 * coverage,
        "rations_delivered": 0.8 * need * np.maximum(0.0, coverage - 0.3),
        "person_days_below_50": need * np.clip(1.1 - 1.4 * coverage, 0.0, 1.0),
        "longest_gap": np.round(90.0 * (1.05 - coverage)),
        "stock_out": (coverage < 0.28).astype(np.float64),
    }
    dims = ("agreement", "arm", "replicate", "community")
    variables: dict[str, Any] = {
        name: (dims, values[name], {"label": label, "unit": unit, "doc": label, "better": better, "safe": "yes"})
        for name, (label, unit, better) in OUTCOMES.items()
        if name not in leave_out
    }
    variables["weekly_coverage"] = weekly(coverage)
    variables["reasons"] = reasons(coverage, need)
    weeks = np.datetime64(EFFECTIVE_S, "s") + np.arange(WEEKS) * np.timedelta64(7, "D")
    dataset = xr.Dataset(
        variables,
        coords={
            "agreement": np.array(AGREEMENTS, dtype=object),
            "arm": np.array(ARMS, dtype=object),
            "community": np.array(list(COMMUNITIES), dtype=object),
            "week": weeks.astype("datetime64[ns]"),
            "reason": np.array(REASON_ORDER, dtype=object),
        },
    )
    scenario: Any = SimpleNamespace(engine=DrawnScenario(folder))
    return Runs(dataset, provenance(replicates), scenario)


def weekly(coverage: np.ndarray) -> tuple[Any, ...]:
    """Count replicates by bin: from full stores towards the replicate's own coverage."""
    counts = np.zeros((len(AGREEMENTS), len(ARMS), len(COMMUNITIES), WEEKS, BINS), dtype=np.int64)
    for index in np.ndindex(len(AGREEMENTS), len(ARMS), len(COMMUNITIES)):
        agreement, arm, community = index
        for week in range(WEEKS):
            settled = 1.0 - np.exp(-week / 3.0)
            level = (1.0 - settled) * 0.78 + settled * coverage[agreement, arm, :, community]
            counts[(*index, week)] = np.histogram(np.clip(level, 0, 1), bins=BINS, range=(0, 1))[0]
    edges = [place / BINS for place in range(BINS + 1)]
    attributes = {"label": "Share of need eaten in the week", "unit": "share", "better": "higher", "bin_edges": edges}
    return (("agreement", "arm", "community", "week", "bin"), counts, attributes)


def reasons(coverage: np.ndarray, need: int) -> tuple[Any, ...]:
    """Split what was planned for the east by reason; the west plans no convoys."""
    split = {
        "refused": 0.34, "silent": 0.15, "not_granted": 0.06, "letter_never_came": 0.10, "security": 0.14,
        "no_open_road": 0.11, "no_trucks": 0.002, "gate_shut": 0.01, "turned_back": 0.06, "waited_too_long": 0.02,
        "removed": 0.008,
    }  # fmt: skip
    amounts = np.zeros((len(AGREEMENTS), len(ARMS), len(COMMUNITIES), len(REASON_ORDER)))
    for agreement in range(len(AGREEMENTS)):
        for arm in range(len(ARMS)):
            delivered = float(np.maximum(0.0, coverage[agreement, arm, :, 0] - 0.3).mean())
            for place, reason in enumerate(REASON_ORDER):
                share = delivered if reason == "delivered" else (1 - delivered) * split.get(reason, 0.0)
                amounts[agreement, arm, 0, place] = need * share
    attributes = {"label": "where the rations ended", "unit": "rations"}
    return (("agreement", "arm", "community", "reason"), amounts, attributes)


def provenance(replicates: int) -> dict[str, Any]:
    """Say of the runs what a simulation would."""
    return {
        "kind": "aidway runs",
        "format_version": 1,
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
        ("permission/deadline", "7 d", ["PIN-2016"], "seen", ""),
        ("parties/gov/name", "Government", [], "assumed", "our wording"),
        ("sources/PIN-2016/text", "People in Need", [], "assumed", ""),
        ("turn_back/chance", "0.6", [], "assumed", "at a road that is not kept"),
    )
]
TITLES = {
    "status-quo": "No agreement",
    "castello-only": "Castello Road for aid",
    "both-roads": "Both roads for aid",
}


def told(name: str) -> dict[str, Any]:
    """Return an agreement's texts."""
    roads = {"status-quo": [], "castello-only": ["castello"], "both-roads": ["castello", "ramouseh"]}[name]
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
            }
            for road in roads
        ],
    }


class DrawnScenario:
    """What the map asks of a scenario, over two layers drawn by hand on a square grid."""

    def __init__(self, folder: Path) -> None:
        self._control = folder / "control.geojson"
        self._network = folder / "network.geojson"
        areas = [
            ("gov", 37.08, 36.15, 37.14, 36.25, None),
            ("gov", 37.10, 36.25, 37.14, 36.27, None),
            ("opp", 37.14, 36.17, 37.21, 36.26, None),
            ("kurdish", 37.14, 36.23, 37.165, 36.25, None),
            ("opp", 37.05, 36.24, 37.10, 36.28, "2016-07-28"),
        ]
        self._control.write_text(collection([polygon(*area) for area in areas]))
        self._network.write_text(collection([line(road, points) for road, points in ROADS.items()]))
        self.agreements = AGREEMENTS
        self.communities = list(COMMUNITIES)
        self.parties = PARTIES
        self.schematic = True

    def layers(self) -> dict[str, str]:
        return {"control": str(self._control), "network": str(self._network)}

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

    def gate_status(self, agreement: str, _at_s: int, _arm_kept: bool = True) -> list[dict[str, str]]:
        opened = {"status-quo": (), "castello-only": ("castello",), "both-roads": ("castello", "ramouseh")}[agreement]
        rows = []
        for name in GATES:
            road = name.split("-")[0]
            term = f"open_road/{road}" if road in opened else ""
            aid = "open" if term else ("by_clearance" if name == "bustan-al-qasr" else "closed")
            rows.append({"gate": name, "aid": aid, "held_by": "gov", "by_term": term})
        return rows

    def routes(self, agreement: str, _to: str, _at_s: int) -> list[dict[str, Any]]:
        if agreement == "status-quo":  # nothing is open, so there is no way to draw
            return [{"depot": name, "lon": [], "lat": []} for name in ("bab-al-hawa", "west-hub")]
        depots = {"bab-al-hawa": ROADS["castello"], "west-hub": ROADS["ramouseh"]}
        return [
            {"depot": name, "lon": [point[0] for point in points], "lat": [point[1] for point in points]}
            for name, points in depots.items()
        ]

    def sources(self) -> dict[str, dict[str, str]]:
        return {key: dict(entry) for key, entry in provenance(1)["sources"].items()}

    def values(self) -> list[dict[str, Any]]:
        return VALUES


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


def polygon(party: str, west: float, south: float, east: float, north: float, until: str | None) -> dict[str, Any]:
    ring = [[west, south], [east, south], [east, north], [west, north], [west, south]]
    properties = {"party": party, "valid_from": "2016-07-07", "valid_to": until}
    return {"type": "Feature", "properties": properties, "geometry": {"type": "Polygon", "coordinates": [ring]}}


def line(road: str, points: list[tuple[float, float]]) -> dict[str, Any]:
    geometry = {"type": "LineString", "coordinates": [list(point) for point in points]}
    return {"type": "Feature", "properties": {"road": road}, "geometry": geometry}


def collection(features: list[dict[str, Any]]) -> str:
    return json.dumps({"type": "FeatureCollection", "features": features})
