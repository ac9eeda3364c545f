# SPDX-License-Identifier: Apache-2.0
"""`aw.read_graph`: graphs of the DIMACS and PACE challenges."""

import bz2
import gzip
import lzma

import aidway as aw
import numpy as np
import pytest
import scipy.sparse
import scipy.sparse.csgraph
from aidway.graph import NO_WAY

DIMACS = "c four nodes\np sp 4 4\na 1 2 2\na 1 3 7\na 2 3 3\na 4 1 1\n"


def written(path, text):
    path.write_text(text)
    return path


def test_a_graph_is_read_packed_or_not_and_searched(tmp_path):
    plain = aw.read_graph(written(tmp_path / "g.gr", DIMACS))
    assert plain.node_count == 4
    assert plain.weighted
    assert plain.distances([0]).tolist() == [[0, 2, 5, NO_WAY]]
    for suffix, pack in ((".gz", gzip.compress), (".xz", lzma.compress), (".bz2", bz2.compress)):
        (tmp_path / f"g.gr{suffix}").write_bytes(pack(DIMACS.encode()))
        packed = aw.read_graph(tmp_path / f"g.gr{suffix}")
        for column in ("tail", "head", "weight"):
            assert (getattr(packed, column) == getattr(plain, column)).all()


def test_places_come_from_a_file_beside(tmp_path):
    places = written(tmp_path / "g.co", "p aux sp co 4\nv 1 10 20\nv 2 30 40\nv 3 0 0\nv 4 -180000000 90000000\n")
    graph = aw.read_graph(written(tmp_path / "g.gr", DIMACS), coordinates=places)
    assert graph.places()[[0, 3]].tolist() == [[10e-6, 20e-6], [-180, 90]]
    assert len(aw.read_graph(tmp_path / "g.gr").places()) == 0
    written(places, "p aux sp co 1\nv 1 10 20\n")
    with pytest.raises(aw.ScenarioError, match=r"g\.co: has 1 nodes: expected the 4 of g\.gr"):
        aw.read_graph(tmp_path / "g.gr", coordinates=places)


def test_faults_of_a_graph_name_their_lines(tmp_path):
    with pytest.raises(aw.ScenarioError) as caught:
        aw.read_graph(written(tmp_path / "g.gr", "p sp 4 2\na 1 5 2\na 1 2 0\n"))
    assert [fault.line for fault in caught.value.diagnostics] == [2, 3]


def test_what_cannot_be_unpacked_or_meant_is_refused(tmp_path):
    (tmp_path / "g.gr.gz").write_bytes(gzip.compress(DIMACS.encode())[:-10])
    with pytest.raises(aw.RequestError, match="cannot be unpacked"):
        aw.read_graph(tmp_path / "g.gr.gz")
    (tmp_path / "g.gr.xz").write_bytes(b"no archive")
    with pytest.raises(aw.RequestError, match="cannot be unpacked"):
        aw.read_graph(tmp_path / "g.gr.xz")
    with pytest.raises(FileNotFoundError):
        aw.read_graph(tmp_path / "nothing.gr")
    graph = aw.read_graph(written(tmp_path / "g.gr", DIMACS))
    with pytest.raises(aw.RequestError, match="no node 4: they are numbered from 0 to 3"):
        graph.distances([4])


def test_distances_are_those_of_scipy(tmp_path):
    random = np.random.default_rng(1)
    nodes, edges = 500, 800
    pairs = np.unique(np.sort(random.integers(0, nodes, (edges, 2)), axis=1), axis=0)
    pairs = pairs[pairs[:, 0] != pairs[:, 1]]
    lines = "\n".join(f"{a + 1} {b + 1}" for a, b in pairs)
    graph = aw.read_graph(written(tmp_path / "g.gr", f"p tw {nodes} {len(pairs)}\n{lines}\n"))
    matrix = scipy.sparse.coo_matrix((np.ones(len(pairs)), (pairs[:, 0], pairs[:, 1])), shape=(nodes, nodes))
    theirs = scipy.sparse.csgraph.dijkstra(matrix.tocsr(), directed=False, indices=[0, 7])
    ours = np.where(graph.distances([0, 7]) == NO_WAY, np.inf, graph.distances([0, 7]))
    assert (ours == theirs).all()
