# SPDX-License-Identifier: Apache-2.0
"""A scenario may come from a stranger: what it can make the engine read, and what broken files say."""

import contextlib
import json
import shutil
import sqlite3
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import aidway as aw
import geopandas as gpd
import pytest
from shapely import LineString

TINY = Path(__file__).parents[1] / "data" / "tiny"
EXTRACTS = Path(__file__).parents[1] / "data" / "osm-extracts"


@pytest.fixture
def folder(tmp_path):
    """A copy of the tiny scenario, and beside it the same roads, which are none of its business."""
    shutil.copytree(TINY, tmp_path / "tiny")
    shutil.copy(TINY / "data" / "roads.geojson", tmp_path / "outside.geojson")
    return tmp_path / "tiny"


def faults(folder, **allowed):
    with pytest.raises(aw.ScenarioError) as caught:
        aw.read_scenario(folder, **allowed)
    return [fault.text for fault in caught.value.diagnostics]


def name_layer(folder, layer):
    path = folder / "scenario.yaml"
    path.write_text(path.read_text().replace("layer: data/roads.geojson", f"layer: {layer}"))


def link(path, target):
    path.unlink()
    path.symlink_to(target)


@pytest.fixture
def requests():
    """Paths asked of a server on this machine, whose address is `requests.address`."""

    class Asked(list):
        address = ""

    asked = Asked()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            asked.append(self.path)
            self.send_response(404)
            self.end_headers()

        do_HEAD = do_GET  # noqa: N815 (what http.server calls)

        def log_message(self, *args):
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    asked.address = f"http://127.0.0.1:{server.server_address[1]}"
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield asked
    server.shutdown()
    server.server_close()


def test_a_link_that_leads_out_is_refused_unless_that_is_allowed(folder):
    link(folder / "data" / "roads.geojson", folder.parent / "outside.geojson")
    (told,) = faults(folder)
    assert told == (
        "scenario.yaml:18:10: 'data/roads.geojson' is a link that leads out of the scenario folder: "
        "put the file itself there"
    )
    assert aw.read_scenario(folder, allow_outside=True).name == "tiny"


def test_a_link_within_the_folder_is_followed(folder):
    (folder / "data" / "roads.geojson").rename(folder / "roads.geojson")
    (folder / "data" / "roads.geojson").symlink_to(folder / "roads.geojson")
    assert aw.read_scenario(folder).name == "tiny"


def test_tables_agreements_and_the_scenario_itself_may_be_no_link_out_either(folder):
    outside = folder.parent
    shutil.copy(folder / "data" / "gate_status.csv", outside / "status.csv")
    link(folder / "data" / "gate_status.csv", outside / "status.csv")
    shutil.copy(folder / "agreements" / "one-road.yaml", outside / "one-road.yaml")
    link(folder / "agreements" / "one-road.yaml", outside / "one-road.yaml")
    assert faults(folder) == [
        "agreements/one-road.yaml: is a link that leads out of the scenario folder",
        (
            "scenario.yaml:54:10: 'data/gate_status.csv' is a link that leads out of the scenario folder: "
            "put the file itself there"
        ),
    ]
    shutil.copy(folder / "scenario.yaml", outside / "scenario.yaml")
    link(folder / "scenario.yaml", outside / "scenario.yaml")
    with pytest.raises(aw.IoError, match="leads out of the scenario folder"):
        aw.read_scenario(folder)


def test_what_belongs_to_a_shapefile_may_be_no_link_out(folder):
    roads = gpd.read_file(folder / "data" / "roads.geojson")
    roads.to_file(folder / "data" / "roads.shp")
    name_layer(folder, "data/roads.shp\n  columns: {road: road, gate: gate, road_class: road_class}")
    assert aw.read_scenario(folder).name == "tiny"
    (folder / "data" / "roads.dbf").rename(folder.parent / "roads.dbf")
    (folder / "data" / "roads.dbf").symlink_to(folder.parent / "roads.dbf")
    (told,) = faults(folder)
    assert "'data/roads.dbf' is a link that leads out" in told


def test_absolute_paths_and_paths_upwards_are_read_where_that_is_allowed(folder):
    name_layer(folder, "../outside.geojson")
    assert "lies outside the scenario folder" in faults(folder)[0]
    assert aw.read_scenario(folder, allow_outside=True).name == "tiny"
    path = folder / "scenario.yaml"
    path.write_text(path.read_text().replace("../outside.geojson", str(folder.parent / "outside.geojson")))
    assert aw.read_scenario(folder, allow_outside=True).name == "tiny"


def test_nothing_is_fetched_unless_that_is_allowed(folder, requests):
    name_layer(folder, f"/vsicurl/{requests.address}/roads.geojson")
    (told,) = faults(folder)
    assert "lies on a network" in told
    assert not requests
    assert "cannot be read as a vector layer" in faults(folder, allow_network=True)[0]
    assert requests, "and then it is asked for"


def test_a_coordinate_system_is_not_fetched_either(folder, requests):
    path = folder / "data" / "roads.geojson"
    layer = json.loads(path.read_text())
    layer["crs"] = {"type": "link", "properties": {"href": f"{requests.address}/crs", "type": "proj4"}}
    path.write_text(json.dumps(layer))
    with contextlib.suppress(aw.ScenarioError):
        aw.read_scenario(folder)
    assert not requests


def test_a_link_in_a_kml_file_is_not_followed(folder, requests):
    path = folder.parent / "roads.kml"
    line = "<LineString><coordinates>5,0 5.1,0</coordinates></LineString>"
    path.write_text(
        "<?xml version='1.0' encoding='UTF-8'?><kml xmlns='http://www.opengis.net/kml/2.2'><Document>"
        f"<name>roads</name><NetworkLink><Link><href>{requests.address}/more.kml</href></Link></NetworkLink>"
        f"<Placemark><name>a</name>{line}</Placemark></Document></kml>"
    )
    assert len(aw.read_network(path, columns={"layer": "roads"}).arcs()) == 2
    assert not requests


def geopackage(path):
    roads = gpd.GeoDataFrame({"road": ["a"]}, geometry=[LineString([(5, 0), (5.1, 0)])], crs="EPSG:4326")
    roads.to_file(path, layer="roads", driver="GPKG")
    return path


def test_a_geopackage_of_plain_tables_is_read(tmp_path):
    assert len(aw.read_network(geopackage(tmp_path / "roads.gpkg")).arcs()) == 2


@pytest.mark.parametrize("name", ["elsewhere", 'rtree_x"" USING rtree("'])
def test_a_geopackage_with_a_table_that_stands_for_a_file_is_refused(tmp_path, name):
    path = geopackage(tmp_path / "roads.gpkg")
    with sqlite3.connect(path) as database:
        database.execute("PRAGMA writable_schema = ON")
        database.execute(
            "INSERT INTO sqlite_master (type, name, tbl_name, rootpage, sql) VALUES ('table', ?, ?, 0, ?)",
            (
                name.replace('""', '"'),
                name.replace('""', '"'),
                f"CREATE VIRTUAL TABLE \"{name}\" USING VirtualText('/etc/passwd', 'UTF-8', 0)",
            ),
        )
    with pytest.raises(aw.ScenarioError, match=r"is no plain table and may point elsewhere|malformed database schema"):
        aw.read_network(path)


def test_a_layer_that_is_a_view_is_refused(tmp_path):
    path = geopackage(tmp_path / "roads.gpkg")
    with sqlite3.connect(path) as database:
        database.execute("CREATE VIEW seen AS SELECT fid, geom, road FROM roads")
        database.execute("UPDATE gpkg_contents SET table_name = 'seen'")
        database.execute("UPDATE gpkg_geometry_columns SET table_name = 'seen'")
    with pytest.raises(aw.ScenarioError, match="'seen' is no plain table"):
        aw.read_network(path)


@pytest.mark.parametrize("suffix", ["sqlite", "vrt", "gml"])
def test_formats_that_point_elsewhere_are_not_read(tmp_path, suffix):
    path = tmp_path / f"roads.{suffix}"
    roads = gpd.read_file(geopackage(tmp_path / "roads.gpkg"))
    if suffix == "vrt":
        path.write_text(
            "<OGRVRTDataSource><OGRVRTLayer name='roads'><SrcDataSource>roads.gpkg</SrcDataSource></OGRVRTLayer>"
            "</OGRVRTDataSource>"
        )
    else:
        roads.to_file(path, driver={"sqlite": "SQLite", "gml": "GML"}[suffix])
    with pytest.raises(aw.ScenarioError, match="as they may point elsewhere: make a GeoPackage or GeoJSON of it"):
        aw.read_network(path)


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.999])
@pytest.mark.parametrize("name", ["roads.osm.pbf", "roads.gpkg", "roads.geojson"])
def test_a_truncated_file_is_a_fault_that_names_it(tmp_path, name, share):
    path = tmp_path / name
    if name.endswith(".pbf"):
        shutil.copy(EXTRACTS / "an-nabk.osm.pbf", path)
    elif name.endswith(".gpkg"):
        geopackage(path)
    else:
        shutil.copy(TINY / "data" / "roads.geojson", path)
    whole = path.read_bytes()
    path.write_bytes(whole[: int(len(whole) * share)])
    with pytest.raises(aw.ScenarioError) as caught:
        aw.read_network(path)
    assert all(fault.file == name for fault in caught.value.diagnostics)


def test_a_million_vertices_are_read(tmp_path):
    line = [[5 + i * 1e-6, 0.1 * (i % 2) * 1e-4] for i in range(1_000_000)]
    feature = {"type": "Feature", "properties": {}, "geometry": {"type": "LineString", "coordinates": line}}
    path = tmp_path / "long.geojson"
    path.write_text(json.dumps({"type": "FeatureCollection", "features": [feature]}))
    network = aw.read_network(path, join_within_m=0)
    assert len(network.arcs()) == 2
    assert network.arcs()["length_m"][0] > 1e5
