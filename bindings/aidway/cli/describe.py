# SPDX-License-Identifier: Apache-2.0
"""`aidway describe`: a scenario or an agreement in plain language."""

from __future__ import annotations

import argparse

from .arguments import add_folder, opened

SUMMARY = "tell a scenario, or one agreement, in plain language"
DESCRIPTION = """\
Tell what a scenario holds and assumes; with the name of an agreement, what that agreement says: who
must do what, from when until when, and which terms are switched off."""
EXAMPLE = "aidway describe scenarios/eastern-aleppo-2016 both-roads"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    add_folder(parser)
    parser.add_argument("named", nargs="?", metavar="AGREEMENT", help="tell this agreement instead of the scenario")
    parser.add_argument("--agreement", metavar="A", help="likewise")


def execute(given: argparse.Namespace) -> None:
    """Print the description."""
    print(opened(given).describe(given.named or given.agreement).rstrip("\n"))
