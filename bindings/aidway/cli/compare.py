# SPDX-License-Identifier: Apache-2.0
"""`aidway compare`: paired differences between two agreements."""

from __future__ import annotations

import argparse
import json
import math
from pathlib import Path

import pandas as pd

from ..run_folder import open_runs
from .arguments import add_arm, add_output

SUMMARY = "show the paired differences between two agreements"
DESCRIPTION = """\
Show, for each outcome, what one agreement gives beyond another, replicate by replicate: the mean
difference, its 80 % interval, its standard error, the share of its variance that comes from what is
not known, the shares of replicates in which it is better and in which nothing differs, and the
largest regret. The other agreement may lie in another folder of runs, if scenario, dates, seed,
replicates and engine are the same; else the comparison is refused and told why."""
EXAMPLE = "aidway compare out/aleppo --agreement both-roads --to status-quo --outcome unmet_rations"
HEADINGS = {
    "outcome": "outcome",
    "arm": "arm",
    "community": "community",
    "part": "part",
    "mean": "difference",
    "low": "10 %",
    "high": "90 %",
    "standard_error": "std. error",
    "epistemic_share": "not known",
    "p_better": "better",
    "p_tie": "tie",
    "largest_regret": "regret",
    "unit": "unit",
}
SHARES = ("epistemic_share", "p_better", "p_tie")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    add_output(parser)
    parser.add_argument(
        "other", type=Path, nargs="?", metavar="OTHER", help="the folder of runs that holds A (default: OUT)"
    )
    parser.add_argument("--agreement", required=True, metavar="B", help="the agreement of interest")
    parser.add_argument("--to", required=True, metavar="A", help="the agreement it is held against")
    parser.add_argument("--outcome", metavar="O", help="one outcome (default: all)")
    add_arm(parser, None, "one arm (default: both)")
    parser.add_argument(
        "--format", choices=("table", "csv", "json"), default="table", help="how to print (default %(default)s)"
    )


def execute(given: argparse.Namespace) -> None:
    """Print the comparison."""
    other = None if given.other is None else open_runs(given.other)
    found = open_runs(given.runs).compare(
        given.agreement, to=given.to, outcome=given.outcome, arm=given.arm, other=other
    )
    match given.format:
        case "csv":
            print(found.to_csv(index=False, lineterminator="\n"), end="")
        case "json":
            # JSON has no NaN: what is not a number is null.
            rows = [
                {key: None if isinstance(value, float) and math.isnan(value) else value for key, value in row.items()}
                for row in found.to_dict(orient="records")
            ]
            print(json.dumps(rows, indent=2, ensure_ascii=False))
        case _:
            print(f"{given.agreement} minus {given.to}")
            print(table(found))
            for row in found[found["caution"] != ""].itertuples():
                print(f"{row.outcome}, {row.arm}, {row.community}: {row.caution}")
            if not found["enough"].all():
                print("Where the standard error is above a twentieth of the interval, more replicates would help.")


def table(found: pd.DataFrame) -> str:
    """Return a comparison for reading: text to the left, numbers to the right, four significant digits."""
    columns = []
    for key, heading in HEADINGS.items():
        if key == "part" and not found[key].any():
            continue  # none of these outcomes has parts
        cells = [cell(value, share=key in SHARES) for value in found[key]]
        width = max(len(text) for text in (heading, *cells))
        numeric = pd.api.types.is_numeric_dtype(found[key])
        columns.append([text.rjust(width) if numeric else text.ljust(width) for text in (heading, *cells)])
    return "\n".join("  ".join(line).rstrip() for line in zip(*columns, strict=True))


def cell(value: object, *, share: bool) -> str:
    """Return one value as text; a share as a percentage."""
    if not isinstance(value, float):
        return str(value)
    if math.isnan(value):
        return "-"
    if share:
        return f"{100 * value:.1f} %"
    return f"{value:,.0f}" if abs(value) >= 1000 else f"{value:.4g}"
