# SPDX-License-Identifier: Apache-2.0
"""Give the edges of a PACE graph weights from 1 to 10,000, drawn with a fixed seed, and write it as DIMACS has it.

    python benchmarks/weigh_graph.py FLA.gr.xz build/FLA.gr

The road graphs of PACE 2016 have lost their lengths; an edge weighs the same both ways.
"""

import sys
from pathlib import Path

import aidway as aw
import numpy as np


def main(graph_file: str, to: str) -> None:
    """Write the graph with weights."""
    graph = aw.read_graph(graph_file)
    edges = len(graph.tail) // 2
    weight = np.repeat(np.random.default_rng(1).integers(1, 10_001, edges), 2)
    columns = np.column_stack([graph.tail + 1, graph.head + 1, weight])
    with Path(to).open("w", encoding="ascii") as file:
        file.write(f"p sp {graph.node_count} {len(columns)}\n")
        file.writelines(f"a {tail} {head} {w}\n" for tail, head, w in columns.tolist())


if __name__ == "__main__":
    main(*sys.argv[1:])
