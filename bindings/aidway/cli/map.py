# SPDX-License-Identifier: Apache-2.0
"""`aidway map`: a map of an agreement for the browser, in one file."""

from __future__ import annotations

import argparse
from pathlib import Path

from ..scenario import read_scenario
from ..web_map import map_html
from ..writing import require_parent, whole_file
from .arguments import add_folder, add_public

SUMMARY = "write an interactive map of an agreement, in one file that loads nothing"
DESCRIPTION = """\
Write one HTML file that shows an agreement on the map, every obligation kept: areas of control with a slider
over the dates at which ground or gates change, gates, ways and reach as layers, and the same facts as tables."""
EXAMPLE = "aidway map scenarios/eastern-aleppo-2016 --agreement both-roads --to out/map.html"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    add_folder(parser)
    parser.add_argument("--agreement", required=True, metavar="A", help="the agreement whose gates are open")
    parser.add_argument("--to", type=Path, required=True, metavar="FILE", help="the file to write")
    add_public(parser)


def execute(given: argparse.Namespace) -> None:
    """Write the map, and print where."""
    require_parent(given.to)
    page = map_html(read_scenario(given.folder), given.agreement, public=given.public)
    with whole_file(given.to) as beside:
        beside.write_text(page, encoding="utf-8")
    print(given.to)
