# SPDX-License-Identifier: Apache-2.0
"""`aidway openings`: the fewest gates that would have to open, so that communities are served."""

from __future__ import annotations

import argparse

from ..barred import told
from ..openings import minimum_openings
from ..progress import duration
from .arguments import add_folder, add_moment, add_public, opened

SUMMARY = "show the fewest gates that would have to open, so that communities are served"
DESCRIPTION = """\
Show the fewest existing gates whose opening lets trucks of some fleet come to a community, or to each of several,
if every obligation of the agreement is kept: who holds each, and which term of the scenario's agreements would
open it. Where several communities make it too hard to be sure, the bound that was proved is told too."""
EXAMPLE = "aidway openings scenarios/eastern-aleppo-2016 --agreement status-quo --to eastern-aleppo"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    add_folder(parser)
    parser.add_argument("--agreement", required=True, metavar="A", help="the agreement whose gates are open already")
    parser.add_argument(
        "--to", required=True, action="append", metavar="PLACE", help="a community to be served; may be given again"
    )
    add_moment(parser)
    add_public(parser)


def execute(given: argparse.Namespace) -> None:
    """Print one line for each gate, one for each community, and how many gates it takes."""
    found = minimum_openings(opened(given), given.agreement, given.to, at=given.at, public=given.public)
    for row in found.itertuples(index=False):
        holders = f", held by {' with '.join(row.held_by)}" if row.held_by else ""
        openers = "".join(f", opened by {opener}" for opener in told(row.opened_by))
        print(f"{row.gate}: {row.title}{holders}{openers}; for {', '.join(row.places)}")
    for place, time_s in found.attrs["time_s"].items():
        print(f"{place}: then {duration(time_s)}, by {found.attrs['fleet'][place]}")
    for place in found.attrs["without_road"]:
        print(f"{place}: no road leads there, whatever gate opens")
    least = "" if found.attrs["exact"] else f"; at least {found.attrs['lower_bound']} are needed"
    print(f"gates to open: {len(found)}{least}")
