# SPDX-License-Identifier: Apache-2.0
"""Road networks from the graphs of osmnx, and as such graphs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from .errors import RequestError
from .library import common
from .network import Network
from .osmnx_tags import OWN, edge_rows
from .proximity import great_circle_km
from .road_tables import ARC_TEXTS, network_of_rows, texts

if TYPE_CHECKING:
    import geopandas
    import networkx

STATED_BEYOND = 1e-3
"""A length that differs from the drawn one by more than this share is a stated one."""
APART_DEG, APART_M = 1e-7, 0.01
"""Nearer than this, an edge ends at its node: the grid of a network, and the same in a coordinate system of metres."""

Edge = tuple[Any, Any, Mapping[str, Any]]


def network_from_osmnx(
    graph: networkx.MultiDiGraph[Any], *, meanings: str | Path | None = None, name: str = "osmnx graph"
) -> Network:
    """Return the network of a graph as osmnx makes it: an arc for each edge; edges meet at nodes alone.

    An edge tells what it is like by the tags of OpenStreetMap that it carries (highway, name, maxspeed, surface, access
    ...), and a file of meanings what they mean. Where osmnx has put several ways into one edge, it has what any of them
    has that hinders: the last of their classes in the order of that file, the least limit, every bar and every feature;
    surface and condition only where they agree; and all their names. An edge with road_class, as `Network.to_osmnx`
    writes it, tells by its own columns instead.

    Parameters
    ----------
    graph
        A directed graph whose nodes have x and y in the coordinate system of `graph.graph["crs"]` (WGS 84 without one).
        Edges may have geometry, else they are straight; osmid, the number of their feature (of several the least); and
        length in metres, which counts as stated where it is more than a thousandth off the drawn one. An edge and one
        that leads back along it, with the same osmid and length, are one road.
    meanings
        The file that says what tags mean; the one that ships with Aidway unless given.
    name
        What the graph is called in faults.

    Raises
    ------
    RequestError
        If the graph is not directed, a node has no place, or an edge does not run between its nodes; every fault is
        named.
    ScenarioError
        If there are no roads, or the file of meanings is wrong.

    Notes
    -----
    Edges that are no roads by the file of meanings are left out and counted in `Network.notes`. The same graph gives
    the same network, whatever the order of nodes and edges.
    """
    if not getattr(graph, "is_directed", bool)():
        raise RequestError("a network is made of a directed graph (networkx.MultiDiGraph), as osmnx gives it")
    edges: list[Edge] = list(graph.edges(data=True))
    faults: list[str] = []
    geometry = _geometry(graph, edges, faults)
    lengths = np.array([_length(edge, faults) for edge in edges], dtype=np.float64)
    if faults:
        raise RequestError("; ".join(faults))
    rows, notes = edge_rows(
        [data for *_, data in edges], common("osm-roads.yaml") if meanings is None else Path(meanings)
    )
    stated = _stated(edges, lengths, geometry)
    kept = [place for place, row in enumerate(rows) if row is not None]
    told = {key: texts([(rows[place] or {}).get(key) for place in kept]) for key in ARC_TEXTS}
    told["length_m"] = texts([lengths[place] if stated[place] else None for place in kept])
    alone = sum(1 for _, degree in graph.degree() if degree == 0)
    return network_of_rows(
        geometry.iloc[kept],
        [_feature(edges[place][2].get("osmid")) for place in kept],
        told,
        name=name,
        meet="ends",
        other_names=[(rows[place] or {}).get("other_names") or [] for place in kept],
        notes=[*notes, *([f"{alone} nodes have no edge: left out"] if alone else [])],
    )


def _geometry(graph: networkx.MultiDiGraph[Any], edges: Sequence[Edge], faults: list[str]) -> geopandas.GeoSeries:
    """Return the line of each edge; what is wrong with nodes or edges is added to the faults."""
    import geopandas
    from shapely import LineString

    at: dict[Any, tuple[float, float]] = {}
    for node, data in graph.nodes(data=True):
        try:
            at[node] = float(data["x"]), float(data["y"])
        except (KeyError, TypeError, ValueError):
            faults.append(f"node {node!r}: x and y are ({data.get('x')}, {data.get('y')}): expected two numbers")
    system = graph.graph.get("crs") or "EPSG:4326"
    empty = geopandas.GeoSeries([], crs=system)
    apart = APART_DEG if empty.crs.is_geographic else APART_M
    lines = []
    for tail, head, data in edges:
        if tail not in at or head not in at:
            continue
        line = data.get("geometry")
        if line is None:
            line = LineString([at[tail], at[head]])
        elif line.geom_type != "LineString" or line.is_empty:
            faults.append(f"edge {tail!r} to {head!r}: the geometry is a {line.geom_type}: expected a line")
        elif any(
            max(abs(end[0] - place[0]), abs(end[1] - place[1])) > apart
            for end, place in ((line.coords[0], at[tail]), (line.coords[-1], at[head]))
        ):
            faults.append(f"edge {tail!r} to {head!r}: its line does not run from the one node to the other")
        lines.append(line)
    return geopandas.GeoSeries(lines, crs=system)


def _length(edge: Edge, faults: list[str]) -> float:
    """Return the length that an edge has in metres, NaN for none."""
    tail, head, data = edge
    said = data.get("length")
    if said is None:
        return float("nan")
    try:
        length = float(said)
    except (TypeError, ValueError):
        length = -1.0
    if not 0 <= length < float("inf"):
        faults.append(f"edge {tail!r} to {head!r}: the length is {said!r}: expected a number of metres")
    return length


def _stated(edges: Sequence[Edge], lengths: NDArray[np.float64], geometry: geopandas.GeoSeries) -> NDArray[np.bool_]:
    """Return whether the length of each edge is another than the drawn one; an edge may say so itself."""
    from shapely import get_coordinates

    if not len(geometry):
        return np.zeros(0, dtype=bool)
    degrees, of_edge = get_coordinates(geometry.to_crs("EPSG:4326").to_numpy(), return_index=True)
    inside = of_edge[1:] == of_edge[:-1]
    steps = great_circle_km(degrees[:-1], degrees[1:])[inside] * 1000
    drawn = np.bincount(of_edge[1:][inside], weights=steps, minlength=len(edges))
    off = np.abs(lengths - drawn) > STATED_BEYOND * drawn  # false for NaN
    said = [data.get("length_is_stated") for *_, data in edges]
    found = [bool(other) if says is None else str(says) == "True" for says, other in zip(said, off, strict=True)]
    return np.array(found, dtype=bool)


def _feature(osmid: Any) -> int:
    """Return the number of a feature: of several ways the least, 0 where there is none."""
    ids = osmid if isinstance(osmid, (list, tuple, set)) else [osmid]
    return min((int(one) for one in ids if isinstance(one, (int, np.integer))), default=0)


def graph_of(network: Network, traffic: str) -> networkx.MultiDiGraph[int]:
    """Return a network as a graph that osmnx reads; see `Network.to_osmnx`."""
    try:
        import networkx
    except ImportError:
        raise RequestError("networkx is not installed: pip install aidway[osmnx]") from None
    from . import __version__

    arcs, nodes = network.arcs(), network.nodes()
    open_to = ~arcs["barred"].map(lambda barred: traffic in barred).to_numpy(dtype=bool)
    reverse = arcs["reverse"].to_numpy()
    back = (reverse >= 0) & open_to[np.where(reverse >= 0, reverse, 0)]
    graph: networkx.MultiDiGraph[int] = networkx.MultiDiGraph(
        crs="epsg:4326", created_with=f"Aidway {__version__}", simplified=True
    )
    ends = arcs.loc[open_to & ~(back & (reverse < arcs.index.to_numpy())), ["tail", "head"]].to_numpy().ravel()
    streets = np.bincount(ends, minlength=len(nodes))
    for node, point in nodes.geometry.items():
        graph.add_node(int(node), x=point.x, y=point.y, street_count=int(streets[node]))
    for arc, *told in zip(arcs.index, *(arcs[column] for column in arcs.columns), strict=True):
        if open_to[arc]:
            row = dict(zip(arcs.columns, told, strict=True))
            data = _edge(row, oneway=not back[arc], back=bool(0 <= reverse[arc] < arc))
            graph.add_edge(int(row["tail"]), int(row["head"]), **data)
    return graph


def _edge(arc: Mapping[str, Any], *, oneway: bool, back: bool) -> dict[str, Any]:
    """Return what an edge carries: the words of osmnx, then our own."""
    data: dict[str, Any] = {
        "osmid": int(arc["feature"]),
        "highway": arc["road_class"] or "road",
        "oneway": oneway,
        "reversed": back,
        "length": float(arc["length_m"]),
    }
    if arc["road"]:
        data["name"] = arc["road"]
    if not np.isnan(arc["max_speed_km_h"]):
        data["maxspeed"] = texts([round(arc["max_speed_km_h"], 6)])[0]
    if len(arc["geometry"].coords) > 2:
        data["geometry"] = arc["geometry"]
    own = {key: arc[key] for key in (*OWN, "other_names")}
    said = {key: value for key, value in own.items() if isinstance(value, (str, list)) or not np.isnan(value)}
    return data | said | {"length_is_stated": bool(arc["length_is_stated"])}
