# SPDX-License-Identifier: Apache-2.0
"""`aw.network_from_geodataframe`: lines in memory make the network that a layer of them makes."""

import json

import aidway as aw
import geopandas
import numpy as np
import pandas as pd
import pytest
from shapely import LineString, MultiLineString, Point

COLUMNS = {"road": "name", "road_class": "class", "one_way": "oneway", "surface": "paving", "max_weight_t": "t"}


def streets(**changed):
    """Return a small town: two roads crossing at a vertex, one of them ending near a third."""
    lines = [
        LineString([(37.0, 36.0), (37.01, 36.0), (37.02, 36.0)]),
        LineString([(37.01, 36.01), (37.01, 36.0), (37.01, 35.99)]),
        LineString([(37.02003, 36.0), (37.03, 36.01)]),  # 2.7 m away
    ]
    told = {
        "name": ["long", "high", None],
        "class": ["primary", "primary", "track"],
        "oneway": [None, -1, np.nan],
        "paving": ["paved", None, "mud"],
        "t": [np.nan, 7.5, None],
    }
    return geopandas.GeoDataFrame(told | changed, geometry=lines, crs="EPSG:4326")


@pytest.mark.parametrize("system", ["EPSG:4326", "EPSG:32637", "EPSG:3857", "EPSG:22770", None])
def test_a_table_makes_the_network_of_its_layer(tmp_path, system):
    lines = streets() if system is None else streets().to_crs(system)
    lines.to_file(tmp_path / "roads.gpkg")
    if system is None:
        lines = lines.set_crs(None, allow_override=True)
    by_file = aw.read_network(tmp_path / "roads.gpkg", columns=COLUMNS)
    by_table = aw.network_from_geodataframe(lines, columns=COLUMNS)
    assert by_table.digest == by_file.digest
    assert len(by_table.arcs()) == 8  # long: 2 x 2, high: 2 one way, track: 2
    told = by_table.repairs()
    assert list(told["kind"]) == ["join"]
    assert told["what"][0] == "feature 2 ends 2.70 m from the end of feature 0: joined"


def test_cells_may_be_text_numbers_booleans_or_lists():
    plain = aw.network_from_geodataframe(streets(), columns=COLUMNS)
    other = streets(oneway=["no", "reverse", False], t=["", "7500 kg", None], name=["long", "high", pd.NA])
    assert aw.network_from_geodataframe(other, columns=COLUMNS).digest == plain.digest
    bridge = streets(over=[["ford", "bridge"], '["bridge", "ford"]', "bridge; ford"])
    arcs = aw.network_from_geodataframe(bridge, columns={"features": "over"}).arcs()
    assert set(arcs["features"].map(tuple)) == {("bridge", "ford")}


def test_every_fault_is_told_with_the_index_of_its_row():
    lines = streets(t=["heavy", None, "-3"], oneway=["maybe", None, None])
    lines.index = [40, 50, 60]
    lines.loc[50, "geometry"] = Point(37, 36)
    with pytest.raises(aw.ScenarioError) as caught:
        aw.network_from_geodataframe(lines, columns=COLUMNS, name="streets")
    assert [fault.text for fault in caught.value.diagnostics] == [
        "streets: feature 40: the direction is 'maybe': expected yes, no or -1 (or F, B or T)",
        "streets: feature 40: the limit of weight is 'heavy': expected a number of t above 0",
        "streets: feature 50: the geometry is a Point: expected a line",
        "streets: feature 60: the limit of weight is '-3': expected a number of t above 0",
    ]


def test_rows_without_a_number_of_their_own_are_told_by_their_place():
    lines = streets()
    lines.index = ["a", "b", "c"]
    lines.loc["b", "geometry"] = None
    with pytest.raises(aw.ScenarioError, match="GeoDataFrame: feature 1: there is no geometry: expected a line"):
        aw.network_from_geodataframe(lines)


def test_a_part_of_a_multi_line_is_a_line():
    parts = MultiLineString([[(0, 0), (0.01, 0)], [(0.01, 0), (0.02, 0.01)]])
    lines = geopandas.GeoDataFrame(geometry=[parts], crs="EPSG:4326")
    assert len(aw.network_from_geodataframe(lines).arcs()) == 4


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"columns": {"roat": "name"}}, "no column 'roat'; did you mean 'road'?"),
        ({"columns": {"layer": "name"}}, "no column 'layer'"),
        ({"columns": {"road": "nam"}}, "no column 'nam'; did you mean 'name'?"),
        ({"join_within_m": float("nan")}, "join_within_m must be at least 0, not nan"),
    ],
)
def test_what_cannot_be_meant_is_refused(change, says):
    with pytest.raises(aw.RequestError, match=says.replace("?", r"\?")):
        aw.network_from_geodataframe(streets(), **change)


def test_a_table_without_geometry_is_refused():
    with pytest.raises(aw.RequestError, match="made of a GeoDataFrame, not of a DataFrame"):
        aw.network_from_geodataframe(pd.DataFrame({"name": ["a"]}))
    with pytest.raises(aw.ScenarioError, match="the layer has no lines: expected at least one road"):
        aw.network_from_geodataframe(streets().iloc[:0])


def test_a_network_comes_back_from_its_arcs(town):
    arcs = town.arcs()
    again = aw.network_from_geodataframe(arcs)
    assert again.digest == town.digest
    back = again.arcs()
    for column in ("tail", "head", "reverse", "length_m", "feature", "other_names", "barred"):
        assert back[column].tolist() == arcs[column].tolist(), column
    assert again.repairs()["kind"].tolist() == town.repairs().query("kind == 'island'")["kind"].tolist()


def test_the_order_of_arcs_means_nothing_and_a_part_of_them_is_a_network(town):
    shuffled = town.arcs().sample(frac=1, random_state=3).to_crs("EPSG:32637")
    assert aw.network_from_geodataframe(shuffled).digest == town.digest
    residential = shuffled[shuffled["road_class"] == "residential"]
    assert len(aw.network_from_geodataframe(residential).arcs()) == len(residential)


def test_arcs_come_back_from_a_file(town, tmp_path):
    town.to_file(tmp_path / "town.gpkg")
    arcs = geopandas.read_file(tmp_path / "town.gpkg", layer="arcs")
    again = aw.network_from_geodataframe(arcs)
    assert again.digest == town.digest
    assert again.arcs()["other_names"].tolist() == town.arcs()["other_names"].tolist()


def test_stated_lengths_come_back(tmp_path):
    lines = streets(km=[3, None, 2.5])
    network = aw.network_from_geodataframe(lines, columns={"length_km": "km", "one_way": "oneway"})
    again = aw.network_from_geodataframe(network.arcs())
    assert again.digest == network.digest
    assert again.arcs()["length_is_stated"].sum() == 6
    assert again.arcs()["length_m"].sum() == pytest.approx(2 * 5500 + 2 * 1111.9, rel=1e-3)


def test_columns_that_are_named_are_read_as_a_layer(town):
    # The arcs of both directions, read as drawn lines, are copies of each other.
    arcs = town.arcs().head(200)
    drawn = aw.network_from_geodataframe(arcs, columns={"road": "road"})
    assert "duplicate" in set(drawn.repairs()["kind"])


def test_a_layer_tells_what_its_roads_are_like(tmp_path):
    lines = streets(
        closed=["heavy, car", None, json.dumps(["foot"])], speed=["30 mph", 50, None], high=[4.2, None, None]
    )
    lines.to_file(tmp_path / "roads.gpkg")
    named = {"barred": "closed", "max_speed_km_h": "speed", "max_height_m": "high", **COLUMNS}
    arcs = aw.read_network(tmp_path / "roads.gpkg", columns=named).arcs().set_index("road")
    assert arcs.loc["long", "barred"].iloc[0] == ["car", "heavy"]
    assert arcs.loc["long", "max_height_m"].iloc[0] == 4.2
    assert arcs.loc["long", "max_speed_km_h"].iloc[0] == pytest.approx(48.28032)
    assert arcs.loc["high", "max_weight_t"].iloc[0] == 7.5
    assert arcs.loc["", "surface"].iloc[0] == "mud"
