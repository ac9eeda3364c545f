# SPDX-License-Identifier: Apache-2.0
"""`Network.to_file`: files that others open, whole or not at all, with a style that reads in black and white."""

import sqlite3
from contextlib import closing
from xml.etree import ElementTree as Xml

import aidway as aw
import geopandas
import pytest
from aidway import network_files, road_looks
from aidway.qgis_styles import rules_for
from shapely import LineString

READERS = {
    ".gpkg": lambda path: geopandas.read_file(path, layer="arcs"),
    ".geojson": geopandas.read_file,
    ".fgb": geopandas.read_file,
    ".parquet": geopandas.read_parquet,
}
SE = "{http://www.opengis.net/se}"
OGC = "{http://www.opengis.net/ogc}"


@pytest.fixture
def gated():
    """Return roads of listed and unlisted classes, one in a gate, with repairs of several kinds."""
    lines = [
        LineString([(0, 0), (0.01, 0)]),
        LineString([(0.0100001, 0.00001), (0.02, 0)]),
        LineString([(0, 0), (0.01, 0)]),
        LineString([(0.5, 0.5), (0.5, 0.5)]),
        LineString([(1, 1), (1.01, 1)]),
    ]
    told = {"kind": ["track", "Bob's road", "track", "track", "primary"], "gate": ["", "post", "", "", ""]}
    table = geopandas.GeoDataFrame(told, geometry=lines, crs="EPSG:4326")
    return aw.network_from_geodataframe(table, columns={"road_class": "kind", "gate": "gate"})


@pytest.mark.parametrize("ending", network_files.FORMATS)
def test_the_network_comes_back_from_every_format(town, tmp_path, ending):
    path = tmp_path / f"town{ending}"
    town.to_file(path)
    arcs = READERS[ending](path)
    assert arcs.crs == "EPSG:4326"
    assert aw.network_from_geodataframe(arcs).digest == town.digest


def styles(path):
    with closing(sqlite3.connect(path)) as database:
        rows = database.execute(
            "SELECT f_table_name, styleQML, styleSLD FROM layer_styles WHERE f_table_catalog = '' AND "
            "f_table_schema = '' AND f_geometry_column = 'geom' AND useAsDefault = 1 AND update_time IS NOT NULL"
        ).fetchall()
        known = database.execute("SELECT table_name, data_type FROM gpkg_contents").fetchall()
        columns = dict(database.execute("SELECT table_name, column_name FROM gpkg_geometry_columns").fetchall())
    assert ("layer_styles", "attributes") in known
    assert set(columns.values()) == {"geom"}
    assert {name for name, *_ in rows} == set(columns)  # a style for every layer with a geometry
    return {name: (Xml.fromstring(qml), Xml.fromstring(sld)) for name, qml, sld in rows}


def test_every_layer_of_a_geopackage_has_a_default_style(gated, tmp_path):
    gated.to_file(tmp_path / "roads.gpkg")
    found = styles(tmp_path / "roads.gpkg")
    assert set(found) == {"arcs", "nodes", "repairs"}
    for name, (qml, sld) in found.items():
        assert qml.tag == "qgis"
        symbols = {symbol.get("name"): symbol for symbol in qml.iter("symbol")}
        rules = qml.findall("renderer-v2[@type='RuleRenderer']/rules/rule")
        assert sorted(rule.get("symbol") for rule in rules) == sorted(symbols)
        assert [rule.get("label") for rule in rules] == [rule.findtext(f"{SE}Name") for rule in sld.iter(f"{SE}Rule")]
        assert sld.findtext(f".//{SE}Name") == name
        kind = "line" if name == "arcs" else "marker"
        assert {symbol.get("type") for symbol in symbols.values()} == {kind}
        for symbol in symbols.values():
            layer = symbol.find("layer")
            options = {option.get("name"): option.get("value") for option in layer.find("Option")}
            assert options == {prop.get("k"): prop.get("v") for prop in layer.findall("prop")}


def test_rules_take_each_arc_and_mark_those_in_a_gate(gated, tmp_path):
    gated.to_file(tmp_path / "roads.gpkg")
    qml, sld = styles(tmp_path / "roads.gpkg")["arcs"]
    rules = {rule.get("label"): rule.get("filter") for rule in qml.iter("rule")}
    assert rules == {
        "primary": "\"road_class\" = 'primary'",
        "track": "\"road_class\" = 'track'",
        "other": "ELSE",
        "in a gate": "\"gate\" <> ''",
    }
    with closing(sqlite3.connect(tmp_path / "roads.gpkg")) as database:
        taken = [
            database.execute(f"SELECT count(*) FROM arcs WHERE {filter_}").fetchone()[0]
            for filter_ in rules.values()
            if filter_ != "ELSE"
        ]
    assert taken == [2, 2, 2]
    assert len(list(sld.iter(f"{SE}ElseFilter"))) == 1
    assert [literal.text for literal in sld.iter(f"{OGC}Literal")] == ["primary", "track", None]


def test_classes_differ_in_black_and_white():
    main = [
        "motorway",
        "trunk",
        "primary",
        "secondary",
        "tertiary",
        "unclassified",
        "service",
        "track",
        "path",
        "ferry",
    ]
    # Whatever their colour, they differ by width or dashes.
    told = [(road_looks.ROADS[name].width_mm, road_looks.ROADS[name].dashes) for name in main]
    assert len(set(told)) == len(told)
    shapes = [look.shape for look in (*road_looks.REPAIRS.values(), road_looks.OTHER_REPAIR)]
    assert len(set(shapes)) == len(shapes)
    assert len({look.shape for look in road_looks.GATES.values()}) == len(road_looks.GATES)


def test_a_quote_in_a_value_stays_inside_it():
    assert rules_for("arcs", ["it's"])[0].label == "other"  # not listed: no rule of its own
    from aidway.qgis_styles import Rule

    assert Rule("x", road_looks.OTHER_ROAD, "road_class", "it's").expression() == "\"road_class\" = 'it''s'"


def test_a_style_lies_beside_geojson_unless_there_is_one(gated, tmp_path):
    gated.to_file(tmp_path / "roads.geojson")
    assert Xml.parse(tmp_path / "roads.qml").getroot().tag == "qgis"
    (tmp_path / "roads.qml").write_text("mine")
    gated.to_file(tmp_path / "roads.geojson")
    assert (tmp_path / "roads.qml").read_text() == "mine"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["roads.geojson", "roads.qml"]


@pytest.mark.parametrize("ending", network_files.FORMATS)
def test_a_write_that_fails_leaves_what_was_there(gated, tmp_path, ending, monkeypatch):
    path = tmp_path / f"roads{ending}"
    path.write_text("yesterday's")

    def refuse(*_, **__):
        raise OSError("no space left")

    monkeypatch.setattr(geopandas.GeoDataFrame, "to_file", refuse)
    monkeypatch.setattr(geopandas.GeoDataFrame, "to_parquet", refuse)
    with pytest.raises(OSError, match="no space left"):
        gated.to_file(path)
    assert path.read_text() == "yesterday's"
    assert [entry.name for entry in tmp_path.iterdir()] == [path.name]


def test_a_file_is_replaced_as_a_whole(gated, town, tmp_path):
    path = tmp_path / "roads.gpkg"
    town.to_file(path)
    gated.to_file(path)
    assert len(geopandas.read_file(path, layer="arcs")) == len(gated.arcs())


def test_another_ending_and_a_missing_folder_are_refused(gated, tmp_path):
    with pytest.raises(aw.RequestError, match=r"ends in \.gpkg, \.geojson, \.fgb, \.parquet, not 'roads\.shp'"):
        gated.to_file(tmp_path / "roads.shp")
    with pytest.raises(aw.IoError, match="there is no folder"):
        gated.to_file(tmp_path / "nowhere" / "roads.gpkg")
