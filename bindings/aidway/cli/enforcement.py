# SPDX-License-Identifier: Apache-2.0
"""`aidway enforcement`: whether the consequences of an agreement pay."""

from __future__ import annotations

import argparse

from ..enforcement import enforcement
from .arguments import add_folder, add_replicates, changed, opened
from .studies import study_of

SUMMARY = "ask whether the consequences of an agreement pay"
DESCRIPTION = """\
Run an agreement with and without its consequences, on the same chances: as the scenario has it; with
nobody who answers to them; without backfire; with monitors that take one party for the other; and over
a range of responses, to find the one from which on the consequences pay. A gain above 0 is better."""
EXAMPLE = "aidway enforcement scenarios/eastern-aleppo-2016 --agreement both-enforced --replicates 2000"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    add_folder(parser)
    parser.add_argument("--agreement", required=True, metavar="A", help="the agreement, with a term `consequence`")
    parser.add_argument(
        "--outcome", default="unmet_rations", metavar="O", help="what they are judged by (default %(default)s)"
    )
    add_replicates(parser)


def execute(given: argparse.Namespace) -> None:
    """Print cases, grid and verdict."""
    scenario = changed(opened(given), given.changes, given.added)
    with study_of(given) as study:
        found = enforcement(
            scenario,
            given.agreement,
            outcome=given.outcome,
            **study,
        )
    for title, table in (("Cases", found.cases), ("By response", found.grid), ("Break-even", found.break_even)):
        print(f"{title}, gain in {found.outcome} by the consequences of {found.agreement}")
        print(table.to_string(index=False, float_format=lambda number: f"{number:.4g}"), end="\n\n")
    for note in found.notes:
        print(note)
