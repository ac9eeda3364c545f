# SPDX-License-Identifier: Apache-2.0
"""What the `build.py` of every shipped scenario shares: sources, straight roads, and writing or comparing results.

A scenario's `build.py` calls `run(HERE, make)`. `make(faults)` returns the files to write by their path in the folder,
texts or layers, and adds to `faults` what is wrong with `source/`. Nothing is written while there is any fault.
"""

import argparse
import csv
import io
import json
import sys
from collections.abc import Callable
from pathlib import Path

import geopandas as gpd
import pandas as pd
import pyogrio
import yaml

GENERATED = "Written by build.py from scenario.yaml, agreements/, source/; edit those."

Rows = list[dict[str, str]]
Results = dict[str, str | gpd.GeoDataFrame]


def table(here: Path, name: str) -> Rows:
    with (here / "source" / name).open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def yaml_file(path: Path) -> dict:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def keys_of(text: str) -> list[str]:
    return text.split(";")


def csv_text(rows: Rows) -> str:
    out = io.StringIO()
    writer = csv.DictWriter(out, fieldnames=list(rows[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


# Sources.


def stated_sources(node: object) -> set[str]:
    """Return every `source:` in a scenario or agreement file."""
    if isinstance(node, dict):
        own = {node["source"]} if isinstance(node.get("source"), str) else set()
        return own.union(*(stated_sources(value) for key, value in node.items() if key != "sources"))
    return set().union(*(stated_sources(value) for value in node)) if isinstance(node, list) else set()


def uses_of_sources(here: Path, scenario: dict) -> dict[str, set[str]]:
    """Return for each source key the files that state it: YAML in `source:`, tables in the column `source_key`."""
    uses = {"scenario.yaml": stated_sources(scenario)}
    for path in sorted((here / "agreements").glob("*.yaml")):
        uses[f"agreements/{path.name}"] = stated_sources(yaml_file(path))
    for path in sorted((here / "source").glob("*.csv")):
        rows = table(here, path.name)
        if rows and "source_key" in rows[0]:
            uses[f"source/{path.name}"] = {key for row in rows for key in keys_of(row["source_key"])}
    files: dict[str, set[str]] = {}
    for file, keys in uses.items():
        for key in keys:
            files.setdefault(key, set()).add(file)
    return files


def sources_page(here: Path, faults: list[str]) -> str:
    """Return SOURCES.md: the attributions, then every source with where it is used."""
    scenario = yaml_file(here / "scenario.yaml")
    sources, uses = scenario["sources"], uses_of_sources(here, scenario)
    faults += [f"{file}: no source {key} in scenario.yaml" for key in sorted(uses.keys() - sources.keys())
               for file in sorted(uses[key])]  # fmt: skip
    lines = [f"<!-- {GENERATED} -->", f"# Sources: {scenario['title']}", "", "## Data", ""]
    lines += [(here / "source" / "ATTRIBUTION.md").read_text(encoding="utf-8").rstrip(), "", "## Texts", ""]
    lines += ["What each one says stands here in our own words. Of most pages only the opening could be read.", ""]
    lines += ["| key | source | address | used in |", "| --- | --- | --- | --- |"]
    for key in sorted(sources):
        entry = sources[key]
        used = ", ".join(sorted(uses.get(key, ()))) or "notes"
        lines.append(f"| {key} | {entry['text']} | {entry.get('address', '')} | {used} |".replace("<", "&lt;"))
    return "\n".join(lines) + "\n"


# Roads.


def straight_roads(here: Path, faults: list[str]) -> str:
    """Return GeoJSON of `source/segments.csv`: a straight line each, between places of `source/junctions.csv`."""
    places = {row["id"]: [float(row["lon"]), float(row["lat"])] for row in table(here, "junctions.csv")}
    features = []
    for line, row in enumerate(table(here, "segments.csv"), start=2):
        missing = [end for end in (row["from"], row["to"]) if end not in places]
        faults += [f"segments.csv:{line}: no junction {end}" for end in missing]
        if missing:
            continue
        told = {key: row[key] or None for key in ("road", "gate", "road_class", "source_key", "confidence")}
        told |= {"from_junction": row["from"], "to_junction": row["to"], "schematic": True}
        shape = {"type": "LineString", "coordinates": [places[row["from"]], places[row["to"]]]}
        features.append({"type": "Feature", "properties": told, "geometry": shape})
    lines = ",\n".join("    " + json.dumps(feature) for feature in features)
    return '{\n  "type": "FeatureCollection",\n  "features": [\n' + lines + "\n  ]\n}\n"


# Writing.


def stale_layer(path: Path, layer: gpd.GeoDataFrame) -> bool:
    """Say whether the file lacks or differs from the layer, whatever GDAL wrote it."""
    if not path.is_file():
        return True
    found = pyogrio.read_dataframe(path)
    wanted = layer.where(pd.notna(layer), None)
    return (
        list(found.columns) != list(wanted.columns)
        or len(found) != len(wanted)
        or found.geometry.to_wkb().tolist() != gpd.GeoSeries(wanted.geometry).to_wkb().tolist()
        or found.drop(columns="geometry").fillna("").astype(str).to_numpy().tolist()
        != pd.DataFrame(wanted.drop(columns="geometry")).fillna("").astype(str).to_numpy().tolist()
    )


def write_layer(path: Path, layer: gpd.GeoDataFrame, dated: str) -> None:
    path.unlink(missing_ok=True)
    pyogrio.set_gdal_config_options({"OGR_CURRENT_DATE": f"{dated}T00:00:00.000Z"})
    pyogrio.write_dataframe(layer, path, layer=path.stem, driver="GPKG",
                            layer_options={"SPATIAL_INDEX": "NO", "GEOMETRY_NAME": "geom"},
                            dataset_options={"VERSION": "1.2", "ADD_GPKG_OGR_CONTENTS": "NO"})  # fmt: skip


def is_stale(path: Path, result: str | gpd.GeoDataFrame) -> bool:
    if isinstance(result, str):
        return not path.is_file() or path.read_text(encoding="utf-8") != result
    return stale_layer(path, result)


def run(here: Path, make: Callable[[list[str]], Results], dated: str = "2016-12-31") -> int:
    """Write what `make` returns, or with --check say what is stale; layers carry the date `dated`."""
    parser = argparse.ArgumentParser(description=f"Build the data and SOURCES.md of {here.name} from source/.")
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 if a result is stale")
    check = parser.parse_args().check
    faults: list[str] = []
    results = make(faults)
    if not faults and check:
        faults = [f"{name}: stale, run build.py" for name, result in results.items() if is_stale(here / name, result)]
    elif not faults:
        (here / "data").mkdir(exist_ok=True)
        for name, result in results.items():
            if isinstance(result, str):
                (here / name).write_text(result, encoding="utf-8")
            else:
                write_layer(here / name, result, dated)
    for fault in faults:
        print(fault, file=sys.stderr)
    return 1 if faults else 0
