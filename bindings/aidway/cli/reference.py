# SPDX-License-Identifier: Apache-2.0
"""`aidway reference`: every key of a scenario file, explained."""

from __future__ import annotations

import argparse

from .. import _engine

SUMMARY = "print the reference of scenario files and outcomes, in Markdown"
DESCRIPTION = """\
Print, in Markdown, every key of scenario and agreement files: what it means, its unit, its default."""
EXAMPLE = "aidway reference > reference.md"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments: there are none."""


def execute(given: argparse.Namespace) -> None:  # noqa: ARG001
    """Print the page."""
    print(_engine.reference_page().rstrip("\n"))
