# SPDX-License-Identifier: Apache-2.0
"""`aidway describe`: a scenario in plain language, or an agreement, as a text or a document to hand over."""

from __future__ import annotations

import argparse
import sys

from ..documents import document
from ..errors import RequestError
from .arguments import add_agreements, add_document, add_folder, changed, hand_out, opened

SUMMARY = "tell a scenario in plain language, or an agreement, as a document too"
DESCRIPTION = """\
Tell what a scenario holds and assumes; with the name of an agreement, what that agreement says: who
must do what, from when until when, what breaks it, what it does not cover, and which terms are switched off.
As Markdown or HTML it is a document to hand over; what is noticed in it then goes to standard error."""
EXAMPLE = "aidway describe scenarios/eastern-aleppo-2016 both-roads --format html --to out/both-roads.html"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    add_folder(parser)
    parser.add_argument("named", nargs="?", metavar="AGREEMENT", help="tell this agreement instead of the scenario")
    parser.add_argument("--agreement", metavar="A", help="likewise")
    add_document(parser)
    add_agreements(parser)


def execute(given: argparse.Namespace) -> None:
    """Print the description, or write it."""
    agreement = given.named or given.agreement
    if agreement is None and given.format != "text":
        raise RequestError(f"only an agreement is given as {given.format}: name one")
    scenario = changed(opened(given), [], given.added)
    if agreement is None:
        hand_out(scenario.describe(), given.to)
        return
    if given.format != "text":  # the text tells them itself
        for note in scenario.notes_on(agreement):
            print(f"note: {note}", file=sys.stderr)
    hand_out(document(scenario, agreement, given.format), given.to)
