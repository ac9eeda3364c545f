# SPDX-License-Identifier: Apache-2.0
"""`aw.read_network`: roads from a planner's own files, with what was mended."""

import json
from pathlib import Path

import aidway as aw
import geopandas
import numpy as np
import pytest
from shapely import LineString

AN_NABK = Path(__file__).parents[1] / "data" / "osm-extracts" / "an-nabk.osm.pbf"


def layer(folder, lines, **columns):
    """Return a layer of lines given in degrees."""
    frame = geopandas.GeoDataFrame(columns, geometry=[LineString(line) for line in lines], crs="EPSG:4326")
    frame.to_file(folder / "roads.gpkg")
    return folder / "roads.gpkg"


def test_arcs_tell_of_a_road_as_the_map_does(town):
    arcs = town.arcs()
    assert {"motorway", "residential"} <= set(arcs["road_class"])
    motorway = arcs[arcs["road_class"] == "motorway"]
    assert (motorway["barred"].map(tuple) == ("foot",)).any()
    names = dict(motorway["other_names"].iloc[0])
    assert names["ref"] == "M5"
    assert any("\u0600" <= letter <= "\u06ff" for letter in "".join(arcs["road"]))  # Arabic is kept


def test_arcs_lie_between_their_nodes_and_back_leads_back(town):
    nodes, arcs = town.nodes(), town.arcs()
    at = nodes.geometry
    for row in arcs.sample(200, random_state=1).itertuples():
        assert row.geometry.coords[0] == at[row.tail].coords[0]
        assert row.geometry.coords[-1] == at[row.head].coords[0]
        if row.reverse >= 0:
            assert arcs.at[row.reverse, "reverse"] == row.Index
            assert list(arcs.at[row.reverse, "geometry"].coords) == list(row.geometry.coords)[::-1]


def test_a_checkpoint_of_the_map_is_a_candidate_for_a_gate(town):
    gates = town.gate_candidates()
    assert "checkpoint" in set(gates["kind"])
    nodes = {point.wkb for point in town.nodes().geometry}
    assert all(point.wkb in nodes for point in gates.geometry)


def test_a_lorry_may_not_take_every_way_that_a_walker_may(town):
    nodes = list(range(0, len(town.nodes()), 20))
    anyone = town.distances_m(nodes, nodes)
    lorry = town.distances_m(nodes, nodes, traffic="heavy")
    walker = town.distances_m(nodes, nodes, traffic="foot")
    both = np.isfinite(lorry)
    assert (walker[both] < lorry[both]).any()  # streets are one-way for lorries alone
    assert (lorry[both] >= anyone[both]).all()
    assert (np.diag(anyone) == 0).all()


def test_the_nearest_node_to_a_node_is_itself(town):
    at = town.nodes().geometry
    assert (town.nearest(list(zip(at.x, at.y, strict=True))) == np.arange(len(at))).all()


def test_a_layer_is_mended_and_each_repair_is_told(tmp_path):
    lines = [
        [(0, 0), (0.01, 0)],
        [(0.01, 0), (0, 0)],  # the same, drawn the other way round
        [(0.01, 0.00002), (0.02, 0)],  # begins 2 m away
        [(0.02, 0), (0.02, 0)],  # leads nowhere
        [(1, 1), (1.01, 1)],  # far away
    ]
    network = aw.read_network(layer(tmp_path, lines, road=["a", "a", "b", "c", "d"]), columns={"road": "road"})
    told = network.repairs().sort_values(["kind", "what"])
    assert list(zip(told["kind"], told["what"], strict=True)) == [
        ("duplicate", "feature 2 is drawn as feature 1 is: left out"),
        ("island", "2 nodes and 1.1 km of road hang together apart from the rest"),
        ("join", "feature 3 ends 2.22 m from the end of feature 1: joined"),
        ("zero_length", "feature 4: the line has 1 distinct point: left out"),
    ]
    assert len(network.arcs()) == 6
    assert sorted(set(network.arcs()["road"])) == ["a", "b", "d"]


def test_lines_that_say_something_else_are_no_duplicates(tmp_path):
    line = [(0, 0), (0.01, 0)]
    network = aw.read_network(layer(tmp_path, [line, line], road=["a", "b"]), columns={"road": "road"})
    assert len(network.arcs()) == 4
    assert network.repairs().empty


def test_the_order_of_a_layer_does_not_matter(tmp_path):
    lines = [[(0, 0), (0.01, 0)], [(0.01, 0), (0.02, 0.01)], [(0.01, 0), (0.02, -0.01)]]
    for name, order in (("one", [0, 1, 2]), ("two", [2, 0, 1])):
        (tmp_path / name).mkdir()
        layer(tmp_path / name, [lines[i] for i in order], road=[str(i) for i in order])
    read = [aw.read_network(tmp_path / name / "roads.gpkg", columns={"road": "road"}) for name in ("one", "two")]
    assert read[0].digest == read[1].digest


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"columns": {"roat": "road"}}, "no column 'roat'; did you mean 'road'?"),
        ({"join_within_m": -1}, "join_within_m must be at least 0"),
    ],
)
def test_a_request_that_cannot_be_meant_is_refused(change, says):
    with pytest.raises(aw.RequestError, match=says.replace("?", r"\?")):
        aw.read_network(AN_NABK, **change)


def test_a_column_that_is_not_there_is_named_with_the_nearest(tmp_path):
    path = layer(tmp_path, [[(0, 0), (1, 0)]], street=["a"])
    with pytest.raises(aw.ScenarioError, match=r"roads.gpkg: there is no column 'streat'; did you mean 'street'"):
        aw.read_network(path, columns={"road": "streat"})


def test_a_file_that_is_cut_off_is_refused_in_words(tmp_path):
    whole = AN_NABK.read_bytes()
    path = tmp_path / "cut.osm.pbf"
    for size in (0, 10, len(whole) // 2, len(whole) - 1):
        path.write_bytes(whole[:size])
        with pytest.raises(aw.ScenarioError, match=r"cut.osm.pbf: (cannot be read to its end|there are no roads)"):
            aw.read_network(path)


def test_a_missing_file_is_an_error_of_input():
    with pytest.raises(FileNotFoundError, match=r"nowhere\.osm\.pbf"):
        aw.read_network("nowhere.osm.pbf")


def test_what_tags_mean_is_a_file_of_the_planners_own(tmp_path, town):
    shipped = Path(aw.__file__).parent / "common" / "osm-roads.yaml"
    without = shipped.read_text().replace("  residential: {tags: [highway=residential]}\n", "")
    (tmp_path / "mine.yaml").write_text(without)
    mine = aw.read_network(AN_NABK, meanings=tmp_path / "mine.yaml")
    assert "residential" not in set(mine.arcs()["road_class"])
    (tmp_path / "mine.yaml").write_text(without.replace("one_way:", "oneway:"))
    with pytest.raises(aw.ScenarioError, match=r"mine.yaml:\d+:\d+: .*one_way"):
        aw.read_network(AN_NABK, meanings=tmp_path / "mine.yaml")


def test_frames_go_into_files_and_come_back(tmp_path, town):
    arcs = town.arcs()
    arcs["features"] = arcs["features"].map(json.dumps)
    kept = arcs[["road", "road_class", "length_m", "geometry"]]
    kept.to_file(tmp_path / "arcs.gpkg")
    again = geopandas.read_file(tmp_path / "arcs.gpkg")
    assert again["length_m"].sum() == pytest.approx(arcs["length_m"].sum())


def test_a_saved_network_is_the_same_network(tmp_path, town):
    town.save(tmp_path / "town.aidwaynet")
    again = aw.read_network(tmp_path / "town.aidwaynet")
    assert again.digest == town.digest
    assert again.arcs().equals(town.arcs())
    assert again.nodes().equals(town.nodes())
    again.save(tmp_path / "again.aidwaynet")
    assert (tmp_path / "again.aidwaynet").read_bytes() == (tmp_path / "town.aidwaynet").read_bytes()


def test_a_saved_network_that_was_touched_is_refused(tmp_path, town):
    town.save(tmp_path / "town.aidwaynet")
    whole = (tmp_path / "town.aidwaynet").read_bytes()
    middle = len(whole) // 2
    for bytes_ in (whole[:-1], whole[:middle], b"", whole[:middle] + b"?" + whole[middle + 1 :], b"x" + whole[1:]):
        (tmp_path / "town.aidwaynet").write_bytes(bytes_)
        with pytest.raises(aw.ScenarioError, match=r"town\.aidwaynet: is "):
            aw.read_network(tmp_path / "town.aidwaynet")


def test_a_network_is_saved_under_a_name_that_says_so(tmp_path, town):
    with pytest.raises(aw.RequestError, match=r"ends in \.aidwaynet, not 'town\.net'"):
        town.save(tmp_path / "town.net")
    with pytest.raises(aw.IoError):
        town.save(tmp_path / "nowhere" / "town.aidwaynet")
    town.save(tmp_path / "town.aidwaynet")
    with pytest.raises(aw.RequestError, match="settled when it was read"):
        aw.read_network(tmp_path / "town.aidwaynet", ferries=True)


def test_roads_that_cross_without_a_vertex_meet_on_request_alone(tmp_path):
    lines = [[(0, 0), (0.02, 0)], [(0.01, -0.01), (0.01, 0.01)]]
    path = layer(tmp_path, lines, road=["a", "b"])
    apart = aw.read_network(path)
    assert apart.repairs()["what"].iloc[0] == "feature 1 crosses feature 2 without a common vertex: they do not meet"
    assert len(apart.nodes()) == 4
    joined = aw.read_network(path, join_crossings=True)
    assert list(joined.repairs()["what"]) == ["feature 1 crosses feature 2 without a common vertex: joined"]
    assert np.isfinite(joined.distances_m(range(5), range(5))).all()
