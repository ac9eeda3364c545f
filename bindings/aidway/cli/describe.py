# SPDX-License-Identifier: Apache-2.0
"""`aidway describe`: a scenario or an agreement in plain language."""

from __future__ import annotations

import argparse

from ..scenario import read_scenario
from .arguments import add_folder

SUMMARY = "tell a scenario, or one agreement, in plain language"
DESCRIPTION = (
    """Tell what a scenario holds and assumes; with --agreement, what that agreement says: who must do what, by when."""
)
EXAMPLE = "aidway describe scenarios/eastern-aleppo-2016 --agreement both-roads"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    add_folder(parser)
    parser.add_argument("--agreement", metavar="A", help="tell this agreement instead of the scenario")


def execute(given: argparse.Namespace) -> None:
    """Print the description."""
    print(read_scenario(given.folder).describe(given.agreement).rstrip("\n"))
