# SPDX-License-Identifier: Apache-2.0
"""The queue-and-convoy model in SimPy: one process a convoy, the same rules, nothing shared with the engine.

    python simpy_peer.py log PROBLEM
    python simpy_peer.py totals PROBLEM REPLICATES SEED

PROBLEM is a table that compare.py writes. `log` prints what happens without chance, `totals` one line a replicate
and, last, the seconds of processor and the steps they took.
"""

import random
import sys
import time
from collections.abc import Generator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import simpy

DAY_S = 86_400
TICKS_PER_GRAM = 86_400


@dataclass
class Station:
    """Where trucks are served first in, first out: when each lane is free."""

    service_s: int
    free_s: list[int]

    def serve(self, first_s: int, spread_s: int, trucks: int, latest_s: int, limit_s: int) -> tuple[int, int, int, str]:
        """Return how many trucks are served, when the first and the last of them are done, and why not all."""
        first_done_s = last_done_s = served = 0
        for served in range(trucks):
            arrives_s = first_s + (spread_s * served // (trucks - 1) if trucks > 1 else 0)
            lane = min(range(len(self.free_s)), key=self.free_s.__getitem__)
            begins_s = max(arrives_s, self.free_s[lane])
            if begins_s - arrives_s > limit_s:
                return served, first_done_s, last_done_s, "waited_too_long"
            if begins_s + self.service_s > latest_s:
                return served, first_done_s, last_done_s, "no_time"
            self.free_s[lane] = last_done_s = begins_s + self.service_s
            first_done_s = first_done_s or last_done_s
        return trucks, first_done_s, last_done_s, ""


@dataclass
class Convoy:
    """Trucks under way with their load, and when they must be back."""

    fleet: int
    name: str
    cycle: int
    trucks: int
    ticks: int
    limit_s: int
    driven_s: int = 0
    spread_s: int = 0


@dataclass
class Totals:
    """What one replicate comes to."""

    convoys: int = 0
    turned_back: int = 0
    trucks_returned: int = 0
    removed_kg: float = 0
    delivered_kg: float = 0
    ended_kg: float = 0
    log: list[tuple[int, str, str, int, str]] = field(default_factory=list)


class Replicate:
    """One replicate: a yard with fleets, a gate, a town with bays, plans of so many days."""

    def __init__(self, problem: dict[str, Any], chance: random.Random | None, *, keep_log: bool) -> None:
        self.p = problem
        self.chance = chance
        self.keep_log = keep_log
        self.env = simpy.Environment()
        self.gate = Station(problem["inspection_s"], [0] * problem["lanes"])
        self.bays = Station(problem["offload_s"], [0] * problem["bays"])
        self.at_yard = [fleet["trucks"] for fleet in problem["fleets"]]
        self.remaining = 0
        self.cycle = -1
        self.numbers = [0] * len(self.at_yard)
        self.totals = Totals()
        self.steps = 0

    def run(self) -> Totals:
        """Run to the end of the period."""
        self.env.process(self.days())
        end_s = self.p["days"] * DAY_S
        while self.env.peek() < end_s:
            self.env.step()
            self.steps += 1
        self.totals.ended_kg += kg(self.remaining)
        return self.totals

    def tell(self, kind: str, convoy: Convoy, ticks: int = 0, reason: str = "") -> None:
        """Keep a line of the log."""
        if self.keep_log:
            self.totals.log.append((int(self.env.now), kind, convoy.name, ticks, reason))

    def days(self) -> Generator[simpy.Event, Any, None]:
        """Plan when a cycle begins; send convoys every morning."""
        for day in range(self.p["days"]):
            if day % self.p["cycle_days"] == 0:
                self.totals.ended_kg += kg(self.remaining)
                self.cycle = day // self.p["cycle_days"]
                self.remaining = self.p["plan_ticks"]
                self.numbers = [0] * len(self.numbers)
            yield self.env.timeout(self.p["from_s"])
            for fleet in range(len(self.at_yard)):
                if self.remaining > 0:
                    self.send(fleet)
            yield self.env.timeout(DAY_S - self.p["from_s"])

    def send(self, fleet: int) -> None:
        """Send what goes on one convoy: trucks that the load needs, that there are, and that can be back in time."""
        p, f = self.p, self.p["fleets"][fleet]
        now_s = int(self.env.now)
        limit_s = min(now_s + p["crew_s"], now_s - p["from_s"] + p["until_s"])
        needed = -(-self.remaining // (f["payload_g"] * TICKS_PER_GRAM))
        spare_s = limit_s - now_s - 2 * (f["to_gate_s"] + f["to_town_s"]) - p["offload_s"] - p["inspection_s"]
        waits_s = min(spare_s, p["wait_limit_s"])
        in_time = min(len(s.free_s) * (1 + waits_s // s.service_s) for s in (self.gate, self.bays))
        trucks = min(needed, in_time, self.at_yard[fleet], f["convoy_trucks"])
        if spare_s < 0 or trucks == 0:
            return
        name = f"{f['name']} convoy {self.cycle + 1}.1.{self.numbers[fleet] + 1}"
        convoy = Convoy(fleet, name, self.cycle, trucks, share(self.remaining, trucks, needed), limit_s)
        self.numbers[fleet] += 1
        self.at_yard[fleet] -= trucks
        self.remaining -= convoy.ticks
        self.totals.convoys += 1
        self.tell("convoy_departed", convoy)
        self.tell("loaded", convoy, convoy.ticks)
        self.env.process(self.drive(convoy))

    def drive(self, convoy: Convoy) -> Generator[simpy.Event, Any, None]:
        """Drive there: through the gate, to the bays, home."""
        p, f = self.p, self.p["fleets"][convoy.fleet]
        there_s = f["to_gate_s"] + f["to_town_s"]
        yield self.env.timeout(f["to_gate_s"])
        convoy.driven_s = f["to_gate_s"]
        if self.chance and self.chance.random() < p["turn_back"]:
            self.totals.turned_back += 1
            self.turn_back(convoy, convoy.trucks, "turned_back")
            return
        latest_s = convoy.limit_s - f["to_town_s"] - there_s - p["offload_s"]
        first_s, last_s = self.queue(convoy, self.gate, latest_s)
        if convoy.trucks == 0:
            return
        if self.chance and self.chance.random() < p["removed"]:
            grams = convoy.ticks // TICKS_PER_GRAM
            taken = int(grams * self.chance.uniform(p["share_from"], p["share_to"])) * TICKS_PER_GRAM
            convoy.ticks -= taken
            self.totals.removed_kg += kg(taken)
        self.tell("gate_passed", convoy)
        convoy.spread_s = last_s - first_s
        convoy.driven_s = there_s
        yield self.env.timeout(first_s + f["to_town_s"] - self.env.now)
        self.tell("convoy_arrived", convoy, convoy.ticks)
        first_s, last_s = self.queue(convoy, self.bays, convoy.limit_s - there_s)
        if convoy.trucks == 0:
            return
        yield self.env.timeout(last_s - self.env.now)
        self.tell("convoy_offloaded", convoy)
        self.tell("delivered", convoy, convoy.ticks, "delivered")
        self.totals.delivered_kg += kg(convoy.ticks)
        yield self.env.timeout(there_s)
        self.at_yard[convoy.fleet] += convoy.trucks

    def queue(self, convoy: Convoy, station: Station, latest_s: int) -> tuple[int, int]:
        """Have the convoy served; trucks that wait too long or have no time return at once."""
        now_s = int(self.env.now)
        served, first_s, last_s, why = station.serve(
            now_s, convoy.spread_s, convoy.trucks, latest_s, self.p["wait_limit_s"]
        )
        self.turn_back(convoy, convoy.trucks - served, why)
        return first_s, last_s

    def turn_back(self, convoy: Convoy, trucks: int, reason: str) -> None:
        """Send so many trucks home, with their part of the load."""
        if trucks == 0:
            return
        ticks = share(convoy.ticks, trucks, convoy.trucks)
        convoy.ticks -= ticks
        convoy.trucks -= trucks
        self.totals.trucks_returned += trucks
        self.tell("trucks_returned", convoy, 0, reason)
        back = Convoy(convoy.fleet, convoy.name, convoy.cycle, trucks, ticks, 0)
        self.env.process(self.come_home(back, convoy.spread_s + convoy.driven_s, reason))

    def come_home(self, convoy: Convoy, after_s: int, reason: str) -> Generator[simpy.Event, Any, None]:
        """Bring trucks home; what they carry may go again while its plan runs."""
        yield self.env.timeout(after_s)
        self.at_yard[convoy.fleet] += convoy.trucks
        self.tell("returned", convoy, convoy.ticks, reason)
        if convoy.cycle == self.cycle:
            self.remaining += convoy.ticks
        else:
            self.totals.ended_kg += kg(convoy.ticks)


def share(ticks: int, trucks: int, of: int) -> int:
    """Return what so many of the trucks carry."""
    return ticks * trucks // of


def kg(ticks: int) -> float:
    """Return kilograms."""
    return ticks / (1000 * TICKS_PER_GRAM)


def read_problem(path: str) -> dict[str, Any]:
    """Read lines of a key and a number, and of `fleet`, its name and five numbers."""
    problem: dict[str, Any] = {"fleets": []}
    keys = ("trucks", "payload_g", "convoy_trucks", "to_gate_s", "to_town_s")
    for line in Path(path).read_text(encoding="utf-8").splitlines():
        key, *rest = line.split()
        if key == "fleet":
            problem["fleets"].append({"name": rest[0], **dict(zip(keys, map(int, rest[1:]), strict=True))})
        else:
            problem[key] = float(rest[0]) if "." in rest[0] else int(rest[0])
    return problem


def main(what: str, path: str, replicates: str = "1", seed: str = "0") -> None:
    """Print a log, or totals and the time they took."""
    problem = read_problem(path)
    if what == "log":
        for line in Replicate(problem, None, keep_log=True).run().log:
            print(*line, sep=",")
        return
    chance = random.Random(int(seed))
    steps = 0
    begin = time.process_time()
    for _ in range(int(replicates)):
        replicate = Replicate(problem, chance, keep_log=False)
        t = replicate.run()
        steps += replicate.steps
        print(t.convoys, t.turned_back, t.trucks_returned, t.removed_kg, t.delivered_kg, t.ended_kg, sep=",")
    print(time.process_time() - begin, steps, sep=",")


if __name__ == "__main__":
    main(*sys.argv[1:])
