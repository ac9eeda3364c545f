# SPDX-License-Identifier: Apache-2.0
"""What a planner gave: places, areas of control and gates, read with every fault at its row."""

from __future__ import annotations

import difflib
import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from .._engine import Diagnostic
from ..errors import IoError
from ..proximity import great_circle_km

if TYPE_CHECKING:
    import geopandas

    from ..network import Network

WORDS = (
    "places/name", "places/lon", "places/lat", "places/population", "control/party", "control/from", "control/to",
    "gates/name", "gates/lon", "gates/lat", "gates/aid", "gates/held_by",
)  # fmt: skip
"""What `columns` may name beside the columns of roads; without it a column has the last word as its name."""
MOST_PEOPLE = 10_000_000
FARTHEST_PLACE_M = 5_000.0
"""As the engine has it."""
AID = ("closed", "by_clearance", "open")


@dataclass(frozen=True)
class Place:
    """A place where people live, with the key by which the scenario names it."""

    key: str
    name: str
    lon: float
    lat: float
    population: int


@dataclass(frozen=True)
class GatePoint:
    """A gate as a point: what is said of it, or "" where nothing is."""

    key: str
    name: str
    lon: float
    lat: float
    aid: str
    held_by: tuple[str, ...]


@dataclass
class Sheet:
    """A table or layer with a way to say where a fault lies; `rows` is in WGS 84 where it has geometries."""

    file: str
    rows: pd.DataFrame
    text: bool
    columns: Mapping[str, str]
    faults: list[Diagnostic]

    def fault(self, index: Any, message: str) -> None:
        """Tell of a fault in a row; of the whole file where `index` is None."""
        if index is None:
            self.faults.append(Diagnostic(self.file, message))
        elif self.text:
            self.faults.append(Diagnostic(self.file, message, line=int(index) + 2, column=1))
        else:
            self.faults.append(Diagnostic(self.file, message, feature=f"feature {index}"))

    def column(self, word: str, *, needed: bool = True) -> str | None:
        """Return the column that holds `word` ("places/name"); None, with a fault if it is needed, where none does."""
        name = self.columns.get(word, word.rpartition("/")[2])
        if name in self.rows:
            return name
        if needed or word in self.columns:
            near = difflib.get_close_matches(name, [str(known) for known in self.rows.columns], n=1)
            hint = f"; did you mean '{near[0]}'?" if near else ""
            self.fault(None, f"there is no column '{name}'{hint} (--column {word}=NAME names another one)")
        return None


def open_sheet(path: Path, columns: Mapping[str, str], faults: list[Diagnostic], of: tuple[str, ...]) -> Sheet | None:
    """Read a CSV table or any layer that GDAL opens; None, with a fault, where it cannot be used.

    Parameters
    ----------
    path
        The file.
    columns
        Names of its columns by word.
    faults
        Where faults are added.
    of
        The kinds of geometry that a layer may have.
    """
    import geopandas
    import pyogrio

    if not path.exists():
        raise FileNotFoundError(2, "no such file", str(path))
    if path.suffix.lower() in (".csv", ".gz", ".txt"):
        try:
            table = pd.read_csv(path, dtype=str, keep_default_na=False, encoding="utf-8-sig")
        except (ValueError, UnicodeError) as fault:
            faults.append(Diagnostic(path.name, f"this is no CSV table: {fault}"))
            return None
        return Sheet(path.name, table, True, columns, faults)
    try:
        layer = pyogrio.read_dataframe(path, fid_as_index=True)
    except pyogrio.errors.DataSourceError as fault:
        raise IoError(f"{path}: {fault}") from None
    sheet = Sheet(path.name, layer, False, columns, faults)
    if not isinstance(layer, geopandas.GeoDataFrame) or layer.empty:
        sheet.fault(None, f"there are no features: expected a layer of {of[0]}s")
        return None
    if layer.crs is None:
        sheet.fault(None, "the layer has no coordinate system: expected one, such as EPSG:4326")
        return None
    sheet.rows = layer = layer.to_crs("EPSG:4326")
    for index, shape in layer.geometry.items():
        if shape is None or shape.is_empty:
            sheet.fault(index, f"there is no geometry: expected a {of[0]}")
        elif shape.geom_type not in of:
            sheet.fault(index, f"the geometry is a {shape.geom_type}: expected a {of[0]}")
        elif not all(math.isfinite(edge) for edge in shape.bounds):
            sheet.fault(index, f"the {of[0]} leaves the coordinate system of its layer")
    return sheet


def read_places(
    path: Path, columns: Mapping[str, str], faults: list[Diagnostic], network: Network | None
) -> list[Place]:
    """Read a table or a layer of places: name, population, and lon and lat where it is a table.

    A place further than 5 km from every junction of the network is a fault, as it is in a scenario.
    """
    sheet = open_sheet(path, columns, faults, ("Point",))
    if sheet is None:
        return []
    name, population = sheet.column("places/name"), sheet.column("places/population")
    spots = _spots(sheet, "places")
    if name is None or population is None or spots is None or faults:
        return []
    found, keys = [], Keys()
    for index, row in sheet.rows.iterrows():
        people = _number(row[population])
        title = _text(row[name])
        if not title:
            sheet.fault(index, "the place has no name")
        if people is None or people != round(people) or not 1 <= people <= MOST_PEOPLE:
            sheet.fault(
                index, f"population '{_text(row[population])}': expected a whole number from 1 to {MOST_PEOPLE:,}"
            )
        elif title:
            found.append(Place(keys.key(title), title, *spots[index], int(people)))
    if network is not None:
        spread = away_m(network, list(spots.values()))
        for index, far_m in zip(spots, spread, strict=True):
            if far_m > FARTHEST_PLACE_M:
                sheet.fault(index, f"the nearest junction is {far_m / 1000:.1f} km away; expected at most 5 km")
    if len(found) < 2 and not faults:
        sheet.fault(None, f"{len(found)} place: expected at least two, one to load at and one to bring aid to")
    return found


def read_gate_points(path: Path, columns: Mapping[str, str], faults: list[Diagnostic]) -> list[GatePoint]:
    """Read a table or a layer of gates: name, perhaps aid and held_by, and lon and lat where it is a table."""
    sheet = open_sheet(path, columns, faults, ("Point",))
    if sheet is None:
        return []
    name, spots = sheet.column("gates/name"), _spots(sheet, "gates")
    aid, held_by = sheet.column("gates/aid", needed=False), sheet.column("gates/held_by", needed=False)
    if name is None or spots is None or faults:
        return []
    found, keys = [], Keys()
    for index, row in sheet.rows.iterrows():
        title, access = _text(row[name]), _text(row[aid]) if aid else ""
        if not title:
            sheet.fault(index, "the gate has no name")
        if access and access not in AID:
            sheet.fault(index, f"aid '{access}': expected {', '.join(AID[:-1])} or {AID[-1]}")
        holders = tuple(part.strip() for part in (_text(row[held_by]) if held_by else "").split(";") if part.strip())
        found.append(GatePoint(keys.key(title), title, *spots[index], access, holders))
    return found


def read_areas(path: Path, columns: Mapping[str, str], faults: list[Diagnostic]) -> geopandas.GeoDataFrame | None:
    """Read areas of control in WGS 84: party (as written), valid_from and valid_to ("" for none), geometry."""
    import geopandas

    sheet = open_sheet(path, columns, faults, ("Polygon", "MultiPolygon"))
    if sheet is None or sheet.text:
        if sheet is not None:
            sheet.fault(None, "a table has no areas: expected a layer of Polygons")
        return None
    party = sheet.column("control/party")
    dates = {
        "valid_from": _date_column(sheet, "control/from", "valid_from"),
        "valid_to": _date_column(sheet, "control/to", "valid_to"),
    }
    if party is None or faults:
        return None
    rows = []
    for index, row in sheet.rows.iterrows():
        holder = _text(row[party])
        if not holder:
            sheet.fault(index, "nobody holds the area: expected a party")
        told = {word: _day(sheet, index, row, column) for word, column in dates.items()}
        rows.append({"party": holder, **told})
    found = geopandas.GeoDataFrame(rows, geometry=sheet.rows.geometry.to_numpy(), crs="EPSG:4326")
    return None if faults else found


def away_m(network: Network, spots: list[tuple[float, float]]) -> NDArray[np.float64]:
    """Return how far places lie from the nearest junction of a network, in metres of great circle."""
    junctions = network.engine.positions()[network.nearest(spots)]
    return 1000 * great_circle_km(np.asarray(spots, dtype=np.float64).reshape(-1, 2), junctions)


class Keys:
    """Keys made of names: short, without spaces, each given once."""

    def __init__(self) -> None:
        self._given: set[str] = set()

    def key(self, name: str) -> str:
        """Return a key for a name that no name before has."""
        plain = key_of(name)
        key, number = plain, 1
        while key in self._given:
            number += 1
            key = f"{plain}-{number}"
        self._given.add(key)
        return key


def key_of(name: str) -> str:
    """Return a name in small letters, with "-" for all that is neither letter nor digit; letters of any script stay."""
    return re.sub(r"[\W_]+", "-", name.casefold()).strip("-") or "unnamed"


def _spots(sheet: Sheet, of: str) -> dict[Any, tuple[float, float]] | None:
    """Return longitude and latitude by row."""
    if not sheet.text:
        shapes = sheet.rows.geometry.items() if not sheet.faults else ()
        return {index: (float(shape.x), float(shape.y)) for index, shape in shapes}
    lon, lat = sheet.column(f"{of}/lon"), sheet.column(f"{of}/lat")
    if lon is None or lat is None:
        return None
    found = {}
    for index, row in sheet.rows.iterrows():
        x, y = _number(row[lon]), _number(row[lat])
        if x is None or y is None or not (-180 <= x <= 180 and -90 <= y <= 90):
            sheet.fault(index, f"({_text(row[lon])}, {_text(row[lat])}) is no longitude and latitude in degrees")
        else:
            found[index] = (x, y)
    return found


def _date_column(sheet: Sheet, word: str, name: str) -> str | None:
    if word in sheet.columns:
        return sheet.column(word)
    return name if name in sheet.rows else None


def _day(sheet: Sheet, index: Any, row: Any, column: str | None) -> str:
    """Return the day that a column says, as 2016-09-12; "" for none."""
    if column is None or pd.isna(row[column]) or not str(row[column]).strip():
        return ""
    try:
        return pd.Timestamp(row[column]).strftime("%Y-%m-%d")
    except ValueError:
        sheet.fault(index, f"{column} '{row[column]}' is not a date, e.g. '2016-09-12'")
        return ""


def _text(value: Any) -> str:
    return "" if value is None or pd.isna(value) else str(value).strip()


def _number(value: Any) -> float | None:
    try:
        number = float(_text(value).replace(",", ""))
    except ValueError:
        return None
    return number if math.isfinite(number) else None
