# SPDX-License-Identifier: Apache-2.0
"""Areas of control as Python sees them: who holds what at a moment, and what is odd about the layer."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import aidway as aw
import pytest
from aidway import layers
from aidway.layers import control_at

TINY = Path(__file__).resolve().parents[1] / "data" / "tiny"
MOMENT_S = 1_466_000_000  # 15 June 2016


def box(west: float, south: float, east: float, north: float) -> list[list[list[float]]]:
    return [[[west, south], [east, south], [east, north], [west, north], [west, south]]]


@pytest.fixture
def drawn(tmp_path):
    """Return a function that reads the tiny scenario with further areas: (party, rings)."""

    def read(*areas: tuple[str, list[list[list[float]]]]) -> aw.Scenario:
        folder = tmp_path / "tiny"
        shutil.copytree(TINY, folder, dirs_exist_ok=True)
        layer = folder / "data" / "control.geojson"
        told = json.loads((TINY / "data" / "control.geojson").read_text(encoding="utf-8"))
        for party, rings in areas:
            told["features"].append(
                {
                    "type": "Feature",
                    "properties": {"party": party, "valid_from": "2016-06-11", "valid_to": None},
                    "geometry": {"type": "Polygon", "coordinates": rings},
                }
            )
        layer.write_text(json.dumps(told), encoding="utf-8")
        return aw.read_scenario(folder)

    return read


def test_what_decides_is_cut_out_of_what_it_lies_on(drawn):
    scenario = drawn(("league", box(5.0, 0.16, 5.1, 0.2)))
    before = control_at(scenario.engine, MOMENT_S - 10 * 86_400)
    after = control_at(scenario.engine, MOMENT_S)
    assert len(after) == len(before) + 1
    assert after.geometry.union_all().area == pytest.approx(before.geometry.union_all().area)
    assert after.to_crs("EPSG:6933").area.sum() == pytest.approx(after.to_crs("EPSG:6933").union_all().area)


def test_contested_ground_names_those_who_contest_it(drawn):
    scenario = drawn(("league;crown", box(5.0, 0.16, 5.1, 0.2)), ("unknown", box(5.1, 0.16, 5.2, 0.2)))
    held = control_at(scenario.engine, MOMENT_S).set_index("party")
    assert held.loc["contested", "claimants"] == ("crown", "league")
    assert held.loc["unknown", "claimants"] == ()


def test_routes_tell_contested_ground_from_ground_that_nobody_knows(drawn):
    plain = drawn().routes("two-roads", "tarnwick", "2016-07-20", public=False)
    fought = drawn(("contested", box(5.25, 0.16, 5.31, 0.22))).routes(
        "two-roads", "tarnwick", "2016-07-20", public=False
    )
    way = fought[fought["fleet"] == "yard-lorries"].iloc[0]
    assert way["held_m"]["contested"] > 1000
    assert all("contested" not in held for held in plain["held_m"])
    assert sum(way["held_m"].values()) == pytest.approx(way["length_m"])


def test_the_report_has_a_row_and_a_place_for_every_finding(drawn):
    report = aw.control_report(drawn(("league", box(5.0, 0.16, 5.1, 0.2))))
    assert list(report["kind"]) == ["overlap", "outside"]
    assert report.crs == "EPSG:4326"
    assert report.geometry.is_valid.all()
    assert report["area_km2"][0] == pytest.approx(report.to_crs("EPSG:6933").area[0] / 1e6, rel=0.01)
    assert "feature 3 decides, as it begins later" in report["what"][0]


def test_a_scenario_without_control_has_nothing_to_report(tmp_path):
    folder = tmp_path / "tiny"
    shutil.copytree(TINY, folder)
    text = (folder / "scenario.yaml").read_text(encoding="utf-8")
    part = "control:\n  layer: data/control.geojson\n  source: FABLE\n  confidence: derived\n"
    assert part in text
    (folder / "scenario.yaml").write_text(text.replace(part, ""), encoding="utf-8")
    scenario = aw.read_scenario(folder)
    assert len(aw.control_report(scenario)) == 0
    assert len(control_at(scenario.engine, MOMENT_S)) == 0
    assert layers.days_of_change(scenario.engine, scenario.engine.period_from_s, scenario.period_to_s, 3) == []


def test_the_flagships_areas_neither_overlap_nor_leave_gaps_in_time():
    report = aw.control_report(aw.read_scenario(TINY.parents[2] / "scenarios" / "eastern-aleppo-2016"))
    assert set(report["kind"]) <= {"sliver", "gap", "outside"}
    assert not report["what"].str.contains("begins|ends").any()
