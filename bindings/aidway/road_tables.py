# SPDX-License-Identifier: Apache-2.0
"""Road networks from tables of lines in memory."""

from __future__ import annotations

import ast
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from . import _engine
from .errors import RequestError, require_name
from .network import Network
from .network_reading import COLUMNS, require_join

if TYPE_CHECKING:
    import geopandas

ARC_MARKS = ("tail", "head", "reverse")
"""Columns by which the table that `Network.arcs` gives is known."""
ARC_TEXTS = (
    "road", "gate", "road_class", "surface", "condition", "features", "barred", "max_weight_t", "max_height_m",
    "max_speed_km_h",
)  # fmt: skip


def network_from_geodataframe(
    lines: geopandas.GeoDataFrame,
    *,
    columns: Mapping[str, str] | None = None,
    join_within_m: float = 10.0,
    name: str = "GeoDataFrame",
) -> Network:
    """Return the network of a table of lines, by the rules by which `read_network` reads a layer.

    The table that `Network.arcs` gives, whole or in part, becomes the same network again: it is known by its columns
    tail, head and reverse where `columns` is left out. Its lines are arcs, passable as drawn, which meet at their ends
    alone; the lengths in length_m count where length_is_stated, and nothing is joined or left out.

    Parameters
    ----------
    lines
        One line or multi-line per row, in any coordinate system; without one they are longitude and latitude.
    columns
        The columns for road, gate, road_class, one_way, length_m, length_km, surface, condition, features, barred,
        max_weight_t, max_height_m and max_speed_km_h; one left out is not there. Cells may be text, numbers, booleans
        or lists; None and NaN say nothing.
    join_within_m
        Line ends nearer to each other than this are one junction.
    name
        What the table is called in faults.

    Raises
    ------
    ScenarioError
        If rows are wrong; `diagnostics` holds every fault. "feature 7" is the row with the index 7, or, where the index
        is not of different whole numbers, the row in place 7 counted from 0. Of a table of arcs it is their feature.
    RequestError
        If `lines` is no GeoDataFrame, `columns` names what is not there, or `join_within_m` is negative.

    Notes
    -----
    The same lines give the same network, whatever their order.
    """
    import geopandas

    if not isinstance(lines, geopandas.GeoDataFrame):
        raise RequestError(f"a network is made of a GeoDataFrame, not of a {type(lines).__name__}")
    require_join(join_within_m)
    if columns is None and set(ARC_MARKS) <= set(lines.columns):
        return _of_arcs(lines, name)
    present = [str(column) for column in lines.columns]
    for word, column in (columns or {}).items():
        require_name("column", word, [known for known in COLUMNS if known != "layer"])
        require_name("column", column, present)
    told = {word: texts(lines[column]) for word, column in (columns or {}).items()}
    return network_of_rows(lines.geometry, numbers_of(lines.index), told, name=name, join_within_m=join_within_m)


def network_of_rows(
    geometry: geopandas.GeoSeries,
    numbers: Sequence[int],
    told: Mapping[str, list[str]],
    *,
    name: str,
    join_within_m: float = 0.0,
    meet: str = "vertices",
    other_names: Sequence[list[tuple[str, str]]] = (),
    notes: Sequence[str] = (),
) -> Network:
    """Return the network of lines in memory, with what is told of each by the words of `COLUMNS`."""
    engine = _engine.network_of_rows(
        wkb_of(geometry),
        system_of(geometry),
        list(numbers),
        dict(told),
        list(other_names),
        name,
        float(join_within_m),
        meet,
    )
    return Network(engine, name, notes)


def wkb_of(geometry: geopandas.GeoSeries) -> list[bytes]:
    """Return shapes as well-known binary; a missing one is empty."""
    from shapely import to_wkb

    return [shape if shape is not None else b"" for shape in to_wkb(geometry.to_numpy())]


def system_of(geometry: geopandas.GeoSeries) -> str:
    """Return the coordinate system as text, empty where there is none."""
    if geometry.crs is None:
        return ""
    return "EPSG:4326" if geometry.crs == "EPSG:4326" else str(geometry.crs.to_wkt())


def texts(cells: pd.Series | list[Any]) -> list[str]:
    """Return cells as a layer would have them in writing; what says nothing is empty."""
    return [_text(cell) for cell in (cells if isinstance(cells, list) else cells.tolist())]


def _text(cell: Any) -> str:
    if isinstance(cell, str):
        return cell
    if isinstance(cell, (list, tuple, set, frozenset, np.ndarray)):
        return ", ".join(sorted(str(word) for word in cell))
    if cell is None or pd.isna(cell):
        return ""
    if isinstance(cell, (bool, np.bool_)):
        return "yes" if cell else "no"
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell)


def numbers_of(index: pd.Index) -> list[int]:
    """Return what rows are called by: their index, where it is of different whole numbers, else their places."""
    if pd.api.types.is_integer_dtype(index.dtype) and index.is_unique:
        return [int(number) for number in index]
    return list(range(len(index)))


def _of_arcs(arcs: geopandas.GeoDataFrame, name: str) -> Network:
    told = {column: texts(arcs[column]) for column in ARC_TEXTS if column in arcs}
    if {"length_m", "length_is_stated"} <= set(arcs.columns):
        told["length_m"] = texts(arcs["length_m"].where(arcs["length_is_stated"].astype(bool)))
    features = arcs["feature"].astype(np.int64).tolist() if "feature" in arcs else numbers_of(arcs.index)
    names = [names_in(cell) for cell in arcs["other_names"]] if "other_names" in arcs else []
    return network_of_rows(arcs.geometry, features, told, name=name, meet="ends", other_names=names)


def names_in(cell: Any) -> list[tuple[str, str]]:
    """Return pairs of key and name from a list, or from the text that files have in its place; else none."""
    try:
        pairs = ast.literal_eval(cell) if isinstance(cell, str) else cell
    except (ValueError, SyntaxError):
        return []
    return [(str(key), str(value)) for key, value in pairs] if isinstance(pairs, (list, tuple, np.ndarray)) else []
