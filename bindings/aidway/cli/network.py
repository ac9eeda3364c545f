# SPDX-License-Identifier: Apache-2.0
"""`aidway network`: build a road network from a file, describe it, list its repairs, write it out."""

from __future__ import annotations

import argparse
from pathlib import Path

from ..network import SAVED
from ..network_files import FORMATS, require_format
from ..network_reading import COLUMNS, read_network
from ..vehicles import vehicle_names
from ..writing import require_parent
from .arguments import add_columns, named_columns

SUMMARY = "build a road network from OpenStreetMap or a layer of lines, and tell what was mended"
DESCRIPTION = """\
Read roads, mend what can be mended and tell what the network is like: its nodes, arcs, lengths by class of road,
islands, nodes that may be gates, and every repair. --to writes arcs, nodes, repairs and gate candidates as the layers
of a GeoPackage, or the arcs alone as GeoJSON, FlatGeobuf or GeoParquet, which QGIS opens in a style of ours;
--to FILE.aidwaynet saves the network itself, to be read again at once."""
EXAMPLE = "aidway network tests/data/osm-extracts/an-nabk.osm.pbf --repairs --to roads.gpkg"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument(
        "roads", type=Path, metavar="ROADS", help="an OpenStreetMap file, a layer of lines, or a saved network"
    )
    add_columns(parser, COLUMNS, "of a layer: its column for one of")
    parser.add_argument(
        "--join-within",
        type=float,
        default=10.0,
        dest="join_within_m",
        metavar="M",
        help="of a layer: line ends nearer than this many metres are one junction (default %(default)s)",
    )
    parser.add_argument(
        "--join-crossings",
        action="store_true",
        help="of a layer: roads that cross without a common vertex meet there; else such places are repairs",
    )
    parser.add_argument("--meanings", type=Path, metavar="FILE", help="of OpenStreetMap: what its tags mean")
    parser.add_argument("--ferries", action="store_true", help="of OpenStreetMap: ferries are roads too")
    parser.add_argument(
        "--vehicle",
        metavar="NAME",
        help=f"tell what keeps it off roads: {', '.join(vehicle_names())}, or a file like theirs",
    )
    parser.add_argument("--repairs", action="store_true", help="list every repair, a line each")
    parser.add_argument(
        "--to", type=Path, metavar="FILE", help=f"write the network there: {', '.join([*FORMATS, SAVED])}"
    )


def execute(given: argparse.Namespace) -> None:
    """Describe the network, and write it if asked."""
    if given.to is not None:
        if given.to.suffix != SAVED:
            require_format(given.to)
        require_parent(given.to)
    network = read_network(
        given.roads,
        columns=named_columns(given.columns),
        join_within_m=given.join_within_m,
        join_crossings=given.join_crossings,
        meanings=given.meanings,
        ferries=given.ferries,
    )
    print(network.describe())
    if given.vehicle is not None:
        kept_off = network.obstacles(given.vehicle)
        told = zip(kept_off["obstacle"], kept_off["length_m"], strict=True)
        rows = [f"{obstacle} {float(length_m) / 1000:,.1f} km" for obstacle, length_m in told]
        print(f"{given.vehicle} is kept off, each way counted: " + (", ".join(rows) or "no road"))
    if given.repairs:
        for row in network.repairs().itertuples(index=False):
            print(f"{row.kind} at {row.geometry.x:.6f}, {row.geometry.y:.6f}: {row.what}")
    if given.to is not None:
        if given.to.suffix == SAVED:
            network.save(given.to)
        else:
            network.to_file(given.to)
        print(f"written to {given.to}")
