# SPDX-License-Identifier: Apache-2.0
"""`aidway routes`: the ways from the depots to a community under an agreement."""

from __future__ import annotations

import argparse

from ..progress import duration
from ..ways import redundancy, routes
from .arguments import add_folder, add_moment, add_public, opened

SUMMARY = "show the ways from the depots to a community under an agreement"
DESCRIPTION = """\
Show, for each depot, the best way to a community and its alternatives, if every obligation is kept:
driving time, inspection, length and the gates on the way. Where there is no way, the fewest gates that would
have to open are named, and who holds them."""
EXAMPLE = "aidway routes scenarios/eastern-aleppo-2016 --agreement both-roads --to eastern-aleppo"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    add_folder(parser)
    parser.add_argument("--agreement", required=True, metavar="A", help="the agreement whose gates are open")
    parser.add_argument("--to", required=True, metavar="PLACE", help="the community")
    add_moment(parser)
    add_public(parser)


def execute(given: argparse.Namespace) -> None:
    """Print one line for each way, and how many there are that share no road."""
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
    apart = redundancy(scenario, given.agreement, given.to, at=given.at, public=given.public)
    print(f"ways from the depots that share no road: {len(apart)}")
