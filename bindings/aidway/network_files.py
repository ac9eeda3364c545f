# SPDX-License-Identifier: Apache-2.0
"""A road network written to files that others open."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from .errors import RequestError
from .qgis_styles import Rule, qml, rules_for, sld
from .writing import whole_file

if TYPE_CHECKING:
    import geopandas

    from .network import Network

FORMATS = {".gpkg": "GPKG", ".geojson": "GeoJSON", ".fgb": "FlatGeobuf", ".parquet": "Parquet"}
"""Endings of files that a network can be written to; the first takes every layer, the others the arcs."""
LISTS = ("features", "barred", "other_names")
STYLES = """
CREATE TABLE layer_styles (id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, f_table_catalog TEXT(256),
    f_table_schema TEXT(256), f_table_name TEXT(256), f_geometry_column TEXT(256), styleName TEXT(30), styleQML TEXT,
    styleSLD TEXT, useAsDefault BOOLEAN, description TEXT, owner TEXT(30), ui TEXT(30),
    update_time DATETIME DEFAULT CURRENT_TIMESTAMP)
"""
"""The table in which QGIS keeps styles with a GeoPackage, as it makes it itself."""


def require_format(path: Path) -> str:
    """Return the kind of file that a name asks for.

    Raises
    ------
    RequestError
        If its ending is none of `FORMATS`.
    """
    kind = FORMATS.get(path.suffix.lower())
    if kind is None:
        raise RequestError(f"a network is written to a file that ends in {', '.join(FORMATS)}, not '{path.name}'")
    return kind


def write_network(network: Network, path: Path) -> None:
    """Write a network; see `Network.to_file`."""
    kind = require_format(path)
    layers = {"arcs": network.arcs()}
    if kind == "GPKG":
        layers |= {
            "nodes": network.nodes(),
            "repairs": network.repairs(),
            "gate_candidates": network.gate_candidates(),
        }
    layers = {name: _flat(layer) for name, layer in layers.items() if not layer.empty}
    rules = {name: _rules(name, layer) for name, layer in layers.items()}
    with whole_file(path) as beside:
        beside.unlink()  # drivers make their file themselves
        if kind == "Parquet":
            layers["arcs"].to_parquet(beside, index=False)
        for name, layer in layers.items() if kind != "Parquet" else ():
            layer.to_file(beside, layer=name, driver=kind, index=False)
        if kind == "GPKG":
            _add_styles(beside, rules)
    if kind in ("GeoJSON", "FlatGeobuf"):
        _style_beside(path, qml(rules["arcs"]))


def _flat(layer: geopandas.GeoDataFrame) -> geopandas.GeoDataFrame:
    """Return a layer with its index as a column and lists as JSON text, which every format can hold."""
    flat = layer.reset_index() if layer.index.name else layer
    for column in LISTS:
        if column in flat:
            flat[column] = [json.dumps(value, ensure_ascii=False) for value in flat[column]]
    return flat


def _rules(name: str, layer: geopandas.GeoDataFrame) -> list[Rule]:
    if name == "nodes":
        return rules_for(name, ())
    words = set(layer["road_class" if name == "arcs" else "kind"])
    return rules_for(name, words, gates=name == "arcs" and bool((layer["gate"] != "").any()))


def _add_styles(geopackage: Path, rules: Mapping[str, list[Rule]]) -> None:
    """Put the styles where QGIS looks for the default of each layer."""
    with closing(sqlite3.connect(geopackage)) as database, database:
        database.execute(STYLES)
        database.execute(
            "INSERT INTO gpkg_contents (table_name, data_type, identifier, description, srs_id) "
            "VALUES ('layer_styles', 'attributes', 'layer_styles', '', 0)"
        )
        for layer, of in rules.items():
            database.execute(
                "INSERT INTO layer_styles (f_table_catalog, f_table_schema, f_table_name, f_geometry_column, styleName,"
                " styleQML, styleSLD, useAsDefault, description, owner) VALUES ('', '', ?, 'geom', ?, ?, ?, 1, ?, '')",
                (layer, layer, qml(of), sld(layer, of), "made to be read in black and white too"),
            )


def _style_beside(path: Path, style: str) -> None:
    """Write a style under the name by which QGIS finds it; one that is there is somebody's own and stays."""
    beside = path.with_suffix(".qml")
    if not beside.exists():
        with whole_file(beside) as half:
            half.write_text(style, encoding="utf-8")
