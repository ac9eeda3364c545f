# SPDX-License-Identifier: Apache-2.0
"""Road networks read from a planner's own files."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from . import _engine
from .errors import RequestError, require_name
from .library import common
from .network import SAVED, Network

COLUMNS = (
    "layer", "road", "gate", "road_class", "one_way", "length_m", "length_km", "surface", "condition", "features",
    "barred", "max_weight_t", "max_height_m", "max_speed_km_h",
)  # fmt: skip
"""What `columns` of `read_network` may name."""


def read_network(
    roads: str | Path,
    *,
    columns: Mapping[str, str] | None = None,
    join_within_m: float = 10.0,
    join_crossings: bool = False,
    meanings: str | Path | None = None,
    ferries: bool = False,
) -> Network:
    """Read a road network, mending what can be mended and telling of it.

    Parameters
    ----------
    roads
        An OpenStreetMap file (`.osm.pbf`, `.osm`, `.osm.gz`), a network that `Network.save` wrote (`.aidwaynet`), or
        a layer of lines: Shapefile, GeoPackage, GeoJSON, FlatGeobuf, File Geodatabase, KML, GPX or CSV.
    columns
        Of a layer: its columns for road, gate, road_class, one_way, length_m, length_km, surface, condition, features,
        barred (words parted by commas), max_weight_t, max_height_m and max_speed_km_h (numbers, or with a unit as
        OpenStreetMap has it), and which layer of the file is meant; a name left out is a column it does not have.
    join_within_m
        Of a layer: line ends nearer to each other than this are one junction.
    join_crossings
        Of a layer: whether roads meet where they cross without a common vertex. Unless they do, such places are told of
        as repairs of kind "crossing". Features that say bridge or tunnel cross nothing.
    meanings
        Of an OpenStreetMap file: the file that says what its tags mean; the one that ships with Aidway unless given.
    ferries
        Of an OpenStreetMap file: whether ferries are roads too.

    Raises
    ------
    ScenarioError
        If the file is wrong; `diagnostics` holds every fault with its place.
    IoError
        If a file cannot be read at all.
    RequestError
        If `columns` names something unheard of, or `join_within_m` is negative; or if a saved network is to be read
        in another way than it was.

    Notes
    -----
    The same roads give the same network, whatever their order. Turn restrictions are not read. A saved network is
    mapped into memory: while it is in use, only `save` may replace its file.
    """
    for word in columns or {}:
        require_name("column", word, COLUMNS)
    require_join(join_within_m)
    path = Path(roads)
    if not path.exists():
        raise FileNotFoundError(2, "no such file", str(path))
    if path.suffix == SAVED and (columns or join_crossings or meanings or ferries):
        raise RequestError(
            f"'{path.name}' is a saved network: columns, crossings, meanings and ferries were settled when it was read"
        )
    tags = common("osm-roads.yaml") if meanings is None else Path(meanings)
    engine = _engine.read_network(
        str(path.absolute()),
        path.name,
        str(tags.absolute()),
        dict(columns or {}),
        float(join_within_m),
        join_crossings,
        ferries,
    )
    return Network(engine, path.name)


def require_join(join_within_m: float) -> None:
    """Refuse a distance within which no ends can be joined."""
    if not 0 <= join_within_m < float("inf"):
        raise RequestError(f"join_within_m must be at least 0, not {join_within_m}")
