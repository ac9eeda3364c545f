# SPDX-License-Identifier: Apache-2.0
"""Real OpenStreetMap extracts, read by the engine and by an independent reader, agree."""

from pathlib import Path

import aidway as aw
import numpy as np
import pytest
from osm_oracle import Oracle

EXTRACTS = Path(__file__).parents[1] / "data" / "osm-extracts"
PLACES = ["an-nabk", "andorra", "liechtenstein", "heidelberg", "porto"]


@pytest.fixture(scope="module", params=PLACES)
def both(request):
    path = EXTRACTS / f"{request.param}.osm.pbf"
    return aw.read_network(path), Oracle(path)


def cars(network):
    """Return the arcs that cars may use."""
    arcs = network.arcs()
    return arcs[["car" not in barred for barred in arcs["barred"]]]


def test_roads_that_cars_use_are_as_long_in_all(both):
    network, oracle = both
    assert cars(network)["length_m"].sum() == pytest.approx(oracle.length_mm.sum() / 1000, rel=1e-9)


def test_every_node_of_the_network_is_one_of_the_file(both):
    network, oracle = both
    known = set(oracle.read.place.values())
    at = network.nodes().geometry
    found = {(round(x * 1e7), round(y * 1e7)) for x, y in zip(at.x, at.y, strict=True)}
    assert found <= known


def test_distances_between_drawn_nodes_are_equal_to_the_millimetre(both):
    network, oracle = both
    at = network.nodes().geometry
    number = {(round(x * 1e7), round(y * 1e7)): i for i, (x, y) in enumerate(zip(at.x, at.y, strict=True))}
    # Nodes that share a place with another are left out: the network has one of them, the file two.
    places, first, count = np.unique(oracle.place, axis=0, return_index=True, return_counts=True)
    pairs = [
        (number[x, y], int(index))
        for (x, y), index in zip(places[count == 1].tolist(), first[count == 1], strict=True)
        if (x, y) in number
    ]
    drawn = np.random.default_rng(2016).permutation(len(pairs))
    ours, theirs = np.array(pairs)[drawn].T
    found = network.distances_m(ours[:100].tolist(), ours[-100:].tolist(), traffic="car")
    expected = oracle.distances_m(theirs[:100], theirs[-100:])
    expected[~np.isfinite(expected)] = np.nan
    equal = (np.isnan(found) & np.isnan(expected)) | (np.abs(found - expected) < 0.0015)
    assert np.isfinite(expected).mean() > 0.3
    assert equal.all()
