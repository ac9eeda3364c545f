# SPDX-License-Identifier: Apache-2.0
"""The files of a starting scenario: layers, the table of gates, scenario.yaml and two agreements."""

from __future__ import annotations

import csv
import difflib
import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jinja2

from .. import _engine
from .._engine import Diagnostic
from ..errors import IoError
from ..instants import to_seconds
from ..network_reading import read_network
from ..reaching import reach
from ..scenario import Scenario, read_scenario
from . import guesses
from .given import GatePoint, Keys, Place
from .guesses import Ground
from .lines import Roads

if TYPE_CHECKING:
    import geopandas

NOBODY = ("authority", "The authority")
"""The party that gives leave where no layer names any."""


@dataclass
class Plan:
    """What a scenario folder is made of beside its roads and gates."""

    name: str
    places: list[Place]
    areas: geopandas.GeoDataFrame | None
    depot: str | None
    days: tuple[date, date] | None
    timezone: str


def require_empty(folder: Path) -> None:
    """Refuse a folder in which anything stands.

    Raises
    ------
    IoError
        If it does, or `folder` is a file.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise IoError(f"{folder} is not empty: a new scenario goes into a folder of its own")


def require_parties(gates: list[GatePoint], areas: Any, shown: str, faults: list[Diagnostic]) -> None:
    """Refuse holders of gates who hold no ground: as a rule a party that is spelt in two ways."""
    known = sorted(set(areas["party"]))
    for gate in gates:
        for holder in gate.held_by:
            if holder not in known:
                near = difflib.get_close_matches(holder, known, n=1)
                hint = f"; did you mean '{near[0]}'?" if near else f"; known are {', '.join(known)}"
                message = f"gate '{gate.name}' is held by '{holder}', and no area of control is{hint}"
                faults.append(Diagnostic(shown, message))


def write(folder: Path, roads: Roads, gates: list[GatePoint], files: Mapping[str, str], plan: Plan) -> None:
    """Write everything into an empty folder; the second agreement once the first can be asked what is cut off."""
    parties, party_key = _parties(plan.areas, gates)
    begin, end = plan.days or (None, None)
    period = guesses.period(begin, end, plan.areas)
    ground = Ground(plan.areas, period.begin)
    base, base_note = guesses.depot(plan.places, ground, plan.depot)
    communities = [place for place in plan.places if place.key != base.key]
    (folder / "data").mkdir()
    (folder / "agreements").mkdir()
    with _dated_layers():
        _layer(folder / "data" / "roads.gpkg", roads.lines)
        if plan.areas is not None:
            areas = plan.areas.assign(party=plan.areas["party"].map(party_key))
            _layer(folder / "data" / "control.gpkg", areas)
    _gate_table(folder / "data" / "gate_status.csv", roads, gates, period, ground, party_key)
    fronts = _fronts(folder, roads, list(parties), plan.timezone, period) if plan.areas is not None else set()
    holder = ground.holder_at(base.lon, base.lat)
    decider = party_key[holder] if holder is not None else next(iter(parties))
    _render(
        folder / "scenario.yaml",
        "scenario.yaml.j2",
        name=plan.name,
        title=f"{plan.name}: a beginning",
        question="What would one opened road change?",
        period=period,
        timezone=plan.timezone,
        timezone_note="check that dates and hours are meant by this clock",
        roads=roads,
        has_control=plan.areas is not None,
        parties=parties,
        road_entries=_road_entries(roads, fronts),
        gates=[{"key": key, "title": title} for key, title in sorted(roads.gate_titles.items())],
        communities=communities,
        enclaves=guesses.enclaves(communities, base, ground),
        depot=base,
        depot_note=base_note,
        decider=decider,
        decider_note="asked for leave is "
        + ("the party that holds the depot's ground" if holder is not None else "the first party")
        + "; whoever holds a gate on the way is asked too. Chances of answers are guesses",
        sources={
            key: f"{name}, as it was given to aidway new; write here who made it, when and how"
            for key, name in files.items()
        },
    )
    _agreements(folder, period, decider)


def _agreements(folder: Path, period: guesses.Period, decider: str) -> None:
    quiet = {
        "name": "status-quo", "title": "No agreement", "question": "What does the present cost?",
        "day": period.begin, "note": "nothing is changed: what others are held against", "roads": [], "decider": "",
    }  # fmt: skip
    _render(folder / "agreements" / "status-quo.yaml", "agreement.yaml.j2", agreement=quiet)
    scenario = read_scenario(folder)
    roads, obliges, place = _lacking(scenario)
    opened = {
        "name": "open-road", "title": "The roads that are lacking, open to aid", "day": period.begin,
        "question": "What would they change?", "roads": roads, "obliges": obliges, "decider": "",
        "note": f"an example to change: the fewest gates that must open for aid to come to {place}; what parties "
        "would sign is not known",
    }  # fmt: skip
    told = {
        "name": "notification", "title": "Aid needs notice alone", "question": "What do refusals cost?",
        "day": period.begin, "roads": [], "decider": decider,
        "note": "an example to change; no place is cut off, so it eases the asking and opens no road",
    }  # fmt: skip
    chosen = opened if roads else told
    _render(folder / "agreements" / f"{chosen['name']}.yaml", "agreement.yaml.j2", agreement=chosen)
    read_scenario(folder)


def _lacking(scenario: Scenario) -> tuple[list[str], list[str], str]:
    """Return the roads with the fewest gates that the largest place cut off lacks, their holders, and that place."""
    found = reach(scenario, "status-quo", public=False)
    apart = found[~found["reachable"] & found["closed_gates"].map(bool)]
    if apart.empty:
        return [], [], ""
    row = apart.sort_values(["people", "community"], ascending=[False, True], kind="stable").iloc[0]
    gates = set(row["closed_gates"])
    of_gate = {str(gate): name for name, road in scenario.engine.roads().items() for gate in road["gates"]}
    at_s = scenario.moment_s("status-quo")
    status = {str(entry["gate"]): entry for entry in scenario.engine.gate_status("status-quo", at_s)}
    holders = sorted({str(holder) for gate in gates for holder in status[gate]["held_by"]})
    return sorted({of_gate[gate] for gate in gates}), holders or list(scenario.parties)[:1], str(row["title"])


def _parties(areas: Any, gates: list[GatePoint]) -> tuple[dict[str, str], dict[str, str]]:
    """Return the titles of the parties by key, and their keys by what the layers call them."""
    names = set() if areas is None else set(areas["party"])
    names |= {holder for gate in gates for holder in gate.held_by}
    keys = Keys()
    party_key = {name: keys.key(name) for name in sorted(names)}
    titles = {key: name for name, key in party_key.items()} or dict([NOBODY])
    return titles, party_key


def _fronts(folder: Path, roads: Roads, parties: list[str], timezone: str, period: guesses.Period) -> set[str]:
    """Return the roads that cross the front at any time of the period."""
    network = read_network(
        folder / "data" / "roads.gpkg", columns=roads.columns, join_within_m=roads.join_within_m
    ).engine
    days = (to_seconds(day.isoformat(), timezone) for day in (period.begin, period.end))
    control = folder / "data" / "control.gpkg"
    found = _engine.front_gates(network, str(control), control.name, parties, timezone, *days)
    return {str(gate["road"]) for gate in found}


def _road_entries(roads: Roads, fronts: set[str]) -> list[dict[str, Any]]:
    """Return the roads that an agreement can open: those with gates, and those that cross the front."""
    lines = roads.lines
    gated = lines[lines["gate"] != ""].groupby("road")["gate"].agg(lambda names: sorted(set(names)))
    return [
        {"key": key, "title": roads.titles[key], "gates": list(gated.get(key, [])), "front": key in fronts}
        for key in sorted({*gated.index, *fronts})
    ]


def _gate_table(
    path: Path, roads: Roads, points: list[GatePoint], period: guesses.Period, ground: Ground, keys: Mapping[str, str]
) -> None:
    """Write how each gate stands, the same all the time: what was given, else that aid passes by clearance."""
    given = {point.key: point for point in points}
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(
            ["gate", "from", "to", "aid", "goods", "civilians", "held_by", "source_key", "confidence", "note"]
        )
        for gate in sorted(roads.gate_titles):
            point = given.get(gate)
            aid = point.aid if point is not None else ""
            holders = list(point.held_by) if point is not None else []
            note = "" if aid else "aid: a guess; "
            if point is not None and not holders and (holder := ground.holder_at(point.lon, point.lat)):
                holders, note = [holder], note + "held by whose ground it is on; "
            told = [aid or "by_clearance", "closed", "closed", ";".join(keys[holder] for holder in holders)]
            note += "goods and civilians: a guess"
            source = "GATES" if point is not None else "ROADS"
            writer.writerow([gate, period.begin, period.end, *told, source, "assumed", note])


def _layer(path: Path, layer: geopandas.GeoDataFrame) -> None:
    import pyogrio

    pyogrio.write_dataframe(
        layer, path, layer=path.stem, driver="GPKG", dataset_options={"ADD_GPKG_OGR_CONTENTS": "NO"}
    )


@contextmanager
def _dated_layers() -> Iterator[None]:
    """Let GeoPackages carry a fixed date, so that the same layers give the same bytes."""
    import pyogrio

    pyogrio.set_gdal_config_options({"OGR_CURRENT_DATE": "2000-01-01T00:00:00.000Z"})
    try:
        yield
    finally:
        pyogrio.set_gdal_config_options({"OGR_CURRENT_DATE": None})


def _render(path: Path, template: str, **values: Any) -> None:
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("aidway.starting", "."),
        autoescape=False,  # noqa: S701 - YAML, whose texts the filter q quotes
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["q"] = lambda text: json.dumps(str(text), ensure_ascii=False)
    path.write_text(environment.get_template(template).render(**values), encoding="utf-8")
