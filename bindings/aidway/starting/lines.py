# SPDX-License-Identifier: Apache-2.0
"""The roads of a starting scenario: a planner's layer or OpenStreetMap as one layer, with names for agreements."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from .._engine import Diagnostic
from ..network import Network
from ..network_reading import COLUMNS, read_network
from .given import GatePoint, Keys, key_of

if TYPE_CHECKING:
    import geopandas
    from numpy.typing import NDArray
    from shapely import LineString

OSM = (".pbf", ".osm", ".osm.gz", ".osm.bz2")
NAMELESS = "roads-without-a-name"
"""The road that lines without a name are part of, so that the front is found on them too."""
GATE_M = 100.0
"""Length of the piece of road that is the gate at a point."""
FARTHEST_GATE_M = 1_000.0
"""A gate further from every road than this is on none."""
HEAVY = "heavy"


@dataclass
class Roads:
    """A layer of lines in WGS 84 with the columns road, road_name, gate, road_class, one_way, length_m."""

    lines: geopandas.GeoDataFrame
    network: Network
    columns: dict[str, str]
    join_within_m: float
    notes: list[str] = field(default_factory=list)
    titles: dict[str, str] = field(default_factory=dict)
    """Names of roads as people say them, by key."""
    gate_titles: dict[str, str] = field(default_factory=dict)


def is_osm(path: Path) -> bool:
    """Whether a file holds OpenStreetMap data, by its name."""
    return path.name.lower().endswith(OSM)


def read_lines(path: Path, columns: Mapping[str, str]) -> Roads:
    """Read roads from OpenStreetMap or any layer of lines.

    Raises
    ------
    ScenarioError
        If the file is wrong; `diagnostics` holds every fault with its feature.
    """
    return _of_map(path) if is_osm(path) else _of_layer(path, columns)


def _of_map(path: Path) -> Roads:
    """Return what trucks may drive on, each road once, with its direction."""
    network = read_network(path)
    arcs = network.arcs()
    free = np.array([HEAVY not in bars for bars in arcs["barred"]], dtype=bool)
    reverse = arcs["reverse"].to_numpy()
    once = (reverse < 0) | (reverse > np.arange(len(arcs)))
    back = np.where(reverse >= 0, free[reverse], False)
    shown = once & (free | back)
    kept, one_way = arcs[shown], np.where(~back, "yes", np.where(~free, "-1", "no"))[shown]
    lines = kept[["road", "road_class", "geometry"]].reset_index(drop=True)
    lines["one_way"] = one_way
    left_out_km = float(arcs.loc[once & ~shown, "length_m"].sum()) / 1000
    found = _named(lines, network, join_within_m=1.0)
    found.notes += network.notes
    if left_out_km > 0:
        found.notes.append(f"{left_out_km:,.1f} km of road on which lorries may not drive are left out")
    if candidates := len(network.gate_candidates()):
        found.notes.append(
            f"{candidates} barriers or checkpoints stand in the map (aidway network {path.name} tells where): the map "
            "does not say who holds them, so none is a gate yet"
        )
    return found


def _of_layer(path: Path, columns: Mapping[str, str]) -> Roads:
    import pyogrio

    if not path.exists():
        raise FileNotFoundError(2, "no such file", str(path))
    asked = {word: name for word, name in columns.items() if word in COLUMNS}
    layer_name = asked.get("layer")
    try:
        known = [str(name) for name in pyogrio.read_info(path, layer=layer_name)["fields"]]
        named = {word: word for word in COLUMNS if word != "layer" and word in known} | asked
    except (pyogrio.errors.DataSourceError, pyogrio.errors.DataLayerError):
        named = asked  # the engine says what is wrong
    network = read_network(path, columns=named)  # the faults of the lines, each at its feature
    layer = pyogrio.read_dataframe(path, layer=layer_name).to_crs("EPSG:4326")
    layer = layer.explode(index_parts=False, ignore_index=True)
    lines = layer[["geometry"]].copy()
    for word in ("road", "gate", "road_class", "one_way"):
        if word in named:
            lines[word] = ["" if pd.isna(value) else str(value).strip() for value in layer[named[word]]]
    length_m = pd.Series(np.nan, index=layer.index)
    for word, unit_m in (("length_km", 1000.0), ("length_m", 1.0)):
        if word in named:
            length_m = (pd.to_numeric(layer[named[word]], errors="coerce") * unit_m).fillna(length_m)
    if length_m.notna().any():
        lines["length_m"] = length_m
    found = _named(lines, network, join_within_m=10.0)
    found.notes += network.notes
    return found


def _named(lines: geopandas.GeoDataFrame, network: Network, *, join_within_m: float) -> Roads:
    """Give every road and gate a key, in the order of their names, and lines without a name a common one."""
    for column in ("road", "gate", "road_class"):
        if column not in lines:
            lines[column] = ""
    lines = lines.rename(columns={"road": "road_name"})
    titles, of_road = _keys(lines["road_name"])
    gate_titles, of_gate = _keys(lines["gate"])
    lines["road"] = [of_road.get(name, NAMELESS) for name in lines["road_name"]]
    lines["gate"] = [of_gate.get(name, "") for name in lines["gate"]]
    titles[NAMELESS] = "Roads without a name"
    columns = {word: word for word in ("road", "gate", "road_class", "one_way", "length_m") if word in lines}
    order = [column for column in (*columns, "road_name", "geometry") if column in lines]
    return Roads(lines[order], network, columns, join_within_m, titles=titles, gate_titles=gate_titles)


def _keys(names: Any) -> tuple[dict[str, str], dict[str, str]]:
    keys = Keys()
    keys.key(NAMELESS)
    of_name = {name: keys.key(name) for name in sorted({str(name) for name in names if name})}
    return {key: name for name, key in of_name.items()}, of_name


def place_gates(roads: Roads, points: list[GatePoint], shown: str, faults: list[Diagnostic]) -> Roads:
    """Return the roads with a piece of 100 m around each point as its gate, on the line nearest to it.

    A gate further than 1 km from every road, or on the piece of another, is a fault. Where the line has no name, the
    piece becomes a road of the gate's name.
    """
    lines, gate_titles, titles = roads.lines, dict(roads.gate_titles), dict(roads.titles)
    metric = lines.estimate_utm_crs()
    projected = lines.geometry.to_crs(metric)
    for point in points:
        spot = _point(point, metric)
        away = projected.distance(spot).to_numpy()
        nearest = int(np.argmin(away))
        row = dict(lines.iloc[nearest])
        if fault := _misplaced(point, float(away[nearest]), str(row["gate"]), gate_titles):
            faults.append(Diagnostic(shown, f"gate '{point.name}'{fault}"))
            continue
        along_m = float(projected.iloc[nearest].project(spot))
        if row["road"] == NAMELESS:
            titles[key_of(f"road at {point.key}")] = f"Road at {point.name}"
        pieces = _pieces(row, point.key, _cut(row["geometry"], projected.iloc[nearest], along_m))
        added = _layer(pieces, lines)
        at = lines.index[nearest]
        lines = _joined(lines.drop(index=at), added)
        projected = pd.concat([projected.drop(index=at), added.geometry.to_crs(metric)], ignore_index=True)
        gate_titles[point.key] = point.name
    return replace(roads, lines=lines, titles=titles, gate_titles=gate_titles)


def _misplaced(point: GatePoint, away_m: float, gate: str, titles: dict[str, str]) -> str:
    """Return what is wrong with the place of a gate, "" where nothing is."""
    if point.key in titles:
        return ": the roads have a gate of that name already"
    if away_m > FARTHEST_GATE_M:
        return f": the nearest road is {away_m / 1000:.1f} km away; expected at most 1 km"
    return f" lies on the same piece of road as gate '{titles[gate]}'" if gate else ""


def _pieces(row: dict[str, Any], gate: str, cut: list[tuple[bool, float, LineString]]) -> list[dict[str, Any]]:
    """Return the pieces of a line, the one in the gate with its name."""
    found = []
    for is_gate, share, line in cut:
        piece = row | {"geometry": line}
        if "length_m" in piece:
            piece["length_m"] = piece["length_m"] * share
        if is_gate:
            piece["gate"] = gate
            piece["road"] = key_of(f"road at {gate}") if row["road"] == NAMELESS else row["road"]
        found.append(piece)
    return found


def _layer(rows: list[dict[str, Any]], like: geopandas.GeoDataFrame) -> geopandas.GeoDataFrame:
    import geopandas

    return geopandas.GeoDataFrame(rows, columns=list(like.columns), geometry="geometry", crs=like.crs)


def _joined(lines: geopandas.GeoDataFrame, added: geopandas.GeoDataFrame) -> geopandas.GeoDataFrame:
    import geopandas

    return geopandas.GeoDataFrame(pd.concat([lines, added], ignore_index=True), geometry="geometry", crs=lines.crs)


def _point(point: GatePoint, metric: Any) -> Any:
    import geopandas

    spots = geopandas.GeoSeries(geopandas.points_from_xy([point.lon], [point.lat]), crs="EPSG:4326")
    return spots.to_crs(metric).iloc[0]


def _cut(line: LineString, projected: LineString, at_m: float) -> list[tuple[bool, float, LineString]]:
    """Return the pieces of a line before, in and after the gate at a distance along it: whether in it, its share."""
    from shapely import LineString

    degrees, metres = np.asarray(line.coords)[:, :2], np.asarray(projected.coords)[:, :2]
    along = np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(metres, axis=0).T))])
    whole = float(along[-1])
    begin, end = max(at_m - GATE_M / 2, 0.0), min(at_m + GATE_M / 2, whole)
    pieces = []
    for is_gate, first, last in ((False, 0.0, begin), (True, begin, end), (False, end, whole)):
        if last - first > 1e-6 * whole:
            inside = (along > first) & (along < last)
            ends = [_at(first, along, degrees), _at(last, along, degrees)]
            points = np.vstack([ends[0], degrees[inside], ends[1]])
            pieces.append((is_gate, (last - first) / whole, LineString(points)))
    return pieces


def _at(distance: float, along: NDArray[np.float64], degrees: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.array([np.interp(distance, along, degrees[:, axis]) for axis in (0, 1)])
