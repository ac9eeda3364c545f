# SPDX-License-Identifier: Apache-2.0
"""`aidway run`: simulate agreements and keep what they did."""

from __future__ import annotations

import argparse
from pathlib import Path

from ..run_folder import require_replaceable
from ..simulation import simulate
from .arguments import add_folder, add_study, changed, names_in, opened
from .studies import study_of

SUMMARY = "simulate agreements and keep every replicate"
DESCRIPTION = """\
Simulate agreements side by side, each as signed and as kept. Writes runs.zarr, summary.csv,
outcomes.csv (what each outcome means) and provenance.json into the output folder, whole or not at
all; earlier runs there are replaced. The result is the same, bit for bit, for any number of threads."""
EXAMPLE = (
    "aidway run scenarios/eastern-aleppo-2016 --agreements status-quo,both-roads --replicates 10000 --seed 2016 "
    "--output out/aleppo"
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    add_folder(parser)
    add_study(parser)
    parser.add_argument("--output", type=Path, required=True, metavar="OUT", help="the folder to write")


def execute(given: argparse.Namespace) -> None:
    """Simulate, write, and print where."""
    require_replaceable(given.output)
    scenario = changed(opened(given), given.changes, given.added)
    with study_of(given) as study:
        runs = simulate(
            scenario,
            names_in(given.agreements),
            **study,
        )
    print(runs.save(given.output))
