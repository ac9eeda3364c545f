# SPDX-License-Identifier: Apache-2.0
"""`aidway routes`: the ways from the depots to a community under an agreement."""

from __future__ import annotations

import argparse
import math
from typing import TYPE_CHECKING

from ..capacity import throughput
from ..progress import duration
from ..ways import redundancy, routes
from .arguments import add_folder, add_moment, add_public, opened

if TYPE_CHECKING:
    import pandas as pd

SUMMARY = "show the ways from the depots to a community under an agreement"
DESCRIPTION = """\
Show, for each depot, the best way to a community and its alternatives, if every obligation is kept:
driving time, inspection, length and the gates on the way. Where there is no way, the fewest gates that would
have to open are named, and who holds them. Then how many trucks a day the gates let through, and how many ways
there are that share no road."""
EXAMPLE = "aidway routes scenarios/eastern-aleppo-2016 --agreement both-roads --to eastern-aleppo"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    add_folder(parser)
    parser.add_argument("--agreement", required=True, metavar="A", help="the agreement whose gates are open")
    parser.add_argument("--to", required=True, metavar="PLACE", help="the community")
    add_moment(parser)
    add_public(parser)


def execute(given: argparse.Namespace) -> None:
    """Print one line for each way, how many there are that share no road, and how much gates let through."""
    scenario = opened(given)
    for row in routes(scenario, given.agreement, given.to, given.at, public=given.public).itertuples(index=False):
        way = f"{row.fleet}: {row.depot} -> {row.community}"
        if row.reachable:
            gates = ", ".join(row.gates) or "no gate"
            delay = row.time_s - row.driving_s
            waiting = f" and {duration(delay)} at gates" if delay >= 1 else ""
            print(f"{way}: {duration(row.driving_s)} of driving{waiting}, {row.length_m / 1000:.1f} km, by {gates}")
        else:
            print(f"{way}: no way: {row.why}")
    found = throughput(scenario, given.agreement, given.to, at=given.at, public=given.public)
    print(f"gates let through {through(found)}")
    apart = redundancy(scenario, given.agreement, given.to, at=given.at, public=given.public)
    print(f"ways from the depots that share no road: {len(apart)}")


def through(found: pd.DataFrame) -> str:
    """Return how many trucks a day gates let through, and which of them let no more, in words."""
    whole = found.attrs
    if not whole["reachable"]:
        return "no truck: there is no way"
    if math.isinf(whole["trucks_per_day"]):
        return "any number of trucks a day: on some way no gate counts them"
    number = f"{whole['trucks_per_day']:,.0f}"
    if not whole["exact"]:
        number = f"{whole['at_least']:,.0f} to {number}"
    gates = ", ".join(f"{row.gate} ({row.trucks_per_day:,} by {row.by})" for row in found.itertuples(index=False))
    return f"{number} trucks a day; no more than that at {gates}"
