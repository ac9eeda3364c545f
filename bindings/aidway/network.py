# SPDX-License-Identifier: Apache-2.0
"""A road network by itself: looked at, asked for ways, and written out."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike, NDArray

from . import _engine
from .errors import RequestError
from .vehicles import vehicle_file

if TYPE_CHECKING:
    import geopandas
    import networkx

    from .figures import Picture

NO_ARC = 2**32 - 1
"""The engine's word for "no arc", and for "no way" in a matrix."""
SAVED = ".aidwaynet"
"""What the names of saved networks end in."""


class Network:
    """Roads as a graph: nodes, and an arc for each way a road may be driven. It never changes.

    Networks come from `read_network`, `network_from_geodataframe` and `network_from_osmnx`.
    """

    def __init__(self, engine: _engine.Network, name: str, notes: Sequence[str] = ()) -> None:
        self._engine = engine
        self._name = name
        self._notes = tuple(notes)

    @property
    def engine(self) -> _engine.Network:
        """The engine's own object."""
        return self._engine

    @property
    def name(self) -> str:
        """Name of the file the roads came from."""
        return self._name

    @property
    def digest(self) -> str:
        """128 bits as 32 hexadecimal digits: equal digests mean equal travel."""
        return self._engine.digest.hex()

    @property
    def notes(self) -> list[str]:
        """What was met while reading and has no place on the map."""
        return [*self._engine.notes, *self._notes]

    @property
    def objects(self) -> dict[str, int]:
        """How many nodes and ways an OpenStreetMap file has, and how many of the ways are roads; else empty."""
        return dict(self._engine.objects)

    def __repr__(self) -> str:
        return f"Network({self._name}: {self._engine.node_count} nodes, {self._engine.arc_count} arcs)"

    def describe(self) -> str:
        """Return what the network is like, in some lines: sizes, length by class of road, islands, gates, repairs."""
        arcs = self._arc_table()
        roads = arcs[(arcs["reverse"] == -1) | (arcs["reverse"] > arcs.index)]  # each road once
        km = roads.groupby("road_class")["length_m"].sum().sort_values(ascending=False) / 1000
        bars = arcs["barred"].map(tuple)
        back = roads["reverse"].where(roads["reverse"] >= 0, roads.index)
        one_way = (roads["reverse"] == -1) | (bars[back].to_numpy() != bars[roads.index].to_numpy())
        one_way_km = roads.loc[one_way, "length_m"].sum() / 1000
        repairs = self.repairs()["kind"].value_counts().sort_index()
        gates = self.gate_candidates()["kind"].value_counts().sort_index()
        size = f"{self._engine.node_count:,} nodes, {self._engine.arc_count:,} arcs"
        lines = [
            f"{self.name}: {size}, {km.sum():,.1f} km of road, {one_way_km:,.1f} km of it one-way for some",
            f"digest {self.digest}",
            "by class: " + ", ".join(f"{name or 'not said'} {length:,.1f} km" for name, length in km.items()),
            "may be gates: " + (", ".join(f"{count} {kind}" for kind, count in gates.items()) or "none"),
            "repairs: " + (", ".join(f"{count} {kind}" for kind, count in repairs.items()) or "none"),
        ]
        return "\n".join([*lines, *(f"note: {note}" for note in self.notes)])

    def nodes(self) -> geopandas.GeoDataFrame:
        """Return the nodes in WGS 84, by number: arcs_out, island (0 is the largest), geometry."""
        import geopandas

        at = self._engine.positions()
        return geopandas.GeoDataFrame(
            {"arcs_out": np.diff(self._engine.columns()["first_out"]), "island": self._engine.islands()},
            geometry=geopandas.points_from_xy(at[:, 0], at[:, 1]),
            crs="EPSG:4326",
            index=pd.RangeIndex(len(at), name="node"),
        )

    def arcs(self) -> geopandas.GeoDataFrame:
        """Return the arcs in WGS 84, by number.

        Columns: tail and head (nodes), reverse (the arc of the same road the other way, -1 on a one-way road),
        length_m, road, gate, road_class, surface, condition, features, barred (kinds of traffic that may not use it),
        max_weight_t, max_height_m, max_speed_km_h (NaN where there is no limit), length_is_stated, other_names (a list
        of key and name), feature (number in the source), geometry (in the direction of travel). "" is what the source
        does not say.
        """
        import geopandas
        from shapely import linestrings

        coordinates, of_arc = self._engine.shapes()
        lines = linestrings(coordinates, indices=of_arc)
        return geopandas.GeoDataFrame(self._arc_table(), geometry=lines, crs="EPSG:4326")

    def _arc_table(self) -> pd.DataFrame:
        """Return the arcs without their geometry."""
        column = self._engine.columns()
        said = pd.DataFrame(self._engine.labels(), columns=_LABEL_COLUMNS)
        for limit in ("max_weight_t", "max_height_m", "max_speed_km_h"):
            said[limit] = said[limit].astype(float)
        reverse = column["reverse"].astype(np.int64)
        table = pd.DataFrame(
            {
                "tail": column["tail"],
                "head": column["head"],
                "reverse": np.where(reverse == NO_ARC, -1, reverse),
                "length_m": column["length_m"],
            }
        )
        told = said.iloc[column["label"]].reset_index(drop=True)
        table = table.join(told)
        table["feature"] = column["feature"]
        table.index.name = "arc"
        return table

    def to_osmnx(self, *, traffic: str = "") -> networkx.MultiDiGraph[int]:
        """Return the network as a graph that osmnx reads, in WGS 84.

        Nodes have x, y and street_count. Edges have osmid (the feature's number), length in metres, oneway, reversed,
        highway, name and maxspeed, geometry where they are not straight, and what `arcs` tells under the same names.

        Parameters
        ----------
        traffic
            The kind of traffic that the graph is for ("heavy"): roads barred to it are left out, so that osmnx, which
            knows of no bars, leads nobody along them. By default every road is there.

        Raises
        ------
        RequestError
            If networkx is not installed; `pip install aidway[osmnx]` brings it.
        """
        from .osmnx_graphs import graph_of

        return graph_of(self, traffic)

    def repairs(self) -> geopandas.GeoDataFrame:
        """Return what was mended, left out or noticed, in WGS 84.

        Columns: kind ("join", "zero_length", "duplicate", "cut", "short_length", "crossing", "island"), what (a
        sentence), distance_m (how far apart or how long it was; 0 where that says nothing), geometry (a point).
        """
        rows = [*self._engine.repairs(), *self._engine.lone_islands()]
        return _points(rows, ["kind", "what", "distance_m"])

    def gate_candidates(self) -> geopandas.GeoDataFrame:
        """Return nodes of OpenStreetMap on a road at which passage may depend on somebody, in WGS 84.

        Columns: kind (as the file of meanings has it), name, node (the source's number), geometry. The source says that
        something stands there, not who holds it nor whether it is open.
        """
        return _points(self._engine.gate_candidates(), ["kind", "name", "node"])

    def map(self, *, title: str | None = None) -> Picture:
        """Draw the network on a map, for your own eyes: everything is where it lies.

        Roads by class, with a legend that reads in black and white; those in a gate, and those apart from the largest
        island; candidates for gates and repairs by kind. More than 20,000 roads are drawn as pixels.

        Parameters
        ----------
        title
            The heading; the network's name by default, none if empty.

        Returns
        -------
        Picture
            A matplotlib figure that a notebook shows as SVG. The same network gives the same bytes.
        """
        from .network_map import network_map

        return network_map(self, title=title)

    def _repr_html_(self) -> str:
        from .network_map import network_html

        return network_html(self)

    def to_file(self, path: str | Path) -> None:
        """Write the network, whole or not at all.

        A GeoPackage (`.gpkg`) holds arcs, nodes, repairs and gate candidates as layers, each with the style in which
        QGIS opens it. GeoJSON (`.geojson`), FlatGeobuf (`.fgb`) and GeoParquet (`.parquet`) hold the arcs; beside the
        first two stands a style for QGIS (`.qml`), unless there is one already. Lists become JSON text; a layer without
        rows is left out. `network_from_geodataframe` makes the same network of the arcs again.

        Raises
        ------
        RequestError
            If the name ends otherwise.
        IoError
            If the folder is missing or cannot be written.
        """
        from .network_files import write_network

        write_network(self, Path(path))

    def save(self, path: str | Path) -> None:
        """Write the network to a file that `read_network` reads at once, whole or not at all.

        The same network gives the same bytes. Its repairs, candidates for gates and notes are not saved: they are told
        when the roads are read.

        Raises
        ------
        RequestError
            If the name does not end in .aidwaynet.
        IoError
            If the file cannot be written.
        """
        target = Path(path)
        if target.suffix != SAVED:
            raise RequestError(f"a network is saved to a file that ends in {SAVED}, not '{target.name}'")
        self._engine.save(str(target.absolute()))

    def nearest(self, places: Sequence[tuple[float, float]]) -> NDArray[np.uint32]:
        """Return the node nearest to each place, given as longitude and latitude in degrees."""
        for lon, lat in places:
            if not (-180 <= lon <= 180 and -90 <= lat <= 90):
                raise RequestError(f"({lon}, {lat}) is no longitude and latitude in degrees")
        return self._engine.nearest([(float(lon), float(lat)) for lon, lat in places])

    def distances_m(
        self, from_nodes: Sequence[int], to_nodes: Sequence[int], *, traffic: str = ""
    ) -> NDArray[np.float64]:
        """Return lengths of the shortest ways, in metres, with a row for each node of `from_nodes`.

        Parameters
        ----------
        from_nodes, to_nodes
            Numbers of nodes.
        traffic
            The kind of traffic whose bars are kept ("heavy"); by default every road is open.

        Returns
        -------
        array of float64, len(from_nodes) x len(to_nodes)
            Whole millimetres; NaN where there is no way. Exact below 4,295 km.
        """
        self._require_nodes(from_nodes, to_nodes)
        column = self._engine.columns()
        length_mm = np.minimum(np.rint(column["length_m"] * 1000), NO_ARC - 1).astype(np.uint32)
        barred = np.array([traffic in label["barred"] for label in self._engine.labels()], dtype=bool)
        if len(barred):
            length_mm[barred[column["label"]]] = NO_ARC
        return self._thousandths(length_mm, from_nodes, to_nodes)

    def times_s(
        self,
        from_nodes: Sequence[int],
        to_nodes: Sequence[int],
        vehicle: str | Path,
        *,
        convoy: bool = False,
        speed_factors: ArrayLike | None = None,
    ) -> NDArray[np.float64]:
        """Return driving times of a vehicle along its fastest ways, in seconds, a row for each node of `from_nodes`.

        Parameters
        ----------
        from_nodes, to_nodes
            Numbers of nodes.
        vehicle
            One that ships with Aidway (truck-10t, semi-trailer-30t, pick-up, ambulance, on-foot), or the path of a file
            like theirs, which ends in .yaml.
        convoy
            Whether a convoy drives: its factor slows it.
        speed_factors
            Per arc, what is left of the speed on it, from 0 (closed) to 1; such as `aidway.speed_factors` makes of what
            a raster says along arcs.

        Returns
        -------
        array of float64, len(from_nodes) x len(to_nodes)
            Whole milliseconds; NaN where the vehicle has no way. Speeds, limits and closures are those of the
            vehicle's file; nothing is waited for. Exact below 49 days.
        """
        self._require_nodes(from_nodes, to_nodes)
        path, shown = vehicle_file(vehicle)
        each_ms = _engine.vehicle_times_ms(self._engine, str(path), shown, convoy)
        if speed_factors is not None:
            each_ms = self._slowed(each_ms, speed_factors)
        return self._thousandths(each_ms, from_nodes, to_nodes)

    def sample(self, raster: str | Path, *, step_m: float = 50.0, band: int = 1) -> pd.DataFrame:
        """Sample a raster along every arc: depth of water, slope, damage.

        Parameters
        ----------
        raster
            Any raster that GDAL opens, with a coordinate system.
        step_m
            Arcs are parted into equal pieces no longer than this; the cell under the middle of each is taken.
        band
            Which band, counted from 1.

        Returns
        -------
        DataFrame
            By arc: mean, min and max of its samples (NaN where none has a value), told (the share of its samples that
            has a value, 0 to 1). Both arcs of a road have the same samples.

        Raises
        ------
        ScenarioError
            If the raster cannot be read, or has no such band or no coordinate system.
        RequestError
            If `step_m` is not above 0.
        """
        from .rasters import sample_arcs

        return sample_arcs(self, raster, step_m=step_m, band=band)

    def obstacles(self, vehicle: str | Path) -> pd.DataFrame:
        """Return what keeps a vehicle off roads: length_m of road by obstacle ("limit of 3.5 t", "closed to heavy").

        Roads count once for each way they may be driven; the longest come first. The vehicle as in `times_s`.
        """
        path, shown = vehicle_file(vehicle)
        told = np.array(_engine.vehicle_obstacles(self._engine, str(path), shown), dtype=object)
        column = self._engine.columns()
        table = pd.DataFrame({"obstacle": told[column["label"]], "length_m": column["length_m"]})
        kept_off = table[table["obstacle"] != ""]
        sums = kept_off.groupby("obstacle")["length_m"].sum()
        rows = sorted(((str(obstacle), float(m)) for obstacle, m in sums.items()), key=lambda row: (-row[1], row[0]))
        return pd.DataFrame(rows, columns=["obstacle", "length_m"])

    def _slowed(self, each_ms: NDArray[np.uint32], speed_factors: ArrayLike) -> NDArray[np.uint32]:
        """Return times at a part of the speed; closed arcs and those that were closed stay so."""
        factor = np.asarray(speed_factors, dtype=np.float64)
        if factor.shape != each_ms.shape or not ((factor >= 0) & (factor <= 1)).all():
            raise RequestError(f"speed_factors are {len(each_ms)} numbers between 0 and 1, one per arc")
        with np.errstate(divide="ignore"):
            slowed = np.rint(np.minimum(each_ms / factor, NO_ARC - 1.0))
        return np.where((factor == 0) | (each_ms == NO_ARC), NO_ARC, slowed).astype(np.uint32)

    def _thousandths(
        self, weights: NDArray[np.uint32], from_nodes: Sequence[int], to_nodes: Sequence[int]
    ) -> NDArray[np.float64]:
        """Return the least sums of whole thousandths along ways, in whole units; NaN where there is no way."""
        found = self._engine.matrix(weights, list(from_nodes), list(to_nodes))
        return np.where(found == NO_ARC, np.nan, found / 1000.0)

    def _require_nodes(self, from_nodes: Sequence[int], to_nodes: Sequence[int]) -> None:
        for node in (*from_nodes, *to_nodes):
            if not 0 <= node < self._engine.node_count:
                raise RequestError(
                    f"there is no node {node}: they are numbered from 0 to {self._engine.node_count - 1}"
                )


_LABEL_COLUMNS = [
    "road", "gate", "road_class", "surface", "condition", "features", "barred", "max_weight_t", "max_height_m",
    "max_speed_km_h", "length_is_stated", "other_names",
]  # fmt: skip


def _points(rows: Sequence[tuple[Any, ...]], columns: list[str]) -> geopandas.GeoDataFrame:
    """Return rows that end with longitude and latitude as points."""
    import geopandas

    table = pd.DataFrame(rows, columns=[*columns, "lon", "lat"])
    at = geopandas.points_from_xy(table.pop("lon").astype(float), table.pop("lat").astype(float))
    return geopandas.GeoDataFrame(table, geometry=at, crs="EPSG:4326")
