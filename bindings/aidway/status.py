# SPDX-License-Identifier: Apache-2.0
"""Status products of others: roads and border crossings as the Logistics Cluster tells of them, levels of access."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pandas as pd

from .errors import IoError, RequestError, require_name
from .library import common

if TYPE_CHECKING:
    from .scenario import Scenario

WHAT = ("place", "status", "since", "source", "pcode")
STATUSES = ("open", "by_clearance", "closed")
LAYERS = (".gpkg", ".geojson", ".json", ".fgb", ".shp", ".gdb", ".kml", ".gpx")
"""Layers that may come from a stranger: a scenario reads the same."""


def read_road_status(
    file: str | Path, columns: Mapping[str, str] | None = None, words: Mapping[str, str] | str | Path | None = None
) -> pd.DataFrame:
    """Read who may pass where, as a status product tells it: road status, border status, levels of access.

    Parameters
    ----------
    file
        A CSV table, or a layer of one of the formats that a scenario reads (Shapefile, GeoPackage, GeoJSON, FlatGeobuf,
        File Geodatabase, KML, GPX); its places on the map are passed over.
    columns
        Which of its columns say what: "place" and "status", and if it has them "since", "source" and "pcode". What is
        left out is looked for under the names that products use, without regard to case: `status-columns.csv` in the
        package's folder `common`.
    words
        What further words mean, each "open", "by_clearance" or "closed"; or a table in place of `status-words.csv` in
        the package's folder `common`, with the columns word, access, speed_factor and meaning. That file knows the
        words of the Logistics Cluster for roads (PASSABLE, RESTRICTED, NOT_PASSABLE, ALTERNATIVE_ROUTE) and for border
        crossings (OPEN, RESTRICTED, CLOSED, UNCLEAR), and levels of access from 0 to 5.

    Returns
    -------
    DataFrame
        One row per row of the file, in its order: place, status (open, by_clearance or closed), word (as the file has
        it), speed_factor (of a free road's speed; 0 where closed), since (a day; NaT where the file says nothing),
        source ("" likewise), pcode ("" likewise).

    Raises
    ------
    RequestError
        If a column that is named or needed is not there, or a meaning is none. If a place is empty, a word means
        nothing or a date is none; then every such row is named.
    IoError
        If the file cannot be read.

    Notes
    -----
    What is not known to be open does not count as open: UNCLEAR is closed. Give `words` to judge otherwise.
    """
    path = Path(file)
    table = _read(path)
    found = _columns(table, columns or {})
    meanings = _meanings(words)
    empty = pd.Series([""] * len(table), dtype=object)
    text = {name: table[found[name]].map(_text) if name in found else empty for name in WHAT}
    known = [_meaning(word, meanings) for word in text["status"]]
    since = pd.to_datetime(text["since"].where(text["since"] != ""), format="ISO8601", errors="coerce")
    _refuse(path, text, known, since, meanings)
    return pd.DataFrame(
        {
            "place": text["place"],
            "status": [meant[0] for meant in known if meant],
            "word": text["status"],
            "speed_factor": [meant[1] for meant in known if meant],
            "since": since,
            "source": text["source"],
            "pcode": text["pcode"],
        }
    )


def gate_status(
    status: pd.DataFrame,
    scenario: Scenario | None = None,
    *,
    period: tuple[str | datetime, str | datetime] | None = None,
    gates: Mapping[str, str] | None = None,
    before: str | None = None,
    held_by: Mapping[str, Sequence[str]] | None = None,
) -> pd.DataFrame:
    """Return a table of gate status, as `gate_status/table` of a scenario reads it, from what was told place by place.

    Parameters
    ----------
    status
        As `read_road_status` returns it.
    scenario
        The scenario whose period is to be covered.
    period
        The first day and the day after the last, in place of a scenario.
    gates
        Names of gates by place; places that are not among them are left out. Without it places are names of gates.
    before
        What held before the first report on a gate, "closed" as a rule; without it such a gate is an error.
    held_by
        Parties by gate.

    Returns
    -------
    DataFrame
        gate, from, to, aid, goods, civilians, held_by, source_key; by gate and day, without gaps or overlaps. What is
        said of a gate holds until the next report; of several on one day, and before the period, the last one counts.
        Aid, goods and civilians alike: a status product does not tell them apart.

    Raises
    ------
    RequestError
        If neither scenario nor period is given, or nothing is known of a gate at the beginning.
    """
    begin, end = _period(scenario, period)
    if before is not None:
        require_name("status", before, STATUSES)
    rows = []
    told = status.assign(gate=status["place"] if gates is None else status["place"].map(dict(gates)))
    for gate, reports in told.dropna(subset=["gate"]).groupby("gate", sort=True):
        spells = _spells(reports, begin, end, before, str(gate))
        parties = ";".join((held_by or {}).get(str(gate), ()))
        for since, until, access, source in spells:
            days = (f"{since:%Y-%m-%d}", f"{until:%Y-%m-%d}")
            rows.append((gate, *days, access, access, access, parties, source))
    return pd.DataFrame(rows, columns=["gate", "from", "to", "aid", "goods", "civilians", "held_by", "source_key"])


def _spells(
    reports: pd.DataFrame, begin: pd.Timestamp, end: pd.Timestamp, before: str | None, gate: str
) -> list[tuple[pd.Timestamp, pd.Timestamp, str, str]]:
    """Return (since, until, status, source) of one gate over the whole period."""
    since = reports["since"].dt.tz_localize(None) if reports["since"].dt.tz is not None else reports["since"]
    # What has no day came first; of two reports of one moment the later in the table counts.
    order = since.sort_values(kind="stable", na_position="first").index
    latest: dict[pd.Timestamp, tuple[str, str]] = {}
    for row in order:
        day = begin if pd.isna(since[row]) else max(begin, pd.Timestamp(since[row]).normalize())
        if day < end:
            latest[day] = (str(reports.loc[row, "status"]), str(reports.loc[row, "source"]))
    told = [(day, access, source) for day, (access, source) in latest.items()]
    if not told or told[0][0] > begin:
        if before is None:
            raise RequestError(
                f"nothing is told of '{gate}' on {begin:%Y-%m-%d}, when the period begins: say what held `before`"
            )
        told.insert(0, (begin, before, ""))
    ends = [day for day, _, _ in told[1:]] + [end]
    return [(day, until, access, source) for (day, access, source), until in zip(told, ends, strict=True)]


def _period(
    scenario: Scenario | None, period: tuple[str | datetime, str | datetime] | None
) -> tuple[pd.Timestamp, pd.Timestamp]:
    given = period if period is not None else (scenario.period if scenario is not None else None)
    if given is None:
        raise RequestError("say which time is to be covered: a scenario, or a period")
    begin, end = (pd.Timestamp(day).tz_localize(None).normalize() for day in given)
    if begin >= end:
        raise RequestError(f"the period must end after it begins, not run from {begin:%Y-%m-%d} to {end:%Y-%m-%d}")
    return begin, end


def _read(path: Path) -> pd.DataFrame:
    if not path.exists():
        raise IoError(f"no file '{path}'")
    if path.suffix.lower() == ".csv":
        return pd.read_csv(path, dtype=str, keep_default_na=False)
    if path.suffix.lower() not in LAYERS:
        raise IoError(
            f"'{path}' is none of the formats that point nowhere else ({', '.join(LAYERS)}, .csv): "
            "make a GeoPackage of it"
        )
    import geopandas

    try:
        return pd.DataFrame(geopandas.read_file(path)).reset_index(drop=True)
    except Exception as error:
        raise IoError(f"'{path}' cannot be read as a layer: {error}") from error


def _columns(table: pd.DataFrame, named: Mapping[str, str]) -> dict[str, str]:
    """Return which column says what: as named, or the first of the usual names that is there."""
    theirs = [str(name) for name in table.columns]
    usual = pd.read_csv(common("status-columns.csv"), dtype=str)
    by_lower: dict[str, str] = {}
    for name in theirs:
        by_lower.setdefault(name.lower(), name)
    found = {}
    for name, column in named.items():
        require_name("column of a status table called", name, WHAT)
        found[name] = require_name("column", column, theirs)
    for name, column in zip(usual["column"], usual["theirs"], strict=True):
        if name not in found and column.lower() in by_lower:
            found[name] = by_lower[column.lower()]
    for name in ("place", "status"):
        if name not in found:
            raise RequestError(f"no column is known to say the {name}: name it, e.g. columns={{'{name}': ...}}; "
                               f"there are {', '.join(theirs)}")  # fmt: skip
    return found


def _meanings(words: Mapping[str, str] | str | Path | None) -> dict[str, tuple[str, float]]:
    """Return status and speed factor by word."""
    own = isinstance(words, str | Path)
    table = pd.read_csv(Path(words) if own else common("status-words.csv"), dtype={"word": str})  # type: ignore[arg-type]
    found = {
        str(row.word): (require_name("status", str(row.access), STATUSES),
                        float(row.speed_factor))  # type: ignore[arg-type]
        for row in table.itertuples()
    }  # fmt: skip
    for word, access in ({} if words is None or own else dict(words)).items():  # type: ignore[arg-type]
        require_name("status", access, STATUSES)
        found[word] = (access, 0.0 if access == "closed" else 1.0)
    return found


def _meaning(word: str, meanings: Mapping[str, tuple[str, float]]) -> tuple[str, float] | None:
    """Return what a word means: as it is written, else in capitals with underscores ("Not passable")."""
    return meanings.get(word) or meanings.get("_".join(word.upper().replace("-", " ").split()))


def _text(value: Any) -> str:
    """Return a cell as text; a whole number without its point."""
    if value is None or (isinstance(value, float) and pd.isna(value)):
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip()


def _refuse(
    path: Path,
    text: Mapping[str, pd.Series[str]],
    known: Sequence[tuple[str, float] | None],
    since: pd.Series[pd.Timestamp],
    meanings: Mapping[str, tuple[str, float]],
) -> None:
    """Raise a RequestError that names every row that cannot be meant."""
    faults = []
    for row, (place, word, day) in enumerate(zip(text["place"], text["status"], text["since"], strict=True)):
        if not place:
            faults.append(f"row {row + 1}: no place is named")
        if known[row] is None:
            faults.append(f"row {row + 1}: the status '{word}' means nothing; known are {', '.join(meanings)}")
        if day and pd.isna(since.iloc[row]):
            faults.append(f"row {row + 1}: '{day}' is not a date, e.g. 2016-09-12")
    if faults:
        raise RequestError("\n".join(f"{path.name}: {fault}" for fault in faults))
