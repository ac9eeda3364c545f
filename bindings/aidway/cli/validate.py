# SPDX-License-Identifier: Apache-2.0
"""`aidway validate`: read a scenario folder and name every fault in it."""

from __future__ import annotations

import argparse

from .arguments import add_folder, opened

SUMMARY = "read a scenario folder and name every fault in it"
DESCRIPTION = """\
Read a scenario folder with all its agreements and layers. Every fault is named on standard error,
one a line, with its file, line and column; without any, one line says what was read, and one each
what was made or mended on the way: joined roads, gates where roads cross the front."""
EXAMPLE = "aidway validate scenarios/eastern-aleppo-2016"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    add_folder(parser)


def execute(given: argparse.Namespace) -> None:
    """Read the folder and say what is in it."""
    scenario = opened(given)
    values = scenario.values()
    assumed = int((values["confidence"] == "assumed").sum())
    print(
        f"{given.folder}: in order; {counted(len(scenario.agreements), 'agreement')}, "
        f"{counted(len(scenario.communities), 'community', 'communities')}, {counted(len(values), 'value')} "
        f"({assumed} assumed)"
    )
    for note in scenario.notes:
        print(f"  note: {note}")


def counted(number: int, one: str, many: str | None = None) -> str:
    """Return a number with its noun."""
    return f"{number} {one if number == 1 else many or one + 's'}"
