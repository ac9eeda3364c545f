# SPDX-License-Identifier: Apache-2.0
"""`aidway diff`: what one agreement adds to another, takes from it and changes in it."""

from __future__ import annotations

import argparse

from ..documents import diff_agreements
from .arguments import add_agreements, add_document, add_folder, changed, hand_out, opened

SUMMARY = "say in words what one agreement adds to, takes from and changes in another"
DESCRIPTION = """\
Say in words what the second agreement says otherwise than the first: terms added, taken away and
changed, field by field, who is obliged, and dates. Terms are matched by name, inherited ones included;
one that is switched off counts as one that is not there. The exit code is 0 whether they differ or not."""
EXAMPLE = "aidway diff scenarios/eastern-aleppo-2016 castello-only both-roads"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    add_folder(parser)
    parser.add_argument("before", metavar="A", help="the agreement to begin with")
    parser.add_argument("after", metavar="B", help="the one that is held against it")
    add_document(parser)
    add_agreements(parser)


def execute(given: argparse.Namespace) -> None:
    """Print the difference, or write it."""
    scenario = changed(opened(given), [], given.added)
    hand_out(diff_agreements(scenario, given.before, given.after).document(given.format), given.to)
