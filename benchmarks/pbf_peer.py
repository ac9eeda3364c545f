# SPDX-License-Identifier: Apache-2.0
"""Read an OpenStreetMap file with pyosmium and with Aidway: the same roads, then the seconds of each.

    python benchmarks/pbf_peer.py build/large.osm.pbf

pyosmium's part is to find the ways with a tag highway, their tags and the places of their nodes; it makes no network.
"""

import sys
import time

import aidway as aw
import osmium


def with_pyosmium(path: str) -> tuple[int, int]:
    """Return how many ways are roads of some kind, and how many places they have."""
    ways = places = 0
    roads = osmium.FileProcessor(path, osmium.osm.NODE | osmium.osm.WAY).with_locations()
    for way in roads.with_filter(osmium.filter.EntityFilter(osmium.osm.WAY)).with_filter(
        osmium.filter.KeyFilter("highway")
    ):
        _ = dict(way.tags)
        ways += 1
        places += sum(1 for node in way.nodes if node.location.valid())
    return ways, places


def main(path: str) -> None:
    """Print both."""
    begin = time.perf_counter()
    ways, places = with_pyosmium(path)
    between = time.perf_counter()
    network = aw.read_network(path)
    end = time.perf_counter()
    print(f"pyosmium: {between - begin:.2f} s, {ways} ways with a tag highway, {places} places along them")
    print(f"aidway:   {end - between:.2f} s, {network!r}")
    print(f"aidway takes {(end - between) / (between - begin):.2f} times as long")


if __name__ == "__main__":
    main(*sys.argv[1:])
