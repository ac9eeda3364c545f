# SPDX-License-Identifier: Apache-2.0
"""The ways of the report: which roads lead to each place under each agreement, and why none does."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from .. import maps, results
from ..enclaves import shown_alone
from ..figures import inline_svg
from ..instants import to_iso
from ..progress import duration
from ..wording import listed
from .cartography import first_moment
from .facts import Agreement, Facts
from .pictures import Panel
from .tables import Entry, Row, Table

if TYPE_CHECKING:
    from geopandas import GeoDataFrame

    from ..runs import Runs
    from ..scenario import Scenario


@dataclass(frozen=True)
class Stop:
    """A gate on a way: its name, who holds it, how long a full convoy is inspected there."""

    title: str
    holder: str
    delay: str


@dataclass(frozen=True)
class Way:
    """A way to a place in words; `why` says why there is none."""

    to: str
    depot: str
    time: str
    length: str
    stops: list[Stop]
    why: str
    first: bool
    """Whether it is the first that is told of its place."""


@dataclass(frozen=True)
class Ways:
    """Everything that the section on ways holds."""

    told: list[tuple[Agreement, list[Way]]]
    pictures: list[tuple[Agreement, Panel]]
    apart: Table


def the_ways(runs: Runs, facts: Facts, *, public: bool) -> Ways:
    """Return the ways under every agreement at the beginning of the first week, every obligation kept.

    They are read from roads and gates alone: no simulated trip is shown.
    """
    scenario = runs.scenario
    at_s = first_moment(runs)
    places = shown_alone(scenario, public=public)
    found = {
        (entry.name, place): scenario.routes(entry.name, place, to_iso(at_s), public=public)
        for entry in facts.agreements
        for place in places
    }
    told = [(entry, _told(scenario, entry, at_s, places, found)) for entry in facts.agreements]
    return Ways(told, _pictures(runs, facts, at_s, found, public=public), _apart(scenario, facts, at_s, places, public))


def _told(
    scenario: Scenario, agreement: Agreement, at_s: int, places: list[str], found: dict[tuple[str, str], GeoDataFrame]
) -> list[Way]:
    gates = {gate.name: gate for gate in maps.gates_under(scenario.engine, agreement.name, at_s)}
    parties = scenario.parties

    def stop(gate: str, delay_s: float) -> Stop:
        holder = listed([parties.get(party, party) for party in gates[gate].held_by])
        return Stop(gates[gate].title, holder or "nobody", duration(delay_s) if delay_s >= 1 else "")

    ways = []
    for place in places:
        title = str(scenario.community(place)["title"])
        rows = found[agreement.name, place].drop_duplicates("why") if not _any(found[agreement.name, place]) else (
            found[agreement.name, place].query("reachable").sort_values("time_s", kind="stable")
        )  # fmt: skip
        for number, row in enumerate(rows.to_dict("records")):
            ways.append(
                _way(title, row, [stop(*pair) for pair in zip(row["gates"], row["delays_s"], strict=True)], number)
            )
    return ways


def _any(rows: GeoDataFrame) -> bool:
    return bool(rows["reachable"].any())


def _way(to: str, row: dict[Any, Any], stops: list[Stop], number: int) -> Way:
    there = bool(row["reachable"])
    at_home = there and row["time_s"] < 1
    return Way(
        to=to,
        depot=results.place_label(str(row["depot"])) if there else "",
        time=("a depot lies there" if at_home else duration(row["time_s"])) if there else "no way",
        length=f"{row['length_m'] / 1000:,.1f} km" if there else "",
        stops=stops,
        why=str(row["why"]),
        first=number == 0,
    )


def _pictures(
    runs: Runs, facts: Facts, at_s: int, found: dict[tuple[str, str], GeoDataFrame], *, public: bool
) -> list[tuple[Agreement, Panel]]:
    """Draw the ways of each agreement that has any; in public on schematic networks alone."""
    scenario = runs.scenario
    frame = maps.common_frame(scenario.engine, [entry.name for entry in facts.agreements], at_s)
    drawn = []
    for entry in facts.agreements:
        by_place = {place: rows for (name, place), rows in found.items() if name == entry.name}
        lines = [line for rows in by_place.values() for line in rows.sort_values("time_s").geometry if line is not None]
        if not lines:
            continue
        reached = [str(scenario.community(place)["title"]) for place, rows in by_place.items() if _any(rows)]
        svg = inline_svg(
            maps.ways_map(scenario, entry.name, at_s=at_s, frame=frame, ways=list(by_place.values()), public=public),
            key=f"ways-{entry.name}",
            title=f"{entry.label}: ways to the places{' (schematic)' if scenario.schematic else ''}",
            description=f"Ways lead to: {listed(reached) or 'no place'}. Each stands in the table below the pictures.",
        )
        drawn.append((entry, Panel(svg)))
    return drawn


def _apart(scenario: Scenario, facts: Facts, at_s: int, places: list[str], public: bool) -> Table:
    """Return how many ways there are of which no two share a road, by agreement and place."""
    from ..ways import redundancy

    def count(agreement: str, place: str) -> Entry:
        found = redundancy(scenario, agreement, place, at=to_iso(at_s), public=public)
        return Entry(str(len(found)) if len(found) else "none")

    return Table(
        caption="Ways from the depots of which no two share a road",
        row_heads=["agreement"],
        columns=[Entry(str(scenario.community(place)["title"])) for place in places],
        rows=[Row(entry.label, [count(entry.name, place) for place in places]) for entry in facts.agreements],
        note="One way means that a place hangs on one road; none, that no way leads there, or that a depot lies in it.",
    )
