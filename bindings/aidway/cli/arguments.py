# SPDX-License-Identifier: Apache-2.0
"""Arguments that several commands share."""

from __future__ import annotations

import argparse
import inspect
import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from ..documents.rendering import FORMATS
from ..errors import RequestError, require_name
from ..runs import ARMS
from ..scenario import Scenario, read_scenario
from ..simulation import LARGEST_REPLICATE, LARGEST_SEED, PER_POINT
from ..writing import whole_file


def add_folder(parser: argparse.ArgumentParser) -> None:
    """Ask for the scenario folder."""
    parser.add_argument("folder", type=Path, metavar="FOLDER", help="the scenario folder, with scenario.yaml in it")
    add_scope(parser)


def add_scope(parser: argparse.ArgumentParser) -> None:
    """Ask what a scenario may read besides its folder."""
    parser.add_argument(
        "--allow-outside",
        action="store_true",
        help="read also files outside the folder: absolute paths, .., links that lead out",
    )
    parser.add_argument(
        "--allow-network", action="store_true", help="read also layers on a network: https://, /vsicurl/, PG: ..."
    )


def opened(given: argparse.Namespace) -> Scenario:
    """Return the scenario in the folder, read as `add_folder` allows."""
    return read_scenario(given.folder, allow_outside=given.allow_outside, allow_network=given.allow_network)


def add_output(parser: argparse.ArgumentParser) -> None:
    """Ask for the folder of earlier runs."""
    parser.add_argument("runs", type=Path, metavar="OUT", help="the folder that `aidway run` wrote")


def add_arm(parser: argparse.ArgumentParser, default: str | None, says: str) -> None:
    """Ask for one of the two arms."""
    parser.add_argument("--arm", choices=ARMS, default=default, help=says)


def add_moment(parser: argparse.ArgumentParser) -> None:
    """Ask for the moment that gates are looked at."""
    parser.add_argument(
        "--at", metavar="DATE", help="the moment, by the scenario's clock (default: when the agreement takes effect)"
    )


def add_public(parser: argparse.ArgumentParser) -> None:
    """Ask whether the answer stays in the house."""
    parser.add_argument(
        "--no-public",
        action="store_false",
        dest="public",
        help="not for publication: also for a period that ended less than 90 days ago",
    )


def add_study(parser: argparse.ArgumentParser) -> None:
    """Ask what is simulated, how often, from which chances and by how many threads."""
    parser.add_argument("--agreements", metavar="A,B", help="which agreements, with commas between (default: all)")
    add_replicates(parser)


def add_replicates(parser: argparse.ArgumentParser) -> None:
    """Ask how often chance is drawn, from which chances, by how many threads, and of which changed scenario."""
    parser.add_argument(
        "--replicates",
        type=whole_number(1, LARGEST_REPLICATE),
        default=1000,
        metavar="N",
        help="how many times chance is drawn (default %(default)s)",
    )
    add_seed(parser)
    parser.add_argument(
        "--threads", type=whole_number(1, 1024), metavar="T", help="how many threads work (default: one a processor)"
    )
    add_draws(parser)
    add_agreements(parser)


def names_in(text: str | None) -> list[str] | None:
    """Return the names that a text with commas holds."""
    return None if text is None else [name.strip() for name in text.split(",") if name.strip()]


def add_draws(parser: argparse.ArgumentParser) -> None:
    """Ask for what fixes the draws, beside the seed: replicates per point, the day of effect, changed values."""
    parser.add_argument(
        "--per-point",
        type=whole_number(1, LARGEST_REPLICATE),
        default=PER_POINT,
        metavar="K",
        help="replicates that share each draw of what is uncertain (default %(default)s)",
    )
    parser.add_argument(
        "--effective-from",
        metavar="DATE",
        help="when every agreement takes effect, instead of its own date: 2016-09-12 or 2016-09-12T19:00",
    )
    parser.add_argument(
        "--set",
        action="append",
        default=[],
        dest="changes",
        metavar="PATH=VALUE",
        help="replace one value of the scenario: its keys with slashes between, as the values in provenance.json are "
        "named, such as permission/cycle=20 d; may be repeated",
    )


def add_agreements(parser: argparse.ArgumentParser) -> None:
    """Ask for agreements that stand in no file."""
    parser.add_argument(
        "--with-agreement",
        action="append",
        default=[],
        dest="added",
        metavar="JSON",
        help="add an agreement built on another one, with the arguments of Scenario.with_agreement, such as "
        '\'{"name": "less", "base": "both-roads", "without": ["open_road/ramouseh"]}\', or @FILE that holds them; may '
        "be repeated",
    )


def add_document(parser: argparse.ArgumentParser) -> None:
    """Ask for the form of a document, and where it goes."""
    parser.add_argument("--format", choices=FORMATS, default=FORMATS[0], help="the form (default %(default)s)")
    parser.add_argument("--to", type=Path, metavar="FILE", help="the file to write (default: standard output)")


def hand_out(text: str, to: Path | None) -> None:
    """Print a text, or write it whole to a file and print where."""
    if to is None:
        print(text.rstrip("\n"))
        return
    with whole_file(to) as beside:
        beside.write_text(text, encoding="utf-8")
    print(to)


def add_columns(parser: argparse.ArgumentParser, words: Sequence[str], says: str) -> None:
    """Ask for the names of columns, to be read by `named_columns`; the help is `says` and the words."""
    parser.add_argument(
        "--column",
        action="append",
        default=[],
        dest="columns",
        metavar="WHAT=NAME",
        help=f"{says} {', '.join(words)}; may be repeated",
    )


def named_columns(texts: list[str]) -> dict[str, str]:
    """Return the columns that WHAT=NAME texts name."""
    columns: dict[str, str] = {}
    for text in texts:
        what, equals, name = text.partition("=")
        if not equals or not name:
            raise RequestError(f"--column wants WHAT=NAME, not '{text}'")
        columns[what] = name
    return columns


def add_seed(parser: argparse.ArgumentParser) -> None:
    """Ask for the seed."""
    parser.add_argument(
        "--seed", type=whole_number(0, LARGEST_SEED), default=0, metavar="S", help="which chances are drawn (default 0)"
    )


def whole_number(least: int, most: int) -> Callable[[str], int]:
    """Return a reader of whole numbers from `least` to `most`."""

    def read(text: str) -> int:
        try:
            value = int(text.replace("_", "").replace(",", ""))
        except ValueError:
            raise argparse.ArgumentTypeError(f"'{text}' is no whole number") from None
        if not least <= value <= most:
            raise argparse.ArgumentTypeError(f"{value} is not from {least} to {most}")
        return value

    return read


def changed(scenario: Scenario, changes: list[str], added: list[str]) -> Scenario:
    """Return the scenario with every PATH=VALUE replaced and every agreement added, in order."""
    for change in changes:
        path, equals, value = change.partition("=")
        if not equals or not path or not value:
            raise RequestError(f"--set wants PATH=VALUE, not '{change}'")
        scenario = scenario.replace(path.strip(), value.strip())
    for text in added:
        scenario = scenario.with_agreement(**agreement_request(text))
    return scenario


def agreement_request(text: str) -> dict[str, Any]:
    """Return the arguments of `Scenario.with_agreement` that a JSON text holds, or the file that "@FILE" names."""
    if text.startswith("@"):
        text = Path(text[1:]).read_text(encoding="utf-8")
    known = list(inspect.signature(Scenario.with_agreement).parameters)[1:]
    try:
        found = json.loads(text)
    except ValueError as fault:
        raise RequestError(f"--with-agreement wants JSON: {fault}") from None
    if not isinstance(found, dict) or not isinstance(found.get("name"), str):
        raise RequestError('--with-agreement wants a JSON object with a "name"')
    for key in found:
        require_name("argument of an agreement", key, known)
    return found
