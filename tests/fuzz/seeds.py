# SPDX-License-Identifier: Apache-2.0
"""Write what the fuzzers begin with: small files of each kind, a folder for each fuzzer.

python tests/fuzz/seeds.py build/fuzz/corpus
"""

import json
import sys
from pathlib import Path

import aidway as aw
import geopandas
import osmium
from shapely import LineString

PLACES = "name,lon,lat\na,0,0\nb,0.1,0\nc,0.1,0.1\n"
LINKS = "name1,name2,distance,oneway\na,b,12,\nb,c,11.2,yes\nc,a,16,-1\n"
TAGS = {"plain": {}, "all": {"oneway": "-1", "maxweight": "3.5", "name:ar": "\u0634", "bridge": "yes"}}


def pbf(folder: Path) -> None:
    """Write a few streets with a gate, in PBF."""
    for name, tags in TAGS.items():
        path = folder / f"{name}.osm.pbf"
        path.unlink(missing_ok=True)
        with osmium.SimpleWriter(str(path)) as writer:
            for number, place in enumerate([(0, 0), (0.01, 0), (0.01, 0.01), (0.02, 0.02)], start=1):
                gate = {"barrier": "checkpoint"} if number == 2 else {}
                writer.add_node(osmium.osm.mutable.Node(id=number, location=place, tags=gate, version=1))
            for number, nodes in enumerate([[1, 2, 3], [3, 4], [2, 4, 9]], start=1):
                road = {"highway": "primary", **tags}
                writer.add_way(osmium.osm.mutable.Way(id=number, nodes=nodes, tags=road, version=1))


def layer(folder: Path) -> None:
    """Write lines that cross, with every column."""
    lines = [LineString([(0, 0), (0.02, 0)]), LineString([(0.01, -0.01), (0.01, 0.01)])]
    said = {"road": ["a", "b"], "gate": ["g", ""], "class": ["x", ""], "oneway": ["yes", "-1"], "m": [1, 2]}
    frame = geopandas.GeoDataFrame(said | {"km": [1, 2]}, geometry=lines, crs="EPSG:4326")
    (folder / "lines.geojson").write_text(frame.to_json())
    (folder / "empty.geojson").write_text(json.dumps({"type": "FeatureCollection", "features": []}))


def network_file(folder: Path, source: Path) -> None:
    """Save the network of a layer."""
    aw.read_network(source, columns={"road": "road", "length_m": "m"}).save(folder / "roads.aidwaynet")


def main(corpus: str) -> None:
    """Write all folders."""
    root = Path(corpus)
    for name in ("pbf", "layer", "network_file", "tables", "graph"):
        (root / name).mkdir(parents=True, exist_ok=True)
    pbf(root / "pbf")
    layer(root / "layer")
    network_file(root / "network_file", root / "layer" / "lines.geojson")
    (root / "tables" / "flee").write_bytes(f"{PLACES}\0{LINKS}".encode())
    (root / "graph" / "dimacs").write_text("c\np sp 3 2\na 1 2 3\na 2 3 4\n")
    (root / "graph" / "pace").write_text("p tw 3 2\n1 2\n2 3\n")
    (root / "graph" / "places").write_text("p aux sp co 2\nv 1 0 0\nv 2 -1 5\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
