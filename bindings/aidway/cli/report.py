# SPDX-License-Identifier: Apache-2.0
"""`aidway report`: everything the runs say, on one page."""

from __future__ import annotations

import argparse
from pathlib import Path

from ..run_folder import open_runs
from ..writing import require_parent
from .arguments import add_output, add_public

SUMMARY = "write one self-contained page with answer, map, weeks and assumptions"
DESCRIPTION = """\
Write one self-contained HTML file: the answer in words, the map, the weeks, why rations were not
delivered, and every assumption with its source. The scenario folder is read again for the map and
must be as it was when the runs were made."""
EXAMPLE = "aidway report out/aleppo --to out/aleppo/report.html"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    add_output(parser)
    parser.add_argument("--to", type=Path, required=True, metavar="FILE", help="the HTML file to write")
    add_public(parser)


def execute(given: argparse.Namespace) -> None:
    """Write the report and print where."""
    require_parent(given.to)
    print(open_runs(given.runs).report(given.to, public=given.public))
