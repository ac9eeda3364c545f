# SPDX-License-Identifier: Apache-2.0
"""An independent reading of an OpenStreetMap file: pyosmium for the file, rules of its own, scipy for the distances.

It knows nothing of the engine nor of its file of meanings: the rules for cars are written out from the wiki once more.
Every node of a way is a node of this graph; nothing is contracted.
"""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import osmium
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import connected_components, dijkstra

FOR_CARS = {
    *("motorway", "trunk", "primary", "secondary", "tertiary", "unclassified", "residential"),
    *("motorway_link", "trunk_link", "primary_link", "secondary_link", "tertiary_link"),
    *("living_street", "road", "service", "track"),
}
ON_FOOT = {"pedestrian", "footway", "steps", "corridor", "path", "bridleway", "cycleway", "busway", "bus_guideway"}
BARS = {"no", "private", "agricultural", "forestry", "military", "use_sidepath"}
ALLOWS = {
    *("yes", "permissive", "designated", "destination", "delivery", "customers", "official", "public", "residents"),
}
RADIUS_M = 6371008.8


@dataclass
class Reading:
    nodes: int
    ways: int
    roads: int
    place: dict[int, tuple[int, int]]
    begin: list[int]
    end: list[int]


class Handler(osmium.SimpleHandler):
    def __init__(self):
        super().__init__()
        self.of = Reading(0, 0, 0, {}, [], [])

    def node(self, node):
        self.of.nodes += 1
        self.of.place[node.id] = (node.location.x, node.location.y)

    def way(self, way):
        self.of.ways += 1
        tags = dict(way.tags)
        kind = tags.get("highway")
        if kind not in FOR_CARS | ON_FOOT or "yes" in {
            tags.get(k) for k in ("area", "impassable", "abandoned", "disused")
        }:
            return
        self.of.roads += 1
        open_to_cars = kind in FOR_CARS
        for key in ("access", "vehicle", "motor_vehicle", "motorcar"):
            if tags.get(key) in BARS:
                open_to_cars = False
            elif tags.get(key) in ALLOWS:
                open_to_cars = True
        if not open_to_cars:
            return
        row = [node.ref for node in way.nodes]
        said = tags.get("oneway")
        if said in {"-1", "reverse"}:
            forward, backward = False, True
        elif said in {"yes", "true", "1"}:
            forward, backward = True, False
        elif said in {"no", "false", "0", "reversible", "alternating"}:
            forward, backward = True, True
        else:
            forward = True
            backward = not (tags.get("junction") in {"roundabout", "circular"} or kind == "motorway")
        for a, b in pairwise(row):
            if forward:
                self.of.begin.append(a)
                self.of.end.append(b)
            if backward:
                self.of.begin.append(b)
                self.of.end.append(a)


class Oracle:
    """Cars' roads of a file as a graph of all their nodes, with lengths in whole millimetres."""

    def __init__(self, path):
        handler = Handler()
        handler.apply_file(str(path))
        self.read = handler.of
        known = [
            a in self.read.place and b in self.read.place for a, b in zip(self.read.begin, self.read.end, strict=True)
        ]
        begin, end = np.array(self.read.begin)[known], np.array(self.read.end)[known]
        self.ids = np.unique(np.concatenate([begin, end]))
        begin, end = np.searchsorted(self.ids, begin), np.searchsorted(self.ids, end)
        self.place = np.array([self.read.place[i] for i in self.ids.tolist()], dtype=np.int64)
        self.length_mm = _length_mm(self.place[begin], self.place[end])
        # Of parallel roads the shortest; scipy would add them up.
        order = np.lexsort([self.length_mm, end, begin])
        begin, end, length = begin[order], end[order], self.length_mm[order]
        first = np.r_[True, (np.diff(begin) != 0) | (np.diff(end) != 0)]
        shape = (len(self.ids), len(self.ids))
        self.graph = csr_matrix((length[first].astype(float), (begin[first], end[first])), shape=shape)

    def distances_m(self, from_nodes, to_nodes):
        return dijkstra(self.graph, indices=from_nodes)[:, to_nodes] / 1000

    def islands(self):
        return connected_components(self.graph, directed=False)[0]


def _length_mm(a, b):
    # The lesser end first, so that both directions of a road are equally long to the last bit.
    swap = (a[:, 0] > b[:, 0]) | ((a[:, 0] == b[:, 0]) & (a[:, 1] > b[:, 1]))
    a, b = np.where(swap[:, None], b, a), np.where(swap[:, None], a, b)
    (lon, lat), (lon_end, lat_end) = np.radians(a / 1e7).T, np.radians(b / 1e7).T
    chord = np.sin((lat_end - lat) / 2) ** 2 + np.cos(lat) * np.cos(lat_end) * np.sin((lon_end - lon) / 2) ** 2
    return np.rint(2 * RADIUS_M * np.arcsin(np.sqrt(chord)) * 1000)
