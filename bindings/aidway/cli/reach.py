# SPDX-License-Identifier: Apache-2.0
"""`aidway reach`: which communities trucks come to under an agreement, and when."""

from __future__ import annotations

import argparse
import math
from typing import Any

from ..progress import duration
from ..reaching import reach
from .arguments import add_folder, add_moment, add_public, opened

SUMMARY = "show which communities trucks come to under an agreement, and when"
DESCRIPTION = """\
Show, for each community, when the first trucks would be there if every obligation is kept: driving
and the inspection of a full convoy at each gate. Where there is no way, the fewest gates that
would have to open are named, and who holds them. Held against another agreement, every line says what changes."""
EXAMPLE = "aidway reach scenarios/eastern-aleppo-2016 --agreement both-roads --against status-quo"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    add_folder(parser)
    parser.add_argument("--agreement", required=True, metavar="B", help="the agreement whose gates are open")
    parser.add_argument("--against", metavar="A", help="another agreement to hold it against")
    add_moment(parser)
    add_public(parser)


def execute(given: argparse.Namespace) -> None:
    """Print one line for each community, and how many people they hold."""
    found = reach(opened(given), given.agreement, at=given.at, against=given.against, public=given.public)
    for row in found.to_dict("records"):
        change = f" ({told(row)})" if given.against else ""
        print(f"{row['community']}, {row['people']:,} people: {way(row)}{change}")
    people = int(found.loc[found["reachable"], "people"].sum())
    print(f"within reach: {people:,} of {int(found['people'].sum()):,} people")


def way(row: dict[Any, Any]) -> str:
    """Return how a community is reached, in words."""
    if row["reachable"]:
        return f"{duration(row['time_s'])}, by {row['fleet']} from {row['depot']}"
    return f"no way: {row['why']}"


def told(row: dict[Any, Any]) -> str:
    """Return what changes beside the other agreement, in words."""
    if row["change"] in ("gained", "lost", "same"):
        return str(row["change"])
    return f"{duration(math.fabs(row['time_s'] - row['time_s_against']))} {row['change']}"
