# SPDX-License-Identifier: Apache-2.0
"""`aidway replay`: one replicate again, event by event."""

from __future__ import annotations

import argparse
from datetime import timedelta
from pathlib import Path

from .. import publication
from ..errors import IoError, PublicationError, RequestError
from ..simulation import LARGEST_REPLICATE, replay
from ..writing import require_parent, whole_file
from .arguments import add_agreements, add_arm, add_draws, add_folder, add_seed, changed, opened, whole_number

SUMMARY = "run one replicate again and write all that happened in it"
DESCRIPTION = """\
Run one replicate again and write its events to a Parquet file: time_s (UTC seconds since 1970),
kind, entity, community, goods, mass_kg, reason. Give the seed, --per-point and other draws as they
were given to `aidway run`. An event log is a timetable of trips and has no public form, so --no-
public must be said."""
EXAMPLE = (
    "aidway replay scenarios/eastern-aleppo-2016 --agreement both-roads --seed 2016 --replicate 7 "
    "--events events.parquet --no-public"
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    add_folder(parser)
    parser.add_argument("--agreement", required=True, metavar="A", help="the agreement")
    add_arm(parser, "as_kept", "the arm (default %(default)s)")
    add_seed(parser)
    parser.add_argument(
        "--replicate",
        type=whole_number(0, LARGEST_REPLICATE),
        required=True,
        metavar="R",
        help="which replicate, counted from 0",
    )
    add_draws(parser)
    add_agreements(parser)
    parser.add_argument("--events", type=Path, required=True, metavar="FILE", help="the Parquet file to write")
    parser.add_argument(
        "--no-public", action="store_false", dest="public", help="for your own eyes: the log is not for publication"
    )


def execute(given: argparse.Namespace) -> None:
    """Replay, write, and print where."""
    if given.public:
        try:
            publication.require_weekly(timedelta(seconds=1), what="an event log")
        except PublicationError as refusal:
            raise RequestError(str(refusal)) from None
    require_parent(given.events)
    if given.events.is_dir():
        raise IoError(f"{given.events} is a folder")
    scenario = changed(opened(given), given.changes, given.added)
    events = replay(
        scenario,
        given.agreement,
        seed=given.seed,
        replicate=given.replicate,
        arm=given.arm,
        per_point=given.per_point,
        effective_from=given.effective_from,
        public=given.public,
    )
    with whole_file(given.events) as beside:
        events.to_parquet(beside, index=False)
    print(given.events)
