# SPDX-License-Identifier: Apache-2.0
"""`aidway schema`: the JSON Schema of scenario files, for editors."""

from __future__ import annotations

import argparse

from .. import _engine

SUMMARY = "print the JSON Schema with which editors check scenario files"
DESCRIPTION = """\
Print the JSON Schema of a kind of file, made from the tables that the reader itself uses."""
EXAMPLE = "aidway schema agreement > agreement.schema.json"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument(
        "kind",
        nargs="?",
        choices=("scenario", "agreement"),
        default="scenario",
        help="the kind of file (default %(default)s)",
    )


def execute(given: argparse.Namespace) -> None:
    """Print the schema."""
    print(_engine.json_schema(given.kind).rstrip("\n"))
