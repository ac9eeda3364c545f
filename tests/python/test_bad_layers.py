# SPDX-License-Identifier: Apache-2.0
"""Layers that are broken, lie, or would fill the memory: each says where, and what was expected."""

from __future__ import annotations

import gzip
import json
import random
import shutil
import warnings
import zipfile
from pathlib import Path

import aidway as aw
import geopandas as gpd
import numpy as np
import pytest
import shapely
from shapely import LineString, Point, Polygon

EXTRACT = Path(__file__).parents[1] / "data" / "osm-extracts" / "an-nabk.osm.pbf"


def faults(path: Path, **how: object) -> list[str]:
    with pytest.raises(aw.ScenarioError) as caught:
        aw.read_network(path, **how)
    return [fault.text for fault in caught.value.diagnostics]


def files_told_of(path: Path) -> set[str]:
    """Return the files that faults name; none where a network with roads is read."""
    try:
        network = aw.read_network(path)
    except aw.ScenarioError as error:
        return {fault.file for fault in error.diagnostics}
    return set() if len(network.arcs()) else {"a network without roads"}


def roads(path: Path, *lines: list[tuple[float, float]], crs: object = "EPSG:4326") -> Path:
    with np.errstate(invalid="ignore"):  # some of them are
        drawn = [LineString(line) for line in lines]
    frame = gpd.GeoDataFrame({"road": ["a"] * len(lines)}, geometry=drawn, crs=crs)
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="'crs' was not provided")
        frame.to_file(path, driver="GPKG", layer="roads")
    return path


GOOD = [(5.0, 0.0), (5.1, 0.0)]
CORNER = Polygon([(5, 0), (5.1, 0), (5.1, 0.1)])


def test_a_coordinate_that_is_no_number_is_told_at_its_feature(tmp_path):
    for number, bad in enumerate([np.nan, np.inf, -np.inf]):
        path = roads(tmp_path / f"{number}.gpkg", GOOD, [(5.0, 0.0), (5.0, bad)])
        (told,) = faults(path)
        assert told.startswith(f"{path.name}: feature 2: ")
        assert "longitude in [-180, 180]" in told or "globe" in told


def test_metres_that_are_said_to_be_degrees_are_told(tmp_path):
    (told,) = faults(roads(tmp_path / "metres.gpkg", [(300_000.0, 4_000_000.0), (300_100.0, 4_000_000.0)]))
    assert "expected a longitude in [-180, 180] and a latitude in [-90, 90]" in told
    in_metres = roads(tmp_path / "utm.gpkg", [(300_000.0, 4_000_000.0), (300_100.0, 4_000_000.0)], crs="EPSG:32637")
    assert len(aw.read_network(in_metres).arcs()) == 2


def test_a_layer_without_a_coordinate_system_is_taken_as_degrees_and_must_fit_them(tmp_path):
    assert len(aw.read_network(roads(tmp_path / "none.gpkg", GOOD, crs=None)).arcs()) == 2
    (told,) = faults(roads(tmp_path / "far.gpkg", [(300_000.0, 0.0), (300_100.0, 0.0)], crs=None))
    assert "expected a longitude in [-180, 180]" in told


def test_a_coordinate_system_of_no_place_on_the_globe_is_refused(tmp_path):
    local = 'LOCAL_CS["a drawing",LOCAL_DATUM["none",0],UNIT["metre",1],AXIS["x",EAST],AXIS["y",NORTH]]'
    told = faults(roads(tmp_path / "drawing.gpkg", GOOD, crs=local))
    assert len(told) == 1
    assert told[0].startswith("drawing.gpkg: ")
    assert "coordinate system" in told[0]


def test_a_text_that_is_not_utf_8_is_told_at_its_feature(tmp_path):
    line = '"LINESTRING (5 0, 5.1 0)"'
    (tmp_path / "roads.csv").write_bytes(f"WKT,road\n{line},caf\u00e9\n".encode("latin-1"))
    assert faults(tmp_path / "roads.csv", columns={"road": "road"}) == [
        "roads.csv: feature 1: the text of column 'road' is not UTF-8: save the file as UTF-8"
    ]
    (tmp_path / "roads.csv").write_text(f"WKT,road\n{line},caf\u00e9\n", encoding="utf-8")
    assert set(aw.read_network(tmp_path / "roads.csv", columns={"road": "road"}).arcs()["road"]) == {"caf\u00e9"}


def test_an_empty_layer_is_told(tmp_path):
    empty = gpd.GeoDataFrame({"road": []}, geometry=[], crs="EPSG:4326")
    empty.to_file(tmp_path / "empty.gpkg", driver="GPKG", layer="roads", geometry_type="LineString")
    (told,) = faults(tmp_path / "empty.gpkg")
    assert told.startswith("empty.gpkg: ")


def test_a_shape_of_another_kind_is_told_at_its_feature(tmp_path):
    frame = gpd.GeoDataFrame(
        {"road": ["a", "b", "c"]},
        geometry=[LineString(GOOD), Point(5, 0), CORNER], crs="EPSG:4326",
    )  # fmt: skip
    frame.to_file(tmp_path / "mixed.geojson", driver="GeoJSON")
    told = faults(tmp_path / "mixed.geojson")
    assert told == [
        "mixed.geojson: feature 1: the geometry is a Point: expected a line",
        "mixed.geojson: feature 2: the geometry is a Polygon: expected a line",
    ]


@pytest.mark.parametrize("seed", range(12))
def test_a_corrupted_extract_is_read_or_told_and_nothing_else(tmp_path, seed):
    bad = bytearray(EXTRACT.read_bytes())
    dice = random.Random(seed)
    for _ in range(1 + seed):
        bad[dice.randrange(len(bad))] ^= 1 << dice.randrange(8)
    path = tmp_path / "roads.osm.pbf"
    path.write_bytes(bytes(bad))
    assert files_told_of(path) <= {"roads.osm.pbf"}


@pytest.mark.parametrize("seed", range(12))
def test_a_corrupted_geopackage_is_read_or_told_and_nothing_else(tmp_path, seed):
    path = roads(tmp_path / "roads.gpkg", *[[(5.0, i / 100), (5.1, i / 100)] for i in range(50)])
    bad = bytearray(path.read_bytes())
    dice = random.Random(seed)
    for _ in range(1 + 3 * seed):
        bad[dice.randrange(100, len(bad))] ^= 1 << dice.randrange(8)
    path.write_bytes(bytes(bad))
    assert files_told_of(path) <= {"roads.gpkg"}


@pytest.mark.parametrize("name", ["bomb.kmz", "bomb.shp.zip", "bomb.gdb.zip", "bomb.kml"])
def test_a_packed_layer_is_refused_before_it_is_unpacked(tmp_path, name):
    with zipfile.ZipFile(tmp_path / name, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("doc.kml", b"5,0 5,1 " * 5_000_000)
    assert (tmp_path / name).stat().st_size < 200_000
    assert faults(tmp_path / name) == [f"{name}: packed files are not read, as they may swell to any size: unpack it"]


def test_a_gzip_that_swells_is_refused_before_its_text_is_kept(tmp_path):
    """One text of 64 MB in 64 kB: XML has to be kept until it ends."""
    text = b"<osm version='0.6'><way id='1'><tag k='highway' v='" + b"a" * 64_000_000 + b"'/></way></osm>"
    (tmp_path / "bomb.osm.gz").write_bytes(gzip.compress(text))
    assert "more than a file of its size can" in faults(tmp_path / "bomb.osm.gz")[0]


def test_a_format_that_says_one_place_many_times_is_not_read(tmp_path):
    """TopoJSON may draw one line a thousand times in a thousand bytes."""
    topology = {
        "type": "Topology", "arcs": [GOOD],
        "objects": {"roads": {"type": "LineString", "arcs": [0] * 1000}},
    }  # fmt: skip
    (tmp_path / "roads.topojson").write_text(json.dumps(topology))
    assert "make a GeoPackage or GeoJSON of it" in faults(tmp_path / "roads.topojson")[0]


def osm(nodes: int) -> bytes:
    head = b"<osm version='0.6'><node id='1' lat='0' lon='5'/><node id='2' lat='0' lon='5.1'/>"
    way = b"<way id='1'><nd ref='1'/><nd ref='2'/><tag k='highway' v='primary'/></way></osm>"
    return head + b"".join(b"<node id='%d' lat='1' lon='5'/>" % (i + 3) for i in range(nodes)) + way


def test_an_extract_that_swells_is_not_read_to_its_end(tmp_path):
    (tmp_path / "plain.osm.gz").write_bytes(gzip.compress(osm(1000)))
    assert len(aw.read_network(tmp_path / "plain.osm.gz").arcs()) == 2
    alike = b"<node id='7' lat='1' lon='5'/>" * 4_000_000
    (tmp_path / "bomb.osm.gz").write_bytes(gzip.compress(osm(0).replace(b"<way", alike + b"<way")))
    assert (tmp_path / "bomb.osm.gz").stat().st_size < 400_000
    (told,) = faults(tmp_path / "bomb.osm.gz")
    assert told.startswith("bomb.osm.gz: ")
    assert "more than a file of its size can" in told


def test_entities_of_xml_are_not_blown_up(tmp_path):
    laughs = "".join(f'<!ENTITY l{i} "{f"&l{i - 1};" * 10}">' for i in range(1, 10))
    text = f'<?xml version="1.0"?><!DOCTYPE osm [<!ENTITY l0 "ha">{laughs}]><osm version="0.6"><node id="&l9;"/></osm>'
    (tmp_path / "laughs.osm").write_text(text)
    assert "cannot be read to its end" in faults(tmp_path / "laughs.osm")[0]


def test_areas_of_control_are_told_likewise(tiny):
    path = tiny / "data" / "control.geojson"
    areas = json.loads(path.read_text())
    areas["features"][0]["geometry"]["coordinates"][0][1] = [400, 0.15]
    path.write_text(json.dumps(areas))
    with pytest.raises(aw.ScenarioError, match=r"control.geojson: feature 0: a corner lies at \(400, 0.15\)"):
        aw.read_scenario(tiny)


def test_points_of_no_place_are_told_likewise(tiny):
    points = gpd.GeoDataFrame(
        {"name": ["yard", "line", "none"]}, geometry=[Point(5.3, np.nan), CORNER, None], crs="EPSG:4326"
    )
    points.to_file(tiny / "data" / "posts.gpkg", driver="GPKG")
    written = (tiny / "scenario.yaml").read_text()
    layer = "gate_layers:\n  posts: {layer: data/posts.gpkg, aid: open, goods: open, civilians: open}\n"
    (tiny / "scenario.yaml").write_text(written.replace("gates:\n", layer + "gates:\n", 1))
    with pytest.raises(aw.ScenarioError) as caught:
        aw.read_scenario(tiny)
    told = [fault.text for fault in caught.value.diagnostics]
    assert [text.split(": ")[1] for text in told] == ["feature 1", "feature 2", "feature 3"]
    assert "the geometry is a Polygon: expected a point or a line" in told[1]


def test_a_layer_is_whole_where_it_is_only_long(tmp_path):
    many = roads(tmp_path / "many.gpkg", *[[(5 + i * 1e-5, 0.0), (5 + (i + 1) * 1e-5, 0.0)] for i in range(20_000)])
    assert len(aw.read_network(many, join_within_m=0).arcs()) == 2 * 20_000
    assert shapely.get_num_coordinates(aw.read_network(many, join_within_m=0).arcs().geometry.values).sum() == 80_000


def test_a_copy_of_a_sound_extract_is_sound(tmp_path):
    shutil.copy(EXTRACT, tmp_path / "roads.osm.pbf")
    assert len(aw.read_network(tmp_path / "roads.osm.pbf").arcs()) > 1000
