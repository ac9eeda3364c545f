# SPDX-License-Identifier: Apache-2.0
"""`aidway new`: a starting scenario from a planner's own layers."""

from __future__ import annotations

import argparse
from pathlib import Path

from ..errors import RequestError
from ..starting import COLUMN_WORDS, new_scenario
from .arguments import add_columns, named_columns
from .validate import counted

SUMMARY = "write a starting scenario from your own layers of roads, places and control"
DESCRIPTION = """\
Write a scenario folder that can be validated, routed and run at once: the layers are copied into it, gates stand
where roads cross the front, one agreement changes nothing and another opens what the largest place cut off lacks.
What no layer says is a guess, marked assumed, with a note; nothing gets a source that it does not have."""
EXAMPLE = "aidway new first-look --roads roads.shp --places places.csv --control control.geojson --column road=NAME"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("folder", type=Path, metavar="FOLDER", help="where the scenario goes: new, or empty")
    parser.add_argument(
        "--roads", type=Path, required=True, metavar="FILE", help="an OpenStreetMap file or a layer of lines"
    )
    parser.add_argument(
        "--places",
        type=Path,
        required=True,
        metavar="FILE",
        help="CSV with name, lon, lat, population, or a layer of points with name, population",
    )
    parser.add_argument(
        "--control", type=Path, metavar="FILE", help="a layer of areas with party (valid_from, valid_to)"
    )
    parser.add_argument(
        "--gates",
        type=Path,
        metavar="FILE",
        help="CSV with name, lon, lat, or a layer of points with name, of checkpoints (aid, held_by)",
    )
    parser.add_argument("--depot", metavar="NAME", help="the place where convoys load (default: a guess)")
    parser.add_argument("--from", dest="begin", metavar="DAY", help="first day (default: a guess)")
    parser.add_argument("--to", dest="end", metavar="DAY", help="the day after the last one")
    parser.add_argument("--timezone", default="UTC", metavar="ZONE", help="zone of all dates (default %(default)s)")
    add_columns(parser, COLUMN_WORDS, "where a column has another name; WHAT is one of")


def execute(given: argparse.Namespace) -> None:
    """Write the folder, and say what to look at next."""
    if (given.begin is None) != (given.end is None):
        raise RequestError("--from and --to go together")
    scenario = new_scenario(
        given.folder,
        roads=given.roads,
        places=given.places,
        control=given.control,
        gates=given.gates,
        columns=named_columns(given.columns),
        depot=given.depot,
        period=None if given.begin is None else (given.begin, given.end),
        timezone=given.timezone,
    )
    values = scenario.values()
    assumed = int((values["confidence"] == "assumed").sum())
    fronts = sum(1 for gate in scenario.engine.gates() if gate["front"])
    print(
        f"{given.folder}: {counted(len(scenario.communities), 'community', 'communities')}, "
        f"{counted(len(scenario.engine.gates()), 'gate')} ({fronts} on the front), {counted(len(values), 'value')}, "
        f"{assumed} of them assumed: read scenario.yaml and put in what you know"
    )
    first, second = scenario.agreements
    example = first if second == "status-quo" else second
    print(f"next: aidway reach {given.folder} --agreement {example} --against status-quo")
    print(f"      aidway run {given.folder} --output out/{scenario.name}")
