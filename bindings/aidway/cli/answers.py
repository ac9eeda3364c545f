# SPDX-License-Identifier: Apache-2.0
"""`aidway answers`: agreements under rival models of how requests are answered."""

from __future__ import annotations

import argparse

from ..answer_models import ANSWER_MODELS, compare_answer_models
from ..errors import require_name
from .arguments import add_arm, add_folder, add_study, changed, names_in, opened
from .compare import cell
from .studies import study_of

SUMMARY = "compare agreements under rival models of answers"
DESCRIPTION = """\
Simulate the same agreements under several models of how requests are answered, on the same chances,
and show each outcome by model, with its difference to the first. Nobody can verify such a model:
what changes with it is not known."""
EXAMPLE = (
    "aidway answers scenarios/eastern-aleppo-2016 --agreements status-quo,both-roads --outcome rations_delivered "
    "--answer-models independent,common_shock --replicates 1000 --seed 2016"
)
COLUMNS = ["answer_model", "agreement", "outcome", "arm", "community", "part", "mean", "low", "high", "difference"]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    add_folder(parser)
    parser.add_argument(
        "--answer-models",
        metavar="M,N",
        help=f"which models, of {', '.join(ANSWER_MODELS)}; others are held against the first (default: all possible)",
    )
    parser.add_argument("--outcome", metavar="O", help="one outcome (default: all)")
    add_arm(parser, None, "one arm (default: both)")
    add_study(parser)
    parser.add_argument(
        "--format", choices=("table", "csv"), default="table", help="how to print (default %(default)s)"
    )


def execute(given: argparse.Namespace) -> None:
    """Simulate and print."""
    scenario = changed(opened(given), given.changes, given.added)
    with study_of(given) as study:
        found = compare_answer_models(
            scenario,
            names_in(given.agreements),
            answer_models=names_in(given.answer_models),
            **study,
        )
    if given.outcome is not None:
        require_name("outcome", given.outcome, list(dict.fromkeys(found["outcome"])))
        found = found[found["outcome"] == given.outcome]
    if given.arm is not None:
        found = found[found["arm"] == given.arm]
    if given.format == "csv":
        print(found.to_csv(index=False, lineterminator="\n"), end="")
        return
    columns = [column for column in COLUMNS if column != "part" or found["part"].any()]
    rows = [columns, *([cell(value, share=False) for value in row] for row in found[columns].itertuples(index=False))]
    widths = [max(len(row[i]) for row in rows) for i in range(len(columns))]
    for row in rows:
        print("  ".join(text.ljust(width) for text, width in zip(row, widths, strict=True)).rstrip())
