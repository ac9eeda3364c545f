# SPDX-License-Identifier: Apache-2.0
"""20 x 50 travel times with 300 gates that change, by RoutingKit's customisable contraction hierarchy: equal first.

    python -m venv build/cch && build/cch/bin/pip install numpy routingkit-cch
    AIDWAY_PROBLEM=build/problem.bin build/release/benchmarks/many_to_many
    build/cch/bin/python benchmarks/many_to_many_cch.py build/problem.bin

The problem, with the answers that the gate overlay and Boost.Graph agree on, is written by the benchmark in C++. For
each state the weights of the gates' arcs are customised anew and 20 sweeps are made to 50 pinned targets; the
hierarchy itself is made once and not timed.
"""

import statistics
import sys
import time
from dataclasses import dataclass

import numpy as np
import routingkit_cch as kit
from numpy.typing import NDArray

CLOSED_MS = 1 << 30
NO_WAY_MS = 0xFFFF_FFFF
NEVER = 2**31 - 1  # RoutingKit's own


@dataclass
class Problem:
    """Nodes and arcs, terminals, and for each state the delays at gates and the times that are right."""

    place: NDArray[np.int32]  # (n_nodes, 2): longitude and latitude in 1e-7 degree
    arcs: NDArray[np.uint32]  # (n_arcs, 4): tail, head, time in ms, gate
    origins: list[int]
    destinations: list[int]
    delay_ms: NDArray[np.uint32]  # (n_states, n_gates)
    answer_ms: NDArray[np.uint32]  # (n_states, n_origins, n_destinations)


def read_problem(path: str) -> Problem:
    """Read what the benchmark in C++ wrote."""
    numbers = np.fromfile(path, dtype=np.uint32)
    nodes, arcs, gates, origins, destinations, states = numbers[:6].tolist()
    place, arc, terminal, rest = np.split(numbers[6:], np.cumsum([2 * nodes, 4 * arcs, origins + destinations]))
    by_state = rest.reshape(states, gates + origins * destinations)
    return Problem(
        place.astype(np.int32).reshape(nodes, 2),
        arc.reshape(arcs, 4),
        terminal[:origins].tolist(),
        terminal[origins:].tolist(),
        by_state[:, :gates],
        by_state[:, gates:].reshape(states, origins, destinations),
    )


def updates_of(problem: Problem, state: int) -> dict[int, int]:
    """Return the weights of the arcs in gates."""
    gates = problem.delay_ms.shape[1]
    arc = np.flatnonzero(problem.arcs[:, 3] < gates)
    delay = problem.delay_ms[state][problem.arcs[arc, 3]].astype(np.int64)
    weight = np.where(delay == CLOSED_MS, NEVER, delay + problem.arcs[arc, 2])
    return dict(zip(arc.tolist(), weight.tolist(), strict=True))


def main(path: str) -> None:
    """Print milliseconds a state: customising, sweeping, both."""
    problem = read_problem(path)
    tail, head, time_ms = (problem.arcs[:, column].tolist() for column in range(3))
    lon, lat = (problem.place[:, column] / 1e7 for column in range(2))
    order = kit.compute_order_inertial(len(lon), tail, head, lat.tolist(), lon.tolist())
    cch = kit.CCH(order, tail, head, False)
    metric = kit.CCHMetric(cch, time_ms)
    updater = kit.CCHMetricPartialUpdater(cch)
    customising, sweeping = [], []
    for state in list(range(len(problem.delay_ms))) * 3:
        updates = updates_of(problem, state)
        begin = time.perf_counter()
        updater.apply(metric, updates)
        customised = time.perf_counter()
        query = kit.CCHOneToMany(metric, problem.destinations)
        rows = [query.distances_from(origin) for origin in problem.origins]
        sweeping.append(time.perf_counter() - customised)
        customising.append(customised - begin)
        del query  # a metric that is asked cannot be changed
        found = np.array([[NO_WAY_MS if ms is None else ms for ms in row] for row in rows], dtype=np.uint32)
        if not np.array_equal(found, problem.answer_ms[state]):
            raise SystemExit(f"state {state}: RoutingKit finds other times")
    for name, seconds in (("customise", customising), ("sweep", sweeping)):
        print(f"{name:9} {1e3 * min(seconds):7.2f} ms least, {1e3 * statistics.median(seconds):7.2f} ms median")


if __name__ == "__main__":
    main(sys.argv[1])
