# SPDX-License-Identifier: Apache-2.0
"""A starting scenario from a planner's own layers: valid at once, and every guess marked as one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from .._engine import Diagnostic
from ..errors import RequestError, require_name, scenario_error
from ..network_reading import COLUMNS
from ..scenario import Scenario, read_scenario
from ..writing import whole_folder
from . import folder as writing
from .given import WORDS, GatePoint, Place, read_areas, read_gate_points, read_places
from .lines import Roads, place_gates, read_lines

if TYPE_CHECKING:
    import geopandas

__all__ = ["COLUMN_WORDS", "new_scenario"]

COLUMN_WORDS = (*COLUMNS, *WORDS)
"""What `columns` of `new_scenario` may name: columns of the roads, and of the other layers by "layer/word"."""


@dataclass
class Given:
    """Everything that was read."""

    roads: Roads
    places: list[Place]
    areas: geopandas.GeoDataFrame | None
    gates: list[GatePoint]
    files: dict[str, str]
    """Names of the files by the key under which the scenario cites them."""


def new_scenario(
    folder: str | Path,
    *,
    roads: str | Path,
    places: str | Path,
    control: str | Path | None = None,
    gates: str | Path | None = None,
    columns: Mapping[str, str] | None = None,
    depot: str | None = None,
    period: tuple[str | date, str | date] | None = None,
    timezone: str = "UTC",
) -> Scenario:
    """Write a scenario folder that can be validated, routed and run at once, and return the scenario.

    Every value that no layer gives is a guess, marked `confidence: assumed` with a note. Values from a layer cite its
    file. Where roads cross the front, Aidway makes gates; the agreement `status-quo` changes nothing, and a second one
    opens the roads that the largest place cut off lacks most.

    Parameters
    ----------
    folder
        Where the scenario goes: a folder that does not exist or is empty. It is written whole or not at all.
    roads
        An OpenStreetMap file, or any layer of lines that GDAL opens.
    places
        Where people live: a CSV table (name, lon, lat, population), or a layer of points (name, population).
    control
        Areas of control: a layer of polygons with the column party, perhaps valid_from and valid_to.
    gates
        Checkpoints and the like: a CSV table (name, lon, lat) or a layer of points (name), perhaps with aid (closed,
        by_clearance or open) and held_by (parties joined by ";"). Each takes the nearest road, at most 1 km away.
    columns
        Where columns have other names: those of the roads as in `read_network`, those of the other layers as
        "places/population", "control/party", "gates/held_by"; see `COLUMN_WORDS`.
    depot
        The place where convoys load, by name. A guess unless given: of the places outside all areas of control the one
        nearest to those inside, else the one with most people.
    period
        First day, and the day after the last one; unless given the time of the dated areas, or a past half-year.
    timezone
        Name of the zone of every date, as in the IANA database.

    Returns
    -------
    Scenario
        As `read_scenario(folder)` reads it.

    Raises
    ------
    ScenarioError
        If a layer is wrong; `diagnostics` holds every fault with its row or feature.
    IoError
        If a file cannot be read, or the folder cannot be written or is not empty.
    RequestError
        If `columns` names something unheard of, there is no such place, or the period is none.

    Notes
    -----
    The same files and arguments give the same scenario. Of OpenStreetMap, roads closed to lorries are left out.
    """
    for word in columns or {}:
        require_name("column", word, COLUMN_WORDS)
    writing.require_empty(Path(folder))
    asked = _days(period)
    found = _read(Path(roads), Path(places), control, gates, columns or {})
    plan = writing.Plan(Path(folder).resolve().name, found.places, found.areas, depot, asked, timezone)
    with whole_folder(Path(folder)) as fresh:
        writing.write(fresh, found.roads, found.gates, found.files, plan)
    return read_scenario(folder)


def _read(
    roads: Path, places: Path, control: str | Path | None, gates: str | Path | None, columns: Mapping[str, str]
) -> Given:
    """Read every file, and tell of the faults of all of them together."""
    from ..errors import ScenarioError

    faults: list[Diagnostic] = []
    lines: Roads | None = None
    try:
        lines = read_lines(roads, columns)
    except ScenarioError as error:
        faults += error.diagnostics
    by_file: list[list[Diagnostic]] = [[], [], []]
    homes = read_places(places, columns, by_file[0], None if lines is None else lines.network)
    areas = None if control is None else read_areas(Path(control), columns, by_file[1])
    points = [] if gates is None else read_gate_points(Path(gates), columns, by_file[2])
    if gates is not None and lines is not None and not by_file[2]:
        lines = place_gates(lines, points, Path(gates).name, by_file[2])
        if areas is not None:
            writing.require_parties(points, areas, Path(gates).name, by_file[2])
    for found in by_file:
        faults += found
    if faults or lines is None:
        raise scenario_error(faults)
    files = {"ROADS": roads, "PLACES": places, "CONTROL": control, "GATES": gates}
    return Given(lines, homes, areas, points, {key: Path(file).name for key, file in files.items() if file is not None})


def _days(period: tuple[str | date, str | date] | None) -> tuple[date, date] | None:
    if period is None:
        return None
    begin, end = (_day(day) for day in period)
    if not begin < end:
        raise RequestError(f"a period ends after it begins, not from {begin} to {end}")
    return begin, end


def _day(day: str | date) -> date:
    if isinstance(day, date):
        return day.date() if isinstance(day, datetime) else day
    try:
        return date.fromisoformat(day)
    except ValueError:
        raise RequestError(f"'{day}' is no day; write 2016-09-12") from None
