# SPDX-License-Identifier: Apache-2.0
"""`aw.network_from_osmnx` and `Network.to_osmnx`: the graphs of osmnx, both ways."""

from pathlib import Path

import aidway as aw
import networkx as nx
import numpy as np
import pytest
from shapely import LineString

AN_NABK = Path(__file__).parents[1] / "data" / "osm-extracts" / "an-nabk.osm.pbf"
BEND = LineString([(37.01, 36.0), (37.015, 36.003), (37.02, 36.0)])


def small_graph(**system):
    """Return 1 - 2 (two ways), 2 -> 3 (one way, bent), 3 -> 1 (two ways put together by osmnx)."""
    graph = nx.MultiDiGraph(crs="epsg:4326", **system)
    for node, x, y in ((1, 37.0, 36.0), (2, 37.01, 36.0), (3, 37.02, 36.0)):
        graph.add_node(node, x=x, y=y)
    street = {"osmid": 11, "highway": "residential", "name": "شارع", "oneway": False, "length": 899.6}
    graph.add_edge(1, 2, **street, reversed=False)
    graph.add_edge(2, 1, **street, reversed=True)
    graph.add_edge(
        2, 3, osmid=12, highway="trunk_link", oneway=True, length=1120.0, maxspeed="50", maxweight="7.5", bridge="yes",
        lanes=2, ref="M5", geometry=BEND, reversed=False,
    )  # fmt: skip
    graph.add_edge(
        3, 1, osmid=[14, 13], highway=["track", "tertiary"], maxspeed=["60", "40"], name=["b", "a"], oneway=True,
        length=1799.2, surface=["asphalt", "sand"], access=["private", "yes"], reversed=False,
    )  # fmt: skip
    return graph


def test_an_edge_is_an_arc_that_tells_what_its_tags_mean():
    arcs = aw.network_from_osmnx(small_graph()).arcs()
    assert len(arcs) == 4
    street = arcs[arcs["road_class"] == "residential"]
    assert list(street["reverse"]) == list(street.index[::-1])
    assert set(street["road"]) == {"شارع"}
    trunk = arcs[arcs["road_class"] == "trunk"].iloc[0]
    assert (trunk["road"], trunk["reverse"], trunk["feature"]) == ("M5", -1, 12)
    assert (trunk["max_speed_km_h"], trunk["max_weight_t"], trunk["features"]) == (50, 7.5, ["bridge"])
    assert trunk["geometry"].equals(BEND)
    assert not arcs["length_is_stated"].any()


def test_an_edge_of_several_ways_has_what_hinders_on_any():
    arcs = aw.network_from_osmnx(small_graph()).arcs()
    both = arcs[arcs["feature"] == 13].iloc[0]
    assert (both["road_class"], both["road"], both["max_speed_km_h"]) == ("track", "a; b", 40)
    assert both["surface"] == ""  # they disagree
    assert both["barred"] == ["car", "emergency", "foot", "heavy"]


def test_a_length_that_is_not_the_drawn_one_is_stated():
    graph = small_graph()
    graph.edges[2, 3, 0]["length"] = 5000.0
    arcs = aw.network_from_osmnx(graph).arcs()
    assert arcs.loc[arcs["length_is_stated"], ["feature", "length_m"]].to_numpy().tolist() == [[12, 5000.0]]


def test_the_order_of_nodes_and_edges_means_nothing():
    graph = small_graph()
    other = nx.MultiDiGraph(crs="epsg:4326")
    other.add_nodes_from(reversed(list(graph.nodes(data=True))))
    for tail, head, data in reversed(list(graph.edges(data=True))):
        turned = {key: value[::-1] if isinstance(value, list) else value for key, value in data.items()}
        other.add_edge(tail, head, **turned)
    assert aw.network_from_osmnx(other).digest == aw.network_from_osmnx(graph).digest


def test_a_network_comes_back_from_its_graph(town):
    again = aw.network_from_osmnx(town.to_osmnx())
    assert again.digest == town.digest
    arcs, back = town.arcs(), again.arcs()
    for column in ("tail", "head", "reverse", "length_m", "road", "barred", "feature", "other_names"):
        assert back[column].tolist() == arcs[column].tolist(), column


def test_a_graph_has_the_words_of_osmnx(town):
    graph = town.to_osmnx()
    arcs = town.arcs()
    assert graph.graph["crs"] == "epsg:4326"
    assert graph.number_of_edges() == len(arcs)
    edges = list(graph.edges(data=True))
    assert all({"osmid", "highway", "oneway", "reversed", "length"} <= set(data) for *_, data in edges)
    assert sum(data["oneway"] for *_, data in edges) == (arcs["reverse"] == -1).sum()
    assert sum(data["length"] for *_, data in edges) == pytest.approx(arcs["length_m"].sum())
    degree = dict(graph.to_undirected(as_view=True).degree())
    assert all(isinstance(data["street_count"], int) for _, data in graph.nodes(data=True))
    assert max(data["street_count"] for _, data in graph.nodes(data=True)) <= max(degree.values())


def test_a_graph_for_a_kind_of_traffic_leads_it_along_no_barred_road(town):
    heavy = town.to_osmnx(traffic="heavy")
    assert 0 < heavy.number_of_edges() < town.to_osmnx().number_of_edges()
    assert not any("heavy" in data["barred"] for *_, data in heavy.edges(data=True))
    one_way = {(tail, head) for tail, head, data in heavy.edges(data=True) if data["oneway"]}
    assert one_way
    nodes = list(range(0, len(town.nodes()), 60))
    ours = town.distances_m(nodes, nodes, traffic="heavy")
    for row, node in zip(ours, nodes, strict=True):
        theirs = nx.single_source_dijkstra_path_length(heavy, node, weight="length")
        found = [theirs.get(other, np.nan) for other in nodes]
        assert np.allclose(row, found, atol=0.01, equal_nan=True)


@pytest.mark.filterwarnings("ignore")  # theirs
def test_osmnx_itself_takes_and_gives_these_graphs(town, tmp_path):
    ox = pytest.importorskip("osmnx")
    graph = town.to_osmnx()
    nodes, edges = ox.convert.graph_to_gdfs(graph)
    assert len(edges) == len(town.arcs())
    assert len(nodes) == len(town.nodes())
    assert aw.network_from_osmnx(ox.convert.graph_from_gdfs(nodes, edges)).digest == town.digest
    projected = ox.project_graph(graph)
    assert aw.network_from_osmnx(projected).digest == town.digest
    ox.save_graphml(graph, tmp_path / "town.graphml")
    assert aw.network_from_osmnx(ox.load_graphml(tmp_path / "town.graphml")).digest == town.digest
    assert ox.distance.nearest_nodes(projected, 267153.1, 3724035.1) in graph


@pytest.mark.filterwarnings("ignore")
def test_what_osmnx_reads_from_openstreetmap_is_the_network_read_here(town, tmp_path):
    ox = pytest.importorskip("osmnx")
    osmium = pytest.importorskip("osmium")
    writer = osmium.SimpleWriter(str(tmp_path / "town.osm"))
    for thing in osmium.FileProcessor(str(AN_NABK)):
        writer.add(thing)
    writer.close()
    ox.settings.useful_tags_way = [*ox.settings.useful_tags_way, "surface", "oneway"]
    ox.settings.all_oneway = False
    graph = ox.graph_from_xml(tmp_path / "town.osm", retain_all=True, simplify=False)
    theirs = aw.network_from_osmnx(graph).arcs()
    ours = town.arcs()
    for road_class in ("motorway", "primary", "residential"):
        km = [arcs.loc[arcs["road_class"] == road_class, "length_m"].sum() / 1000 for arcs in (theirs, ours)]
        assert km[0] == pytest.approx(km[1], rel=0.02), road_class


def test_every_fault_of_a_graph_is_told_at_once():
    graph = small_graph()
    del graph.nodes[1]["y"]
    graph.edges[2, 3, 0]["length"] = "far"
    graph.edges[2, 3, 0]["geometry"] = LineString([(0, 0), (37.02, 36.0)])
    with pytest.raises(aw.RequestError) as caught:
        aw.network_from_osmnx(graph)
    assert str(caught.value).split("; ") == [
        "node 1: x and y are (37.0, None): expected two numbers",
        "edge 2 to 3: its line does not run from the one node to the other",
        "edge 2 to 3: the length is 'far': expected a number of metres",
    ]


def test_an_undirected_graph_is_refused_and_one_without_roads_too():
    with pytest.raises(aw.RequestError, match="made of a directed graph"):
        aw.network_from_osmnx(small_graph().to_undirected())
    with pytest.raises(aw.ScenarioError, match="osmnx graph: the layer has no lines"):
        aw.network_from_osmnx(nx.MultiDiGraph(crs="epsg:4326"))


def test_edges_that_are_no_roads_and_lone_nodes_are_noted():
    graph = small_graph()
    graph.add_node(4, x=37.5, y=36.5)
    graph.add_edge(3, 2, osmid=20, highway="proposed", length=899.6)
    network = aw.network_from_osmnx(graph)
    assert network.notes == ["1 edges are no roads by osm-roads.yaml: left out", "1 nodes have no edge: left out"]
    assert network.digest == aw.network_from_osmnx(small_graph()).digest
