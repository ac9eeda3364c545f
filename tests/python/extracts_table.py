# SPDX-License-Identifier: Apache-2.0
"""The table of docs/verification/openstreetmap.md: `python tests/python/extracts_table.py` writes it anew.

Each extract is read once by the engine and once by the independent reader of `osm_oracle`; what both say is set side by
side. The page explains every difference.
"""

from pathlib import Path

import aidway as aw
import numpy as np
from osm_oracle import Oracle
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import connected_components

ROOT = Path(__file__).resolve().parents[2]
EXTRACTS = ROOT / "tests" / "data" / "osm-extracts"
PLACES = ["an-nabk", "andorra", "liechtenstein", "heidelberg", "porto"]
PAGE = ROOT / "docs" / "verification" / "openstreetmap.md"
BEGIN, END = "<!-- table: begin -->\n", "<!-- table: end -->\n"
DRAWN = 100
HEAD = (
    "| extract | | nodes of the file | ways | roads | km for cars | nodes of the graph | islands for cars "
    "| places shared |\n"
    "|---|---|---:|---:|---:|---:|---:|---:|---:|\n"
)


def cars(network):
    """Return the arcs that cars may use."""
    arcs = network.arcs()
    return arcs[["car" not in barred for barred in arcs["barred"]]]


def islands(arcs):
    """Return how many islands the nodes of these arcs make, whatever the direction of roads."""
    ends = np.unique(np.concatenate([arcs["tail"], arcs["head"]]), return_inverse=True)
    tail, head = np.split(ends[1], 2)
    graph = csr_matrix((np.ones(len(arcs)), (tail, head)), shape=(len(ends[0]), len(ends[0])))
    return len(ends[0]), connected_components(graph, directed=False)[0]


def shared_nodes(network, oracle):
    """Return the nodes that both graphs have, as numbers of each, and how many lie where another node of the file lies.

    Those that share a place are left out: the network has one of them, the file two.
    """
    at = network.nodes().geometry
    number = {(round(x * 1e7), round(y * 1e7)): i for i, (x, y) in enumerate(zip(at.x, at.y, strict=True))}
    places, first, count = np.unique(oracle.place, axis=0, return_index=True, return_counts=True)
    pairs = [
        (number[x, y], int(index))
        for (x, y), index in zip(places[count == 1].tolist(), first[count == 1], strict=True)
        if (x, y) in number
    ]
    return np.array(pairs), int(count.sum() - len(count))


def distances(network, oracle):
    """Return the distances between drawn nodes that both find, in metres, NaN where there is no way."""
    pairs, _ = shared_nodes(network, oracle)
    drawn = np.random.default_rng(2016).permutation(len(pairs))
    ours, theirs = pairs[drawn].T
    found = network.distances_m(ours[:DRAWN].tolist(), ours[-DRAWN:].tolist(), traffic="car")
    expected = oracle.distances_m(theirs[:DRAWN], theirs[-DRAWN:])
    expected[~np.isfinite(expected)] = np.nan
    return found, expected


def rows(place, network, oracle):
    """Return the two lines of an extract: what the engine says, and what the independent reader says."""
    arcs = cars(network)
    read = oracle.read
    nodes, parts = islands(arcs)
    _, shared = shared_nodes(network, oracle)
    ours = [network.objects["nodes"], network.objects["ways"], network.objects["roads"]]
    theirs = [read.nodes, read.ways, read.roads]

    def line(name, who, counts, length_m, size, apart, together):
        told = [f"{count:,}" for count in counts]
        return f"| {name} | {who} | {' | '.join(told)} | {length_m / 1000:,.3f} | {size:,} | {apart:,} | {together} |\n"

    return line(place, "engine", ours, arcs["length_m"].sum(), nodes, parts, "") + line(
        "", "pyosmium", theirs, oracle.length_mm.sum() / 1000, len(oracle.ids), oracle.islands(), shared
    )


def page_with(table):
    """Return the page with this table in place of the one it has."""
    text = PAGE.read_text(encoding="utf-8")
    before, rest = text.split(BEGIN)
    return before + BEGIN + table + END + rest.split(END)[1]


if __name__ == "__main__":
    read = [(place, EXTRACTS / f"{place}.osm.pbf") for place in PLACES]
    PAGE.write_text(
        page_with(HEAD + "".join(rows(place, aw.read_network(path), Oracle(path)) for place, path in read)),
        encoding="utf-8",
    )
