# SPDX-License-Identifier: Apache-2.0
"""Build data/roads.gpkg, data/control.gpkg, data/gate_status.csv and SOURCES.md of this scenario from `source/`.

    .venv/bin/python scenarios/eastern-aleppo-2016/build.py            write them
    .venv/bin/python scenarios/eastern-aleppo-2016/build.py --check    compare them with what would be written

Exit status: 0 done or current, 1 faults in the source files or stale results, each on its own line of stderr.
The same inputs give the same content; with the same GDAL also the same bytes. `--check` compares content.
"""

import argparse
import csv
import io
import json
import sys
from itertools import pairwise
from pathlib import Path

import geopandas as gpd
import pandas as pd
import pyogrio
import yaml
from shapely.geometry import LineString

HERE = Path(__file__).resolve().parent
FIRST, END = "2016-07-07", "2016-12-22"  # of the period; the end is exclusive
STATES = {"open", "closed", "by_clearance"}
CONFIDENCES = {"seen", "derived", "assumed"}
GENERATED = "Written by build.py from scenario.yaml, agreements/, source/; edit those."

Rows = list[dict[str, str]]


def table(name: str) -> Rows:
    with (HERE / "source" / name).open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def yaml_file(path: Path) -> dict:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def keys_of(text: str) -> list[str]:
    return text.split(";")


def roads(faults: list[str]) -> gpd.GeoDataFrame:
    """Return the road segments with their junctions named and checked."""
    places = {row["id"]: (float(row["lon"]), float(row["lat"])) for row in table("junctions.csv")}
    classes = {row["road"]: row["road_class"] for row in table("road_classes.csv")}
    collection = json.loads((HERE / "source" / "road_segments.geojson").read_text(encoding="utf-8"))
    rows, lines = [], []
    for feature in collection["features"]:
        at = feature["properties"]
        points = [tuple(point) for point in feature["geometry"]["coordinates"]]
        for end, point in (("from", points[0]), ("to", points[-1])):
            if places.get(at[end]) != point:
                faults.append(f"road_segments.geojson: {at['from']} - {at['to']}: no junction {at[end]} at {point}")
        if at["road"] not in classes:
            faults.append(f"road_classes.csv: no class for the road {at['road']}")
        rows.append(
            {
                "road": at["road"],
                "gate": at["gate"],
                "road_class": classes.get(at["road"]),
                "from_junction": at["from"],
                "to_junction": at["to"],
                "schematic": bool(at["schematic"]),
                "confidence": at["confidence"],
            }
        )
        lines.append(LineString(points))
    return gpd.GeoDataFrame(rows, geometry=lines, crs="EPSG:4326")


def holdings(row: dict[str, str], changes: Rows) -> Rows:
    """Return who held one neighbourhood from when to when, in order."""
    source = {"confidence": row["confidence"], "source_key": row["source_key"]}
    spells = [{"party": row["side_early_july_2016"], "valid_from": FIRST, **source}]
    until = row["opp_until_best_estimate"]
    if changes:
        spells += [
            {"party": c["party"], "valid_from": c["from"], "confidence": c["confidence"], "source_key": c["source_key"]}
            for c in changes
        ]
    elif until and until < END:
        spells.append({"party": "gov", "valid_from": until, **source})
    for spell, later in pairwise(spells):
        spell["valid_to"] = later["valid_from"]
    spells[-1]["valid_to"] = END
    return spells


def control(parties: set[str], faults: list[str]) -> gpd.GeoDataFrame:
    """Return one row per neighbourhood and holder."""
    shapes = gpd.read_file(HERE / "source" / "aleppo_city_neighbourhoods.geojson").set_index("pcode")
    sides, changes = table("neighbourhood_control_2016.csv"), table("control_changes.csv")
    listed = {row["pcode"] for row in sides}
    faults += [f"{p}: in only one of the polygons and the table" for p in sorted(set(shapes.index) ^ listed)]
    faults += [f"control_changes.csv: no neighbourhood {c['pcode']}" for c in changes if c["pcode"] not in listed]
    faults += [f"{p}: broken polygon" for p in shapes.index[~shapes.is_valid]]
    rows = []
    for side in sorted(sides, key=lambda row: row["pcode"]):
        if side["pcode"] not in shapes.index:
            continue
        shape = shapes.loc[side["pcode"]]
        for spell in holdings(side, [c for c in changes if c["pcode"] == side["pcode"]]):
            if not FIRST <= spell["valid_from"] < spell["valid_to"] <= END:
                faults.append(f"{side['pcode']}: no time from {spell['valid_from']} to {spell['valid_to']}")
            if spell["party"] not in parties:
                faults.append(f"{side['pcode']}: unknown party {spell['party']}")
            rows.append(
                {
                    "name": side["name_en"],
                    "name_ar": shape["name_ar"],
                    "pcode": side["pcode"],
                    "party": spell["party"],
                    "valid_from": spell["valid_from"],
                    "valid_to": spell["valid_to"],
                    "confidence": spell["confidence"],
                    "source_key": spell["source_key"],
                    "front_line_inside": side["front_line_inside"] == "yes",
                    "geometry": shape["geometry"],
                }
            )
    return gpd.GeoDataFrame(rows, geometry="geometry", crs="EPSG:4326")


def gate_status(gates: set[str], parties: set[str], faults: list[str]) -> Rows:
    """Return the status table cut to the period, each gate covered once at every moment."""
    rows = []
    for line, row in enumerate(table("gate_status.csv"), start=2):
        here = f"gate_status.csv:{line}: {row['gate']}"
        faults += [f"{here}: {c} is {row[c]!r}, not open, closed or by_clearance"
                   for c in ("aid", "goods", "civilians") if row[c] not in STATES]  # fmt: skip
        faults += [f"{here}: unknown party {p!r}" for p in keys_of(row["held_by"]) if p not in parties]
        if row["confidence"] not in CONFIDENCES:
            faults.append(f"{here}: confidence is {row['confidence']!r}")
        if row["from"] >= row["to"]:
            faults.append(f"{here}: no time from {row['from']} to {row['to']}")
        row = {**row, "from": max(row["from"], FIRST), "to": min(row["to"], END)}
        if row["from"] < row["to"]:
            rows.append(row)
    rows.sort(key=lambda row: (row["gate"], row["from"]))
    faults += coverage_faults(rows, gates)
    return rows


def coverage_faults(rows: Rows, gates: set[str]) -> list[str]:
    """Return where a gate has no status, or two, and which gates the roads do not know."""
    by_gate: dict[str, Rows] = {gate: [] for gate in gates}
    for row in rows:
        by_gate.setdefault(row["gate"], []).append(row)
    faults = [f"gate_status.csv: no gate {gate} on any road" for gate in sorted(by_gate.keys() - gates)]
    for gate, spells in sorted(by_gate.items()):
        reached = FIRST
        for spell in spells:
            if spell["from"] > reached:
                faults.append(f"gate_status.csv: {gate}: gap from {reached} to {spell['from']}")
            if spell["from"] < reached:
                faults.append(f"gate_status.csv: {gate}: overlap from {spell['from']} to {min(reached, spell['to'])}")
            reached = max(reached, spell["to"])
        if reached < END:
            faults.append(f"gate_status.csv: {gate}: gap from {reached} to {END}")
    return faults


def stated_sources(node: object) -> set[str]:
    """Return every `source:` in a scenario or agreement file."""
    if isinstance(node, dict):
        own = {node["source"]} if isinstance(node.get("source"), str) else set()
        return own.union(*(stated_sources(value) for key, value in node.items() if key != "sources"))
    return set().union(*(stated_sources(value) for value in node)) if isinstance(node, list) else set()


def uses_of_sources(scenario: dict) -> dict[str, set[str]]:
    """Return for each source key the files that state it."""
    uses = {"scenario.yaml": stated_sources(scenario)}
    for path in sorted((HERE / "agreements").glob("*.yaml")):
        uses[f"agreements/{path.name}"] = stated_sources(yaml_file(path))
    for name in ("neighbourhood_control_2016.csv", "control_changes.csv", "gate_status.csv", "timeline.csv"):
        uses[f"source/{name}"] = {key for row in table(name) for key in keys_of(row["source_key"])}
    files: dict[str, set[str]] = {}
    for file, keys in uses.items():
        for key in keys:
            files.setdefault(key, set()).add(file)
    return files


def sources_page(scenario: dict, faults: list[str]) -> str:
    """Return SOURCES.md: the attributions, then every source with where it is used."""
    sources, uses = scenario["sources"], uses_of_sources(scenario)
    faults += [f"{file}: no source {key} in scenario.yaml" for key in sorted(uses.keys() - sources.keys())
               for file in sorted(uses[key])]  # fmt: skip
    lines = [f"<!-- {GENERATED} -->", f"# Sources: {scenario['title']}", "", "## Data", ""]
    lines += [(HERE / "source" / "ATTRIBUTION.md").read_text(encoding="utf-8").rstrip(), "", "## Texts", ""]
    lines += ["What each one says stands here in our own words. Of most pages only the opening could be read.", ""]
    lines += ["| key | source | address | used in |", "| --- | --- | --- | --- |"]
    for key in sorted(sources):
        entry = sources[key]
        used = ", ".join(sorted(uses.get(key, ()))) or "notes"
        lines.append(f"| {key} | {entry['text']} | {entry.get('address', '')} | {used} |".replace("<", "&lt;"))
    return "\n".join(lines) + "\n"


def csv_text(rows: Rows) -> str:
    out = io.StringIO()
    writer = csv.DictWriter(out, fieldnames=list(rows[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


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


def write_layer(path: Path, layer: gpd.GeoDataFrame) -> None:
    path.unlink(missing_ok=True)
    pyogrio.set_gdal_config_options({"OGR_CURRENT_DATE": f"{END}T00:00:00.000Z"})
    pyogrio.write_dataframe(layer, path, layer=path.stem, driver="GPKG",
                            layer_options={"SPATIAL_INDEX": "NO", "GEOMETRY_NAME": "geom"},
                            dataset_options={"VERSION": "1.2", "ADD_GPKG_OGR_CONTENTS": "NO"})  # fmt: skip


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 if a result is stale")
    check = parser.parse_args().check

    faults: list[str] = []
    scenario = yaml_file(HERE / "scenario.yaml")
    parties = set(scenario["parties"]) - {"source", "confidence", "note"}
    layers = {"data/roads.gpkg": roads(faults), "data/control.gpkg": control(parties, faults)}
    gates = set(layers["data/roads.gpkg"]["gate"].dropna())
    faults += [f"scenario.yaml: gate {gate}: not in both the file and the roads"
               for gate in sorted(gates ^ set(scenario["gates"]))]  # fmt: skip
    texts = {
        "data/gate_status.csv": csv_text(gate_status(gates, parties, faults)),
        "SOURCES.md": sources_page(scenario, faults),
    }
    if not faults and check:
        stale = [name for name, layer in layers.items() if stale_layer(HERE / name, layer)]
        stale += [name for name, text in texts.items()
                  if not (HERE / name).is_file() or (HERE / name).read_text(encoding="utf-8") != text]  # fmt: skip
        faults = [f"{name}: stale, run build.py" for name in stale]
    elif not faults:
        (HERE / "data").mkdir(exist_ok=True)
        for name, layer in layers.items():
            write_layer(HERE / name, layer)
        for name, text in texts.items():
            (HERE / name).write_text(text, encoding="utf-8")
    for fault in faults:
        print(fault, file=sys.stderr)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
