# SPDX-License-Identifier: Apache-2.0
"""The same lines make the same network, in whichever format and coordinate system they come."""

import aidway as aw
import geopandas
import pyogrio
import pytest
from shapely import LineString

NAMES = {"road": "name", "road_class": "kind", "one_way": "dir", "length_km": "km"}
DRIVERS = {
    "shp": "ESRI Shapefile",
    "gpkg": "GPKG",
    "geojson": "GeoJSON",
    "fgb": "FlatGeobuf",
    "gdb": "OpenFileGDB",
    "kml": "LIBKML",
}


@pytest.fixture
def lines():
    """Three roads on whole ten-millionths of a degree, one of them one-way and of a stated length."""
    drawn = [
        LineString([(36.5, 34.0), (36.51, 34.0)]),
        LineString([(36.51, 34.0), (36.51, 34.01), (36.52, 34.01)]),
        LineString([(36.52, 34.01), (36.5, 34.0)]),
    ]
    told = {"name": ["Mill Road", "\u0637\u0631\u064a\u0642", "Old Road"], "kind": ["primary", "track", "track"]}
    return geopandas.GeoDataFrame(told | {"dir": ["no", "yes", "no"], "km": [1.5, 2.5, 3.5]}, geometry=drawn, crs=4326)


@pytest.fixture
def network(lines):
    return aw.network_from_geodataframe(lines, columns=NAMES)


def test_the_table_itself_makes_five_arcs(network):
    assert (len(network.nodes()), len(network.arcs())) == (3, 5)
    assert sorted(set(network.arcs()["length_m"])) == [1500.0, 2500.0, 3500.0]


@pytest.mark.parametrize("ending", DRIVERS)
def test_every_format_makes_the_network_of_the_table(lines, network, tmp_path, ending):
    if DRIVERS[ending] not in pyogrio.list_drivers(write=True):
        pytest.skip(f"this GDAL cannot write {DRIVERS[ending]}")
    path = tmp_path / f"roads.{ending}"
    options = {"encoding": "UTF-8"} if ending == "shp" else {}
    lines.rename(columns={"name": "name_"} if ending == "kml" else {}).to_file(path, driver=DRIVERS[ending], **options)
    named = NAMES | ({"road": "name_"} if ending == "kml" else {})
    assert aw.read_network(path, columns=named).digest == network.digest


@pytest.mark.parametrize("system", ["EPSG:3857", "EPSG:32637"])
@pytest.mark.parametrize("ending", ["shp", "gpkg", "fgb"])
def test_every_coordinate_system_makes_the_network_of_the_table(lines, network, tmp_path, ending, system):
    path = tmp_path / f"roads.{ending}"
    lines.to_crs(system).to_file(path, driver=DRIVERS[ending], **({"encoding": "UTF-8"} if ending == "shp" else {}))
    assert aw.read_network(path, columns=NAMES).digest == network.digest


def test_a_column_that_a_layer_lacks_is_named_with_the_nearest(lines, tmp_path):
    lines.to_file(tmp_path / "roads.gpkg")
    with pytest.raises(aw.ScenarioError, match="kin"):
        aw.read_network(tmp_path / "roads.gpkg", columns={"road_class": "kin"})
    assert aw.read_network(tmp_path / "roads.gpkg", columns={"road_class": "kind"}).arcs().shape[0] == 6
