# SPDX-License-Identifier: Apache-2.0
"""Queues and convoys in the engine, in SimPy and on ns-3's scheduler: the same first, then the speed of each.

    python -m venv build/peers && build/peers/bin/pip install simpy
    apt-get install libns3-dev
    g++ -O2 -std=c++20 benchmarks/queue-and-convoy/ns3_peer.cpp -lns3-core -o build/ns3_peer
    engine=build/release/benchmarks/queue_and_convoy
    python benchmarks/queue-and-convoy/compare.py $engine build/peers/bin/python build/ns3_peer [REPLICATES]

Without chance every step of every convoy must happen in the same second with the same mass to the last tick. By chance,
which each draws in its own way, the means of what a replicate comes to must lie within four standard errors of their
difference: of twelve means, one false alarm in 1,300 runs. Speed is counted in seconds of processor, so that a shared
machine tells it too.
"""

import math
import subprocess
import sys
import tempfile
from pathlib import Path

import aidway as aw
import numpy as np
from numpy.typing import NDArray

HERE = Path(__file__).parent
STEPS = (
    "convoy_departed",
    "loaded",
    "gate_passed",
    "trucks_returned",
    "convoy_arrived",
    "convoy_offloaded",
    "delivered",
    "returned",
)
MASSES = ("loaded", "convoy_arrived", "delivered", "returned")
UNITS = {"d": 86_400, "h": 3600, "min": 60, "t": 1_000_000, "g/d": 1, "km/h": 1}
TICKS_PER_KG = 86_400_000
DAYS = 90
LENGTHS_KM = (30, 20)  # to the gate and from there on, as in roads.geojson
FASTEST_FIRST = ("light", "heavy", "slow")
COLUMNS = ("convoys", "turned back", "trucks returned", "kg removed", "kg delivered", "kg left over")


def problem_of(scenario: aw.Scenario) -> str:
    """Return the table that the peers read, from the values of the scenario."""
    values = scenario.values().set_index("path")["value"]

    def number(path: str) -> int:
        amount, _, unit = values[path].partition(" ")
        return int(amount) * UNITS.get(unit, 1)

    population, days = number("communities/town/population"), number("permission/cycle") // 86_400
    lines = {
        "days": DAYS,
        "cycle_days": days,
        "plan_ticks": population * number("goods/food/per_person_day") * days * 86_400,
        "from_s": 6 * 3600,
        "until_s": 18 * 3600,
        "crew_s": number("movement/crew"),
        "wait_limit_s": number("movement/wait_limit"),
        "lanes": number("gates/ford/lanes"),
        "inspection_s": number("gates/ford/inspection"),
        "bays": number("communities/town/bays"),
        "offload_s": number("communities/town/offload"),
        "turn_back": values["turn_back/kept"],
        "removed": values["goods/food/removed/chance"],
        "share_from": "0.1",
        "share_to": "0.4",
    }
    fleets = []
    for name in FASTEST_FIRST:
        speed = number(f"vehicles/{values[f'fleets/{name}/vehicle']}/speed")
        own = (number(f"fleets/{name}/{key}") for key in ("trucks", "payload", "convoy_trucks"))
        fleets.append(("fleet", name, *own, *(3600 * km // speed for km in LENGTHS_KM)))
    return "\n".join(" ".join(map(str, line)) for line in [*lines.items(), *fleets]) + "\n"


def log_of(scenario: aw.Scenario) -> list[str]:
    """Return the steps of the engine's convoys as the peers print them."""
    log = aw.replay(scenario, "certain", seed=0, replicate=0, arm="as_signed", public=False)
    start_s = int(log["time_s"].iloc[0])
    lines = []
    for row in log[log["kind"].isin(STEPS)].itertuples():
        ticks = round(row.mass_kg * TICKS_PER_KG) if row.kind in MASSES else 0
        lines.append(f"{row.time_s - start_s},{row.kind},{row.entity.removesuffix(' at ford')},{ticks},{row.reason}")
    return lines


def run(command: list[str], what: str, *more: str) -> list[str]:
    """Run a simulator and return the lines that it prints."""
    return subprocess.run([*command, what, *more], check=True, capture_output=True, text=True).stdout.splitlines()


def require_same(name: str, ours: list[str], theirs: list[str]) -> None:
    """Stop at the first step that differs."""
    for step in range(max(len(ours), len(theirs))):
        pair = ours[step : step + 1], theirs[step : step + 1]
        if pair[0] != pair[1]:
            raise SystemExit(f"step {step}: {pair[0]}, by {name} {pair[1]}")


def require_near(name: str, ours: NDArray[np.float64], theirs: NDArray[np.float64]) -> None:
    """Print the means side by side; stop where they lie too far apart."""
    for column, what in enumerate(COLUMNS):
        a, b = ours[:, column], theirs[:, column]
        error = math.sqrt(a.var(ddof=1) / len(a) + b.var(ddof=1) / len(b))
        apart = (b.mean() - a.mean()) / error
        print(f"  {what:15} {a.mean():14,.2f} {b.mean():14,.2f} by {name}, {apart:+.1f} standard errors")
        if abs(apart) > 4:
            raise SystemExit(f"{what}: the means lie too far apart")


def totals_of(command: list[str], source: str, replicates: str, seed: str) -> tuple[NDArray[np.float64], float, float]:
    """Return what replicates come to, and the replicates and events a second of processor."""
    *lines, speed = run(command, "totals", source, replicates, seed)
    seconds, events = map(float, speed.split(","))
    return np.array([list(map(float, line.split(","))) for line in lines]), len(lines) / seconds, events / seconds


def main(engine: str, python: str, ns3: str, replicates: str = "5000") -> None:
    """Stop where they differ; print the means and the speed of each."""
    scenario = aw.read_scenario(HERE / "scenario")
    peers = {"SimPy": [python, str(HERE / "simpy_peer.py")], "ns-3": [ns3]}
    with tempfile.TemporaryDirectory() as folder:
        table = Path(folder) / "problem.txt"
        table.write_text(problem_of(scenario), encoding="utf-8")
        log = log_of(scenario)
        for name, command in peers.items():
            require_same(name, log, run(command, "log", str(table)))
        print(f"without chance: {len(log)} steps of convoys, the same to the second and the tick")
        ours, *own = totals_of([engine], str(HERE / "scenario"), replicates, "1")
        print(f"engine: {own[0]:,.0f} replicates a second, {own[1]:,.0f} events a second")
        for name, command in peers.items():
            theirs, *speed = totals_of(command, str(table), replicates, "2")
            require_near(name, ours, theirs)
            print(f"{name}: {speed[0]:,.0f} replicates a second, {speed[1]:,.0f} events a second")
            print(f"  the engine runs {own[0] / speed[0]:.1f} replicates in the time of one")


if __name__ == "__main__":
    main(*sys.argv[1:])
