# SPDX-License-Identifier: Apache-2.0
"""The command line: `aidway new | validate | describe | network | routes | reach | openings | run | ...`.

Exit codes: 0 done; 1 the scenario is wrong, or not one to publish; 2 usage; 3 input or output; 130 interrupted.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence

from .. import _engine
from ..errors import PublicationError, RequestError, ResultsChangedError, ScenarioChangedError, ScenarioError
from . import (
    answers,
    compare,
    describe,
    diff,
    enforcement,
    expected,
    network,
    new,
    openings,
    reach,
    reference,
    replay,
    report,
    routes,
    run,
    schema,
    validate,
)
from . import map as map_command

DONE, WRONG, USAGE, INPUT_OUTPUT, INTERRUPTED = 0, 1, 2, 3, 130
COMMANDS = (
    new,
    validate,
    describe,
    diff,
    network,
    routes,
    reach,
    openings,
    map_command,
    run,
    compare,
    answers,
    enforcement,
    report,
    replay,
    expected,
    schema,
    reference,
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code.

    Parameters
    ----------
    arguments
        The words after `aidway`; those of the process unless given.
    """
    try:
        given = parser().parse_args(arguments)
        given.execute(given)
        sys.stdout.flush()
    except ScenarioError as fault:
        return fail(WRONG, str(fault))
    except (ScenarioChangedError, ResultsChangedError, PublicationError) as fault:
        return fail(WRONG, f"aidway: {fault}")
    except RequestError as fault:
        return fail(USAGE, f"aidway: {fault}")
    except BrokenPipeError:
        # Whoever read our output has seen enough. What is still buffered has nowhere to go.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except OSError as fault:
        return fail(INPUT_OUTPUT, f"aidway: {told(fault)}")
    except KeyboardInterrupt:
        return fail(INTERRUPTED, "aidway: interrupted")
    return DONE


def parser() -> argparse.ArgumentParser:
    """Return the parser of every command."""
    whole = argparse.ArgumentParser(
        prog="aidway",
        description="What an access agreement would change: what aid would reach whom, when, and which clause decides.",
        epilog="Exit codes: 0 done, 1 the scenario is wrong, 2 usage, 3 input or output, 130 interrupted. "
        "`aidway COMMAND --help` tells more and gives an example.",
    )
    whole.add_argument("--version", action="version", version=f"aidway {_engine.version()}")
    commands = whole.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for command in COMMANDS:
        name = command.__name__.rpartition(".")[2]
        added = commands.add_parser(
            name,
            help=command.SUMMARY,
            description=f"{command.DESCRIPTION}\n\nexample:\n  {command.EXAMPLE}",
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        command.add_arguments(added)
        added.set_defaults(execute=command.execute)
    return whole


def told(fault: OSError) -> str:
    """Return an input or output error as a sentence for a person."""
    if fault.strerror and fault.filename:
        return f"{fault.filename}: {fault.strerror}"
    return str(fault)


def fail(code: int, message: str) -> int:
    """Say what went wrong on standard error and return the exit code."""
    print(message, file=sys.stderr)
    return code
