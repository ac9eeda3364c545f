# SPDX-License-Identifier: Apache-2.0
"""A starting scenario from a planner's own layers stands at once, and says of every guess that it is one."""

from __future__ import annotations

import json

import aidway as aw
import geopandas as gpd
import pandas as pd
import pytest
from conftest import ROOT
from shapely import LineString, Point, Polygon, box

AN_NABK = ROOT / "tests" / "data" / "osm-extracts" / "an-nabk.osm.pbf"
#
#   port ----+---- [ front at 5.10 ] ---- town -- hamlet
#            |                                      |
#            +------------ hill road ---------------+
#
ROADS = [
    ("Coast Road", "primary", [(5.00, 0.20), (5.05, 0.20)]),
    ("Coast Road", "primary", [(5.05, 0.20), (5.12, 0.20), (5.20, 0.20)]),
    (None, "track", [(5.20, 0.20), (5.25, 0.20)]),
    ("Hill Road", "secondary", [(5.05, 0.20), (5.05, 0.30), (5.25, 0.30)]),
    (None, "track", [(5.25, 0.30), (5.25, 0.20)]),
]
PLACES = [("Port", 5.00, 0.20, 50_000), ("The Town", 5.20, 0.20, 20_000), ("Hamlet/Ost", 5.25, 0.20, 900)]
CONTROL = [("Crown", box(4.9, 0.1, 5.1, 0.4)), ("River League", box(5.1, 0.1, 5.3, 0.4))]


def write_layers(folder, *, roads=ROADS, places=PLACES, control=CONTROL, crs="EPSG:4326"):
    lines = gpd.GeoDataFrame(
        {"NAME": [row[0] for row in roads], "FCLASS": [row[1] for row in roads]},
        geometry=[LineString(row[2]) if isinstance(row[2], list) else row[2] for row in roads],
        crs="EPSG:4326",
    )
    lines.to_crs(crs).to_file(folder / "streets.shp", engine="pyogrio")
    pd.DataFrame(places, columns=["name", "lon", "lat", "population"]).to_csv(folder / "places.csv", index=False)
    areas = gpd.GeoDataFrame(
        {"holder": [row[0] for row in control]}, geometry=[row[1] for row in control], crs="EPSG:4326"
    )
    areas.to_file(folder / "control.geojson", driver="GeoJSON")
    return {
        "roads": folder / "streets.shp",
        "places": folder / "places.csv",
        "control": folder / "control.geojson",
        "columns": {"road": "NAME", "road_class": "FCLASS", "control/party": "holder"},
    }


@pytest.fixture
def layers(tmp_path):
    return write_layers(tmp_path)


def faults(error):
    return [fault.text for fault in error.value.diagnostics]


def test_a_starting_scenario_is_in_order_and_has_gates_where_roads_cross_the_front(tmp_path, layers):
    scenario = aw.new_scenario(tmp_path / "first", **layers)
    assert scenario.agreements == ("open-road", "status-quo")
    assert scenario.communities == ("the-town", "hamlet-ost")
    assert scenario.parties == {"crown": "Crown", "river-league": "River League"}
    assert {gate["name"] for gate in scenario.engine.gates() if gate["front"]} == {
        "coast-road-front-1", "hill-road-front-1",
    }  # fmt: skip
    assert scenario.enclaves == {"the-town": ["the-town", "hamlet-ost"]}
    assert not aw.reach(scenario, "status-quo")["reachable"].any()
    assert aw.reach(scenario, "open-road")["reachable"].all()


def test_it_passes_validate_routes_and_run_on_the_command_line(tmp_path, layers, aidway):
    words = [word for what, name in layers["columns"].items() for word in ("--column", f"{what}={name}")]
    folder = tmp_path / "first"
    files = [word for what in ("roads", "places", "control") for word in (f"--{what}", layers[what])]
    called = aidway("new", folder, *files, *words)
    assert (called.code, called.err) == (0, "")
    assert "2 communities, 2 gates (2 on the front)" in called.out
    called = aidway("validate", folder)
    assert called.code == 0, called.err
    called = aidway("routes", folder, "--agreement", "open-road", "--to", "the-town")
    assert called.code == 0, called.err
    assert "by coast-road-front-1" in called.out
    called = aidway("run", folder, "--replicates", 10, "--output", tmp_path / "out")
    assert called.code == 0, called.err
    summary = aw.open_runs(tmp_path / "out").summary().reset_index()
    assert set(summary["agreement"]) == {"open-road", "status-quo"}


def test_every_value_is_marked_and_only_what_stands_in_a_layer_cites_it(tmp_path, layers):
    scenario = aw.new_scenario(tmp_path / "first", **layers)
    values = scenario.values()
    stated = values[~values["path"].str.startswith(("sources/", "agreements/"))]
    assert stated["stated"].all(), stated[~stated["stated"]][["path", "value"]].to_string()
    guessed = stated[stated["confidence"] == "assumed"]
    assert guessed["note"].str.len().gt(0).all(), guessed[guessed["note"] == ""]["path"].tolist()
    assert {key for keys in values["sources"] for key in keys} == {"ROADS", "PLACES", "CONTROL"}
    assert set(stated.loc[stated["sources"].map(tuple) == ("PLACES",), "path"].str.split("/").str[0]) == {
        "communities", "depots",
    }  # fmt: skip
    assert "streets.shp, as it was given" in scenario.sources().loc["ROADS", "text"]


def test_the_same_layers_give_the_same_bytes(tmp_path, layers):
    first = aw.new_scenario(tmp_path / "a" / "first", **layers).folder
    again = aw.new_scenario(tmp_path / "b" / "first", **layers).folder
    names = sorted(path.relative_to(first) for path in first.rglob("*") if path.is_file())
    assert [str(name) for name in names] == [
        "agreements/open-road.yaml", "agreements/status-quo.yaml", "data/control.gpkg", "data/gate_status.csv",
        "data/roads.gpkg", "scenario.yaml",
    ]  # fmt: skip
    assert all((first / name).read_bytes() == (again / name).read_bytes() for name in names)


def test_roads_in_another_coordinate_system_give_the_same_gates(tmp_path):
    (tmp_path / "there").mkdir()
    there = write_layers(tmp_path / "there", crs="EPSG:32631")
    scenario = aw.new_scenario(tmp_path / "first", **there)
    assert aw.reach(scenario, "open-road")["reachable"].all()


def test_a_road_of_which_nobody_knows_the_name_has_gates_on_the_front_too(tmp_path):
    layers = write_layers(tmp_path, roads=[(None, kind, line) for _, kind, line in ROADS])
    scenario = aw.new_scenario(tmp_path / "first", **layers)
    assert list(scenario.engine.roads()) == ["roads-without-a-name"]
    assert not aw.reach(scenario, "status-quo")["reachable"].any()
    assert aw.reach(scenario, "open-road")["reachable"].all()


def test_without_control_the_example_is_about_asking(tmp_path, layers):
    del layers["control"]
    scenario = aw.new_scenario(tmp_path / "first", **layers)
    assert scenario.agreements == ("notification", "status-quo")
    assert scenario.parties == {"authority": "The authority"}
    assert aw.reach(scenario, "status-quo")["reachable"].all()


def test_gates_take_the_nearest_road_and_those_who_hold_them(tmp_path, layers):
    gates = tmp_path / "gates.csv"
    gates.write_text("name,lon,lat,aid,held_by\nOld Bridge,5.03,0.2005,closed,Crown\nMill,5.25,0.25,,\n")
    scenario = aw.new_scenario(tmp_path / "first", **layers, gates=gates)
    held = {
        entry["gate"]: entry for entry in scenario.engine.gate_status("status-quo", scenario.moment_s("status-quo"))
    }
    assert (held["old-bridge"]["aid"], held["old-bridge"]["held_by"]) == ("closed", ["crown"])
    assert (held["mill"]["aid"], held["mill"]["held_by"]) == ("by_clearance", ["river-league"])
    roads = scenario.engine.roads()
    assert set(roads["coast-road"]["gates"]) == {"old-bridge", "coast-road-front-1"}
    assert roads["road-at-mill"]["gates"] == ["mill"]
    length = aw.read_network(scenario.folder / "data" / "roads.gpkg", columns={"gate": "gate"}).arcs()
    assert length[length["gate"] == "old-bridge"]["length_m"].tolist() == pytest.approx([100.0, 100.0], rel=0.01)


def test_a_gate_far_from_every_road_is_a_fault_and_one_nearer_is_none(tmp_path, layers):
    gates = tmp_path / "gates.csv"
    gates.write_text("name,lon,lat\nLost,5.15,0.25\nSpelt,5.03,0.20\nNear,5.15,0.208\n")
    with pytest.raises(aw.ScenarioError) as error:
        aw.new_scenario(tmp_path / "first", **layers, gates=gates)
    assert faults(error) == ["gates.csv: gate 'Lost': the nearest road is 5.5 km away; expected at most 1 km"]


def test_gates_in_the_layer_of_roads_are_gates(tmp_path, layers):
    lines = gpd.read_file(layers["roads"])
    lines["GATE"] = [None, None, None, "Pass No. 1", None]
    lines.to_file(layers["roads"])
    layers["columns"]["gate"] = "GATE"
    scenario = aw.new_scenario(tmp_path / "first", **layers)
    assert "pass-no-1" in scenario.engine.roads()["hill-road"]["gates"]


def test_the_depot_is_a_guess_or_the_place_that_is_asked_for(tmp_path, layers):
    guessed = aw.new_scenario(tmp_path / "a", **layers)
    assert "depots/port/name" in set(guessed.values()["path"])
    asked = aw.new_scenario(tmp_path / "b", **layers, depot="The Town")
    assert asked.communities == ("port", "hamlet-ost")
    with pytest.raises(aw.UnknownNameError, match="did you mean 'The Town'"):
        aw.new_scenario(tmp_path / "c", **layers, depot="The Tovn")
    outside = [("Port", 5.00, 0.20, 50_000), ("The Town", 5.20, 0.20, 90_000)]
    inside = write_layers(tmp_path, places=outside, control=CONTROL[1:])
    assert aw.new_scenario(tmp_path / "d", **inside).communities == ("the-town",)


def test_dated_areas_give_the_period_and_a_front_that_moves(tmp_path, layers):
    areas = gpd.read_file(layers["control"])
    west, east = CONTROL[0][1], CONTROL[1][1]
    moved = gpd.GeoDataFrame(
        {"holder": ["Crown", "River League", "Crown"], "since": ["2016-01-01", "2016-01-01", "2016-03-01"],
         "until": ["2016-06-01", "2016-03-01", None]},
        geometry=[west, east, east], crs=areas.crs,
    )  # fmt: skip
    moved.to_file(layers["control"], driver="GeoJSON")
    layers["columns"] |= {"control/from": "since", "control/to": "until"}
    scenario = aw.new_scenario(tmp_path / "first", **layers)
    assert [day.date().isoformat() for day in scenario.period] == ["2016-01-01", "2016-06-01"]
    assert not aw.reach(scenario, "status-quo", at="2016-02-01")["reachable"].any()
    assert aw.reach(scenario, "status-quo", at="2016-04-01")["reachable"].all()


def test_a_period_that_is_asked_for_is_kept(tmp_path, layers):
    scenario = aw.new_scenario(tmp_path / "first", **layers, period=("2015-02-01", "2015-03-01"), timezone="Asia/Amman")
    assert [day.isoformat() for day in scenario.period] == ["2015-02-01T00:00:00+02:00", "2015-03-01T00:00:00+02:00"]
    for wrong, said in ((("2015-03-01", "2015-03-01"), "ends after it begins"), (("soon", "2015-03-01"), "no day")):
        with pytest.raises(aw.RequestError, match=said):
            aw.new_scenario(tmp_path / "other", **layers, period=wrong)


def test_faults_of_all_layers_are_told_together_at_their_places(tmp_path, layers):
    layers["places"].write_text(
        "name,lon,lat,population\nPort,5.0,0.2,50000\nTown,5.2,95,1000\nMill,5.1,0.2,many\n,5,0.2,7\n"
    )
    areas = json.loads(layers["control"].read_text())
    areas["features"][1]["properties"]["holder"] = None
    areas["features"][0]["geometry"] = {"type": "Point", "coordinates": [5, 0.2]}
    layers["control"].write_text(json.dumps(areas))
    with pytest.raises(aw.ScenarioError) as error:
        aw.new_scenario(tmp_path / "first", **layers)
    told = faults(error)
    assert "places.csv:3:1: (5.2, 95) is no longitude and latitude in degrees" in told
    assert "control.geojson: feature 0: the geometry is a Point: expected a Polygon" in told
    assert not (tmp_path / "first").exists()
    layers["places"].write_text("name,lon,lat,population\nPort,5.0,0.2,50000\nMill,5.1,0.2,many\n,5,0.2,7\n")
    with pytest.raises(aw.ScenarioError) as error:
        aw.new_scenario(tmp_path / "first", **layers)
    told = faults(error)
    assert "places.csv:3:1: population 'many': expected a whole number from 1 to 10,000,000" in told
    assert "places.csv:4:1: the place has no name" in told


@pytest.mark.parametrize(
    ("columns", "said"),
    [
        ({"control/party": "hodler"}, "control.geojson: there is no column 'hodler'; did you mean 'holder'? ("),
        ({"places/population": "people"}, "places.csv: there is no column 'people' (--column places/population=NAME"),
        ({"road": "NAMES"}, "streets.shp: there is no column 'NAMES'; did you mean 'NAME'?"),
    ],
)
def test_a_column_that_is_not_there_is_told_with_the_nearest_name(tmp_path, layers, columns, said):
    layers["columns"] |= columns
    with pytest.raises(aw.ScenarioError) as error:
        aw.new_scenario(tmp_path / "first", **layers)
    assert any(fault.startswith(said) for fault in faults(error)), faults(error)


def test_an_unheard_of_word_for_a_column_is_misuse(tmp_path, layers, aidway):
    files = [word for what in ("roads", "places") for word in (f"--{what}", layers[what])]
    called = aidway("new", tmp_path / "first", *files, "--column", "places/peple=people")
    assert called.code == 2
    called = aidway("new", tmp_path / "first", *files, "--from", "2016-01-01")
    assert (called.code, called.err) == (2, "aidway: --from and --to go together\n")


def test_a_place_far_from_every_road_is_a_fault(tmp_path, layers):
    layers["places"].write_text("name,lon,lat,population\nPort,5.0,0.2,50000\nFar,5.2,0.5,1000\n")
    with pytest.raises(aw.ScenarioError) as error:
        aw.new_scenario(tmp_path / "first", **layers)
    assert faults(error) == ["places.csv:3:1: the nearest junction is 22.9 km away; expected at most 5 km"]
    assert not (tmp_path / "first").exists()


def test_a_folder_with_anything_in_it_is_left_alone(tmp_path, layers):
    folder = tmp_path / "mine"
    folder.mkdir()
    aw.new_scenario(folder, **layers)
    before = (folder / "scenario.yaml").read_bytes()
    with pytest.raises(aw.IoError, match="is not empty"):
        aw.new_scenario(folder, **layers)
    assert (folder / "scenario.yaml").read_bytes() == before
    assert not [path for path in tmp_path.iterdir() if path.name.endswith(".partial")]


def test_names_that_yaml_would_misread_are_kept(tmp_path, layers):
    odd = [('Port: "old" #1', 5.00, 0.20, 50_000), ("النبك", 5.20, 0.20, 20_000), ("yes", 5.25, 0.20, 900)]
    pd.DataFrame(odd, columns=["name", "lon", "lat", "population"]).to_csv(layers["places"], index=False)
    scenario = aw.new_scenario(tmp_path / "first", **layers)
    assert scenario.communities == ("النبك", "yes")
    assert scenario.community("النبك")["title"] == "النبك"


def test_a_scenario_on_openstreetmap_stands_at_once(tmp_path, aidway):
    middle = (36.728, 34.02)
    places = tmp_path / "places.csv"
    places.write_text("name,lon,lat,population\nAn-Nabk,36.728,34.02,32000\nDepot,36.75,34.05,500\n")
    town = gpd.GeoDataFrame(
        {"party": ["South", "North"]},
        geometry=[
            Point(middle).buffer(0.02),
            Polygon([(36.5, 33.8), (37, 33.8), (37, 34.3), (36.5, 34.3)]).difference(Point(middle).buffer(0.02)),
        ],
        crs="EPSG:4326",
    )
    town.to_file(tmp_path / "control.gpkg")
    scenario = aw.new_scenario(
        tmp_path / "nabk", roads=AN_NABK, places=places, control=tmp_path / "control.gpkg", depot="Depot"
    )
    assert not aw.reach(scenario, "status-quo")["reachable"].any()
    assert aw.reach(scenario, "open-road")["reachable"].all()
    called = aidway("validate", tmp_path / "nabk")
    assert called.code == 0, called.err
    assert aidway("routes", tmp_path / "nabk", "--agreement", "open-road", "--to", "an-nabk").code == 0
    assert aidway("run", tmp_path / "nabk", "--replicates", 4, "--output", tmp_path / "out").code == 0
