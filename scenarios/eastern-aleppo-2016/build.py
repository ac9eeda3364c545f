# SPDX-License-Identifier: Apache-2.0
"""Build data/roads.gpkg, data/control.gpkg, data/gate_status.csv and SOURCES.md of this scenario from `source/`.

    .venv/bin/python scenarios/eastern-aleppo-2016/build.py            write them
    .venv/bin/python scenarios/eastern-aleppo-2016/build.py --check    compare them with what would be written

Exit status: 0 done or current, 1 faults in the source files or stale results, each on its own line of stderr.
The same inputs give the same content; with the same GDAL also the same bytes. `--check` compares content.
"""

import json
import sys
from itertools import pairwise
from pathlib import Path

import geopandas as gpd
from shapely.geometry import LineString

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))
import building  # noqa: E402  (beside the scenario folders)
from building import Rows, keys_of  # noqa: E402

FIRST, END = "2016-07-07", "2016-12-22"  # of the period; the end is exclusive
STATES = {"open", "closed", "by_clearance"}
CONFIDENCES = {"seen", "derived", "assumed"}


def table(name: str) -> Rows:
    return building.table(HERE, name)


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


def make(faults: list[str]) -> building.Results:
    """Return the layers and tables, the gates of the roads held against those of the scenario."""
    scenario = building.yaml_file(HERE / "scenario.yaml")
    parties = set(scenario["parties"]) - {"source", "confidence", "note"}
    results: building.Results = {"data/roads.gpkg": roads(faults), "data/control.gpkg": control(parties, faults)}
    gates = set(results["data/roads.gpkg"]["gate"].dropna())
    faults += [f"scenario.yaml: gate {gate}: not in both the file and the roads"
               for gate in sorted(gates ^ set(scenario["gates"]))]  # fmt: skip
    results["data/gate_status.csv"] = building.csv_text(gate_status(gates, parties, faults))
    results["SOURCES.md"] = building.sources_page(HERE, faults)
    return results


if __name__ == "__main__":
    sys.exit(building.run(HERE, make, dated=END))
