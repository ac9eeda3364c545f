# SPDX-License-Identifier: Apache-2.0
"""The page of a map, put together: marks, outlines and tables from the scenes of its dates."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import jinja2
from markupsafe import Markup
from shapely import GeometryCollection

from .. import __name__ as package
from .. import _engine, layers, results
from ..instants import to_local
from ..map_drawing import NOBODY, party_looks
from ..maps import GATE_LABELS
from ..places import Frame, Gate, frame_around, opened_roads
from ..progress import duration
from ..wording import listed
from .scenes import Scene, dates, scene
from .sheet import Name, Sheet

if TYPE_CHECKING:
    from ..scenario import Scenario


@dataclass(frozen=True)
class Shape:
    """An outline and the dates, from one to another, at which it is seen."""

    outline: str
    kind: str
    begin: int
    until: int
    title: str = ""


@dataclass(frozen=True)
class Mark:
    """A sign on the map with its name, and what it is at each date."""

    x: float
    y: float
    title: str
    states: list[str]
    name: Name | None


def render(scenario: Scenario, agreement: str, *, public: bool) -> str:
    """Return the whole page."""
    moments = dates(scenario, agreement, public=public)
    scenes = [scene(scenario, agreement, at_s, public=public) for at_s in moments]
    first = moments.index(scenario.moment_s(agreement))
    places = layers.places(scenario.engine, public=public)
    sheet = Sheet(_frame(scenes, places))
    marks, table = _marks(scenario, agreement, scenes, places, sheet, public=public), _tables(scenario, scenes)
    days = [_day(at_s, scenario.timezone) for at_s in moments]
    said = [_said(entry, day) for entry, day in zip(scenes, days, strict=True)]
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader(f"{package}.web_map", "."),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    looks = party_looks(list(scenario.parties))
    parties = sorted({party for entry in scenes for party in entry.held})
    return environment.get_template("map.html.j2").render(
        style=_file(environment, "map.css"),
        script=_file(environment, "map.js"),
        version=_engine.version(),
        scenario=scenario,
        agreement=scenario.agreement(agreement),
        label=results.short_label(agreement),
        sheet=sheet,
        first=first,
        days=days,
        said=said[first],
        parties=[(party, scenario.parties.get(party, results.short_label(party)), looks.get(party, NOBODY))
                 for party in parties],
        held=_spells([{party: sheet.outline(shape) for party, shape in entry.held.items()} for entry in scenes]),
        roads=_roads(scenario, scenes[first].gates, sheet),
        ways=_spells([_way_outlines(entry, sheet) for entry in scenes]),
        marks=marks,
        table=table,
        gate_labels=GATE_LABELS,
        present=sorted({gate.mark for entry in scenes for gate in entry.gates}, key=list(GATE_LABELS).index),
        credit=layers.attribution(scenario.engine),
        public=public,
        data=_json({"days": days, "said": said, "gates": marks["gates"], "places": marks["places"], "table": table}),
    )  # fmt: skip


def _file(environment: jinja2.Environment, name: str) -> Markup:
    assert environment.loader is not None  # noqa: S101 - it is given above
    return Markup(environment.loader.get_source(environment, name)[0])  # noqa: S704 - our own file


def _json(data: dict[str, Any]) -> Markup:
    """Return what the script needs: the states of all marks and the cells of the tables, by date."""
    told = {
        "days": data["days"],
        "said": data["said"],
        "gates": [mark.states for mark in data["gates"]],
        "places": [mark.states for mark in data["places"]],
        "gateRows": [row["cells"] for row in data["table"]["gates"]],
        "placeRows": [row["cells"] for row in data["table"]["places"]],
    }
    text = json.dumps(told, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    return Markup(text)  # noqa: S704 - no "<" is left in it


def _frame(scenes: list[Scene], places: list[Any]) -> Frame:
    import geopandas

    ground = [shape for entry in scenes for shape in entry.held.values()]
    control = geopandas.GeoDataFrame(geometry=ground, crs="EPSG:4326")
    return frame_around(control, places, scenes[0].gates)


def _spells(by_date: Sequence[dict[Any, str]]) -> list[Shape]:
    """Return outlines once for every run of dates in which they stay the same, in the order in which they are drawn."""
    found: list[Shape] = []
    for key in sorted({key for seen in by_date for key in seen}, key=str):
        outlines = [seen.get(key, "") for seen in by_date]
        begin = 0
        for place in range(1, len(outlines) + 1):
            if place < len(outlines) and outlines[place] == outlines[begin]:
                continue
            if outlines[begin]:
                kind, title = (key, "") if isinstance(key, str) else key
                found.append(Shape(outlines[begin], kind, begin, place, title))
            begin = place
    return found


def _way_outlines(entry: Scene, sheet: Sheet) -> dict[tuple[str, str], str]:
    """Return the ways to each place: the fastest, and all others as one outline."""
    found: dict[tuple[str, str], str] = {}
    for place, fastest, line in entry.ways:
        key = ("best" if fastest else "other", place)
        found[key] = found.get(key, "") + sheet.outline(line)
    return found


def _roads(scenario: Scenario, gates: list[Gate], sheet: Sheet) -> list[Shape]:
    """Return the network, and each road that the agreement opens."""
    lines = layers.roads(scenario.engine)
    opened = opened_roads(scenario.engine, gates)
    named = lines["road"].isin(list(opened))
    shapes = [Shape(sheet.outline(GeometryCollection(list(lines.geometry[~named]))), "road", 0, 0)]
    for name, title in sorted(opened.items()):
        road = GeometryCollection(list(lines.geometry[lines["road"] == name]))
        shapes.append(Shape(sheet.outline(road), "opened", 0, 0, title))
    return [shape for shape in shapes if shape.outline]


def _marks(
    scenario: Scenario, agreement: str, scenes: list[Scene], places: list[Any], sheet: Sheet, *, public: bool
) -> dict[str, list[Mark]]:
    """Return gates, places and depots; names give way to marks and to those before them."""
    depots = layers.depots(scenario.engine, agreement, scenes[0].at_s, public=public)
    gates = [list(column) for column in zip(*(entry.gates for entry in scenes), strict=True)]
    seen = [column for column in gates if sheet.holds(column[0].lon, column[0].lat)]
    spots = [sheet.at(place["lon"], place["lat"]) for place in places]
    for x, y in [*spots, *(sheet.at(column[0].lon, column[0].lat) for column in seen)]:
        sheet.block(x, y)
    edges = [sheet.edge(depot.lon, depot.lat) for depot in depots]
    for x, y in edges:
        sheet.block(x, y)
    told = []
    for number, ((x, y), place) in enumerate(zip(spots, places, strict=True)):
        states = ["reached" if entry.reached["reachable"].iloc[number] else "cut-off" for entry in scenes]
        told.append(Mark(x, y, str(place["title"]), states, sheet.name(str(place["title"]), x, y, letter=8.2)))
    bases = []
    for (x, y), depot in zip(edges, depots, strict=True):
        title = depot.title if sheet.holds(depot.lon, depot.lat) else f"to {depot.title}"
        bases.append(Mark(x, y, depot.title, [], sheet.name(title, x, y)))
    barred = []
    for column in seen:
        x, y = sheet.at(column[0].lon, column[0].lat)
        short = results.place_label(column[0].name)
        barred.append(Mark(x, y, column[0].title, [gate.mark for gate in column], sheet.name(short, x, y)))
    return {"gates": barred, "places": told, "depots": bases}


def _tables(scenario: Scenario, scenes: list[Scene]) -> dict[str, list[dict[str, Any]]]:
    """Return a row for each gate and each place, with its cells at every date."""
    parties = scenario.parties
    gates = [
        {
            "head": column[0].title,
            "cells": [
                [GATE_LABELS[gate.mark], listed([parties.get(holder, holder) for holder in gate.held_by]) or "nobody"]
                for gate in column
            ],
        }
        for column in zip(*(entry.gates for entry in scenes), strict=True)
    ]
    count = len(scenes[0].reached)
    rows = [[entry.reached.iloc[number] for entry in scenes] for number in range(count)]
    places = [
        {
            "head": str(column[0]["title"]),
            "cells": [
                [_when(row["time_s"]), results.place_label(str(row["depot"]))]
                if row["reachable"]
                else ["not", str(row["why"])]
                for row in column
            ],
        }
        for column in rows
    ]
    return {"gates": gates, "places": places}


def _when(time_s: float) -> str:
    return f"in {duration(time_s)}" if time_s >= 1 else "a depot lies there"


def _said(entry: Scene, day: str) -> str:
    """Return one sentence on a date."""
    reached, people = entry.reached["reachable"], entry.reached["people"]
    free = sum(gate.mark == "open" for gate in entry.gates)
    return (
        f"{day}: {int(reached.sum())} of {len(reached)} places within reach, {int(people[reached].sum()):,} of "
        f"{int(people.sum()):,} people; {free} of {len(entry.gates)} gates open to aid."
    )


def _day(at_s: int, timezone: str) -> str:
    moment = to_local(at_s, timezone)
    return f"{moment.day} {moment:%B %Y}"
