# SPDX-License-Identifier: Apache-2.0
"""Distances from one node to all, of Aidway and of Python's graph libraries: equal first, then seconds.

    python -m venv --system-site-packages build/peers && build/peers/bin/pip install scipy networkit igraph
    PYTHONPATH=build/release/python build/peers/bin/python benchmarks/one_to_all.py build/FLA.gr

Each library holds the graph in its own form; only the search is timed, the best of three for each of five nodes.
"""

import sys
import time
from collections.abc import Callable

import aidway as aw
import igraph
import networkit
import numpy as np
import scipy.sparse
import scipy.sparse.csgraph
from numpy.typing import NDArray

Search = Callable[[int], NDArray[np.float64]]


def searches(graph: aw.Graph) -> dict[str, Search]:
    """Return each library's search over the graph."""
    tail, head, weight, nodes = graph.tail, graph.head, graph.weight, graph.node_count
    matrix = scipy.sparse.csr_matrix((weight.astype(float), (tail, head)), shape=(nodes, nodes))
    kit = networkit.GraphFromCoo((weight.astype(float), (tail, head)), n=nodes, weighted=True, directed=True)
    graph_i = igraph.Graph(n=nodes, edges=np.column_stack([tail, head]), directed=True)
    weights_i = weight.tolist()

    def with_networkit(node: int) -> NDArray[np.float64]:
        found = networkit.distance.Dijkstra(kit, node, storePaths=False)
        found.run()
        return np.array(found.getDistances())

    return {
        "aidway": lambda node: graph.distances([node])[0].astype(float),
        "scipy": lambda node: scipy.sparse.csgraph.dijkstra(matrix, indices=node),
        "networkit": with_networkit,
        "igraph": lambda node: np.array(graph_i.distances(node, weights=weights_i)[0]),
    }


def main(path: str) -> None:
    """Print the seconds of each library, and how many times those of Aidway they are."""
    graph = aw.read_graph(path)
    nodes = np.random.default_rng(2).integers(0, graph.node_count, 5)
    seconds: dict[str, list[float]] = {}
    expected: dict[int, NDArray[np.float64]] = {}
    for name, search in searches(graph).items():
        for node in nodes.tolist():
            times = []
            for _ in range(3):
                begin = time.perf_counter()
                found = search(node)
                times.append(time.perf_counter() - begin)
            seconds.setdefault(name, []).append(min(times))
            if not np.array_equal(found, expected.setdefault(node, found)):
                sys.exit(f"{name} finds other distances from node {node}")
    ours = np.mean(seconds["aidway"])
    for name, each in seconds.items():
        print(f"{name:10} {np.mean(each) * 1000:8.1f} ms  {np.mean(each) / ours:5.2f}")


if __name__ == "__main__":
    main(*sys.argv[1:])
