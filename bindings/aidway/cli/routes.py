# SPDX-License-Identifier: Apache-2.0
"""`aidway routes`: the ways to a place under an agreement."""

from __future__ import annotations

import argparse
import math
from typing import TYPE_CHECKING, Any

from ..capacity import throughput
from ..progress import duration
from ..ways import CRITERIA, redundancy, routes
from .arguments import add_folder, add_moment, add_public, opened

if TYPE_CHECKING:
    import pandas as pd

SUMMARY = "show the ways to a place under an agreement"
DESCRIPTION = """\
Show, for each fleet, the best way to a place and its alternatives, if every obligation is kept:
driving time, inspection, length, the gates on the way and the parties whose ground it crosses. Where there is no
way, the fewest gates that would have to open are named, and who holds them. From the depots to a community, then
how many trucks a day the gates let through, and how many ways there are that share no road."""
EXAMPLE = "aidway routes scenarios/eastern-aleppo-2016 --agreement both-roads --to eastern-aleppo"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    add_folder(parser)
    parser.add_argument("--agreement", required=True, metavar="A", help="the agreement whose gates are open")
    parser.add_argument(
        "--to",
        required=True,
        metavar="PLACE",
        type=place,
        help="a community, a depot, or LON,LAT in degrees (--to=LON,LAT where LON is below 0)",
    )
    parser.add_argument(
        "--from",
        metavar="PLACE",
        dest="from_",
        type=place,
        help="where the ways begin, likewise (default: the depot of each fleet)",
    )
    parser.add_argument(
        "--by", choices=CRITERIA, default=CRITERIA[0], help="what makes a way the best (default %(default)s)"
    )
    parser.add_argument(
        "--most", type=int, default=3, metavar="N", help="how many ways of a fleet are told, 1 to 20 (default 3)"
    )
    parser.add_argument(
        "--overlap",
        type=float,
        default=0.7,
        metavar="SHARE",
        help="largest share of either's length that two ways may have in common, 0 to 1 (default 0.7)",
    )
    parser.add_argument(
        "--slower-by",
        type=float,
        default=2.0,
        metavar="TIMES",
        help="longest time of a way over that of the best, 1 to 100 (default 2)",
    )
    parser.add_argument(
        "--within",
        type=float,
        default=5000.0,
        dest="within_m",
        metavar="M",
        help="how far LON,LAT may lie from the nearest junction, in metres (default 5000)",
    )
    add_moment(parser)
    add_public(parser)


def execute(given: argparse.Namespace) -> None:
    """Print one line for each way; from the depots to a community also what gates let through, and redundancy."""
    scenario = opened(given)
    asked = {name: getattr(given, name) for name in ("from_", "by", "most", "overlap", "slower_by", "within_m")}
    for row in routes(scenario, given.agreement, given.to, given.at, public=given.public, **asked).to_dict("records"):
        print(told(row))
    if given.from_ is not None or given.to not in scenario.communities:
        return
    found = throughput(scenario, given.agreement, given.to, at=given.at, public=given.public)
    print(f"gates let through {through(found)}")
    apart = redundancy(scenario, given.agreement, given.to, at=given.at, public=given.public)
    print(f"ways from the depots that share no road: {len(apart)}")


def place(text: str) -> str | tuple[float, float]:
    """Return a place that is asked for: a name, or LON,LAT as two numbers."""
    lon, comma, lat = text.partition(",")
    try:
        return (float(lon), float(lat)) if comma else text
    except ValueError:
        raise argparse.ArgumentTypeError(f"'{text}' is neither a name nor LON,LAT") from None


def told(row: dict[Any, Any]) -> str:
    """Return a way, or why there is none, in words."""
    way = f"{row['fleet']}: {row['origin']} -> {row['destination']}"
    if not row["reachable"]:
        return f"{way}: no way: {row['why']}"
    gates = ", ".join(row["gates"]) or "no gate"
    delay_s = row["time_s"] - row["driving_s"]
    waiting = f" and {duration(delay_s)} at gates" if delay_s >= 1 else ""
    said = [f"{way}: {duration(row['driving_s'])} of driving{waiting}, {row['length_m'] / 1000:.1f} km, by {gates}"]
    said += [f"over the ground of {', '.join(dict.fromkeys(row['parties']))}"] if row["parties"] else []
    said += [f"{row['overlap']:.0%} of it on roads of the first"] if row["overlap"] < 1 else []
    return "; ".join(said)


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
