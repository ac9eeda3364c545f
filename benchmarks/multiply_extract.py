# SPDX-License-Identifier: Apache-2.0
"""Multiply an OpenStreetMap extract: the same town side by side until the file is large enough to measure.

    python benchmarks/multiply_extract.py tests/data/osm-extracts/porto.osm.pbf build/large.osm.pbf --megabytes 100

Copy k has the ids of the extract plus k times a step, and lies k tenths of a degree further north (and east, where the
column is full). Relations are left out: neither we nor the peers read them.
"""

import argparse
from pathlib import Path

import osmium

ID_STEP = 20_000_000_000
"""More than any id of OpenStreetMap so far."""
ROWS = 200
"""Copies in a column, 0.2 degrees apart: Porto's column then ends short of the pole."""


class Copies(osmium.SimpleHandler):
    """Writes one copy of what it reads."""

    def __init__(self, writer: osmium.SimpleWriter, number: int, of: str) -> None:
        super().__init__()
        self._writer = writer
        self._ids = number * ID_STEP
        self._north = 0.2 * (number % ROWS)
        self._east = 0.5 * (number // ROWS)
        self._of = of

    def node(self, node: osmium.osm.Node) -> None:
        if self._of == "node":
            place = (node.location.lon + self._east, node.location.lat + self._north)
            self._writer.add_node(node.replace(id=node.id + self._ids, location=place))

    def way(self, way: osmium.osm.Way) -> None:
        if self._of == "way":
            nodes = [node.ref + self._ids for node in way.nodes]
            self._writer.add_way(way.replace(id=way.id + self._ids, nodes=nodes))


def main() -> None:
    """Write the copies, all nodes before all ways, as files of OpenStreetMap have them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("extract", type=Path)
    parser.add_argument("to", type=Path)
    parser.add_argument("--megabytes", type=float, default=100)
    given = parser.parse_args()
    copies = int(given.megabytes * 1e6 / given.extract.stat().st_size) + 1
    given.to.unlink(missing_ok=True)
    with osmium.SimpleWriter(str(given.to)) as writer:
        for of in ("node", "way"):
            for number in range(copies):
                Copies(writer, number, of).apply_file(str(given.extract))
    print(f"{copies} copies, {given.to.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
