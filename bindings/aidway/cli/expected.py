# SPDX-License-Identifier: Apache-2.0
"""`aidway expected`: what a shipped scenario gives, to the last digit."""

from __future__ import annotations

import argparse

from ..expected import NAME, REPLICATES, SEED, check_expected, write_expected
from ..progress import Progress
from .arguments import add_folder, opened

SUMMARY = "write or check what a scenario is expected to give"
DESCRIPTION = f"""\
Simulate all agreements of a scenario ({REPLICATES} replicates, seed {SEED}) and write digests and the summary of
every outcome into its {NAME}, whole or not at all. With --check nothing is written, and what differs
from the file is told."""
EXAMPLE = "aidway expected scenarios/eastern-aleppo-2016 --check"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    add_folder(parser)
    parser.add_argument("--check", action="store_true", help="compare with the file; exit 1 if anything differs")


def execute(given: argparse.Namespace) -> None:
    """Simulate, then write or compare."""
    scenario = opened(given)
    progress = Progress()
    try:
        if given.check:
            check_expected(scenario, progress)
        else:
            print(write_expected(scenario, progress))
    finally:
        progress.close()
    if given.check:
        print(f"{scenario.folder / NAME}: as expected")
