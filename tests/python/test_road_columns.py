# SPDX-License-Identifier: Apache-2.0
"""A layer of roads with columns of its own: other names, directions, lengths."""

from __future__ import annotations

import json

import aidway as aw
import pandas as pd
import pytest

COLUMNS = "  columns: {road: street, gate: gate, road_class: road_class, one_way: oneway, length_km: km}\n"


@pytest.fixture
def own_columns(tiny):
    """Write the tiny scenario with a column `street`, and with `changes` by the name of the gate in a line."""

    def write(changes: dict[str, dict[str, object]]) -> aw.Scenario:
        written = (tiny / "scenario.yaml").read_text()
        layer = "  layer: data/roads.geojson\n"
        (tiny / "scenario.yaml").write_text(written.replace(layer, layer + COLUMNS))
        path = tiny / "data" / "roads.geojson"
        roads = json.loads(path.read_text())
        for feature in roads["features"]:
            told = feature["properties"]
            told |= {"street": told.pop("road"), "oneway": None, "km": None, **changes.get(told["gate"], {})}
        path.write_text(json.dumps(roads))
        return aw.read_scenario(tiny)

    return write


def ways(scenario: aw.Scenario) -> dict[tuple[str, ...], float]:
    found = aw.routes(scenario, "two-roads", "oldmere", at="2016-07-15")
    return {tuple(row.gates): row.length_m for row in found.itertuples() if row.reachable}


def test_columns_of_other_names_make_the_same_roads(tiny, own_columns):
    plain = ways(aw.read_scenario(tiny))
    assert ("harbour", "bridge") in plain
    assert ways(own_columns({})) == plain


def test_a_one_way_road_towards_the_town_is_a_way(own_columns):
    # The bridge is drawn from the harbour's side towards the town.
    along = ways(own_columns({"bridge": {"oneway": "yes"}}))
    assert ("harbour", "bridge") in along


def test_a_one_way_road_against_the_trucks_is_no_way(own_columns):
    against = ways(own_columns({"bridge": {"oneway": "-1"}}))
    assert against, "there is a way round"
    assert not any("bridge" in gates for gates in against)


def test_a_stated_length_is_what_trucks_drive(tiny, own_columns):
    plain = ways(aw.read_scenario(tiny))[("harbour", "bridge")]
    stated = ways(own_columns({"harbour": {"km": 30}}))[("harbour", "bridge")]
    longer = ways(own_columns_again(tiny, 40))[("harbour", "bridge")]
    assert longer - stated == pytest.approx(10_000, abs=0.01)
    assert stated != plain


LAYER = "  layer: data/roads.geojson\n"


def test_a_limit_that_a_column_states_stops_a_heavier_vehicle_and_no_lighter_one(tiny):
    written = (tiny / "scenario.yaml").read_text()
    roads = json.loads((tiny / "data" / "roads.geojson").read_text())
    for feature in roads["features"]:
        feature["properties"]["limit"] = 7.5 if feature["properties"]["gate"] == "bridge" else None
    (tiny / "data" / "roads.geojson").write_text(json.dumps(roads))

    def ways_of(weight: str) -> dict[tuple[str, ...], float]:
        named = LAYER + "  columns: {road: road, gate: gate, road_class: road_class, max_weight_t: limit}\n"
        heavy = written.replace("    speed: 40 km/h\n", f"    speed: 40 km/h\n    driving: {{weight: {weight}}}\n")
        (tiny / "scenario.yaml").write_text(heavy.replace(LAYER, named))
        return ways(aw.read_scenario(tiny))

    assert any("bridge" in gates for gates in ways_of("7 t"))
    assert not any("bridge" in gates for gates in ways_of("8 t"))


def test_roads_that_cross_meet_where_the_scenario_says_so_and_only_there(tiny):
    written = (tiny / "scenario.yaml").read_text()
    roads = json.loads((tiny / "data" / "roads.geojson").read_text())
    first, last = roads["features"][0]["geometry"]["coordinates"][:2]
    middle = [(a + b) / 2 for a, b in zip(first, last, strict=True)]
    across = [[middle[0] - 0.01, middle[1] - 0.013], [middle[0] + 0.01, middle[1] + 0.013]]
    lane = {"type": "Feature", "properties": {"road": None, "gate": None, "road_class": None}}
    roads["features"].append(lane | {"geometry": {"type": "LineString", "coordinates": across}})
    (tiny / "data" / "roads.geojson").write_text(json.dumps(roads))

    def lines(said: str) -> int:
        (tiny / "scenario.yaml").write_text(written.replace(LAYER, LAYER + said))
        return len(aw.read_scenario(tiny).engine.road_lines())

    apart = lines("")
    assert lines("  join_crossings: false\n") == apart
    assert lines("  join_crossings: true\n") > apart


def as_tables(tiny, km: dict[int, float]) -> aw.Scenario:
    """Write the roads of the tiny scenario as a table of places and one of links, some with a stated length."""
    roads = json.loads((tiny / "data" / "roads.geojson").read_text())["features"]
    places: dict[tuple[float, ...], str] = {}
    links = ["name1,name2,road,gate,road_class,km"]
    for number, feature in enumerate(roads):
        drawn = [tuple(point) for point in feature["geometry"]["coordinates"]]
        begin, end = (places.setdefault(point, f"place-{len(places)}") for point in (drawn[0], drawn[-1]))
        told = feature["properties"]
        links.append(f"{begin},{end},{told['road']},{told['gate'] or ''},{told['road_class']},{km.get(number, '')}")
    rows = ["name,lon,lat", *(f"{name},{lon},{lat}" for (lon, lat), name in places.items())]
    (tiny / "data" / "places.csv").write_text("\n".join(rows) + "\n")
    (tiny / "data" / "links.csv").write_text("\n".join(links) + "\n")
    columns = "{road: road, gate: gate, road_class: road_class, length_km: km}"
    changed = (tiny / "scenario.yaml").read_text().replace(
        "  layer: data/roads.geojson\n",
        f"  layer: data/links.csv\n  columns: {columns}\n  places: {{table: data/places.csv}}\n",
    )  # fmt: skip
    (tiny / "scenario.yaml").write_text(changed)
    return aw.read_scenario(tiny)


def test_tables_of_places_and_links_make_the_same_roads(tiny):
    plain = ways(aw.read_scenario(tiny))
    assert ways(as_tables(tiny, {})) == plain


def test_proximity_links_beside_the_roads_lead_round_every_gate(tiny):
    gates = tiny / "data" / "gate_status.csv"
    gates.write_text(gates.read_text().replace("by_clearance", "closed"))
    assert not aw.reach(as_tables(tiny, {}), "status-quo")["reachable"].any()
    places = pd.read_csv(tiny / "data" / "places.csv")
    links = aw.proximity_links(places, detour=1.3).assign(
        road="", gate="", road_class="track", km=lambda t: t.length_km
    )
    with (tiny / "data" / "links.csv").open("a") as table:
        columns = ["name1", "name2", "road", "gate", "road_class", "km"]
        links[columns].to_csv(table, index=False, header=False, lineterminator="\n")
    reached = aw.reach(aw.read_scenario(tiny), "status-quo")
    assert reached["reachable"].all()


def test_a_link_shorter_than_any_road_is_told_of_by_name(tiny):
    notes = as_tables(tiny, {0: 1.5}).notes
    assert any(note.startswith("data/links.csv: feature 2 (river): 1.5 km stated for ") for note in notes)


def own_columns_again(tiny, km: float) -> aw.Scenario:
    path = tiny / "data" / "roads.geojson"
    path.write_text(path.read_text().replace('"km": 30', f'"km": {km}'))
    return aw.read_scenario(tiny)
