# SPDX-License-Identifier: Apache-2.0
"""Real OpenStreetMap extracts, read by the engine and by an independent reader, agree."""

import aidway as aw
import numpy as np
import pytest
from extracts_table import EXTRACTS, PAGE, PLACES, cars, distances, rows
from osm_oracle import Oracle


@pytest.fixture(scope="module", params=PLACES)
def both(request):
    path = EXTRACTS / f"{request.param}.osm.pbf"
    return request.param, aw.read_network(path), Oracle(path)


def test_both_count_as_many_nodes_ways_and_roads_in_the_file(both):
    _, network, oracle = both
    read = oracle.read
    assert network.objects == {"nodes": read.nodes, "ways": read.ways, "roads": read.roads}


def test_roads_that_cars_use_are_as_long_in_all(both):
    _, network, oracle = both
    assert cars(network)["length_m"].sum() == pytest.approx(oracle.length_mm.sum() / 1000, rel=1e-9)


def test_every_node_of_the_network_is_one_of_the_file(both):
    _, network, oracle = both
    known = set(oracle.read.place.values())
    at = network.nodes().geometry
    found = {(round(x * 1e7), round(y * 1e7)) for x, y in zip(at.x, at.y, strict=True)}
    assert found <= known


def test_distances_between_drawn_nodes_are_equal_to_the_millimetre(both):
    _, network, oracle = both
    found, expected = distances(network, oracle)
    equal = (np.isnan(found) & np.isnan(expected)) | (np.abs(found - expected) < 0.0015)
    assert found.shape == (100, 100)
    assert np.isfinite(expected).mean() > 0.3
    assert equal.all()


def test_the_page_on_openstreetmap_says_what_both_readers_say(both):
    place, network, oracle = both
    assert rows(place, network, oracle) in PAGE.read_text(encoding="utf-8")
