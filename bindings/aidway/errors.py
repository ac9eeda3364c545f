# SPDX-License-Identifier: Apache-2.0
"""What can go wrong, and which of it a person can put right."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable
from typing import Any

from aidway._engine import Diagnostic, IoError, ScenarioError

__all__ = [
    "Diagnostic",
    "IoError",
    "PublicationError",
    "RequestError",
    "ResultsChangedError",
    "RunsDifferError",
    "ScenarioChangedError",
    "ScenarioError",
    "UnknownNameError",
    "raise_all",
    "require_name",
    "require_within",
    "scenario_error",
]


class RequestError(ValueError):
    """A request that cannot be meant, whatever the scenario holds; the message says what would do."""


class UnknownNameError(RequestError):
    """A name that nothing carries; the message offers the nearest that something does.

    Parameters
    ----------
    kind
        What was looked for: "agreement", "outcome", "community".
    name
        The name as given.
    known
        Every name that would have done.
    """

    def __init__(self, kind: str, name: str, known: Iterable[str]) -> None:
        self.kind = kind
        self.name = name
        self.known = tuple(known)
        near = difflib.get_close_matches(name, self.known, n=1)
        self.nearest = near[0] if near else None
        message = f"no {kind} '{name}'"
        if self.nearest is not None:
            message += f"; did you mean '{self.nearest}'?"
        elif self.known:
            message += f"; known are {', '.join(self.known)}"
        else:
            message += "; there is none"
        super().__init__(message)


class RunsDifferError(RequestError):
    """Runs that do not share their chances, so that nothing can be paired; the message says in what they differ."""


class PublicationError(ValueError):
    """An output that public-safe rules withhold; the message says which rule."""


class ScenarioChangedError(ValueError):
    """The scenario folder is gone, or no longer the one that the runs came from."""


class ResultsChangedError(ValueError):
    """A scenario no longer gives what its expected.csv says; the message shows where they differ."""


def scenario_error(faults: Iterable[Diagnostic]) -> ScenarioError:
    """Return the error that tells of faults found on this side of the engine, in the engine's own form."""
    found = sorted(set(faults), key=lambda fault: (fault.file, fault.line, fault.column, fault.feature, fault.message))
    error = ScenarioError("\n".join(fault.text for fault in found))
    error.diagnostics = tuple(found)
    return error


def require_name(kind: str, name: str, known: Iterable[str]) -> str:
    """Return `name` if it is known.

    Raises
    ------
    UnknownNameError
        If it is not.
    """
    names = tuple(known)
    if name not in names:
        raise UnknownNameError(kind, name, names)
    return name


def require_within(what: str, value: float, least: float, most: float) -> None:
    """Refuse a number that does not lie from `least` to `most`.

    Raises
    ------
    RequestError
        If it does not, or is no number.
    """
    if not least <= value <= most:
        raise RequestError(f"{what} must be from {least:,} to {most:,}, not {value}")


def raise_all(*checks: Callable[[], Any]) -> None:
    """Make every check, then refuse what any of them refuses.

    Raises
    ------
    RequestError
        The one refusal, or one that tells of them all.
    """
    faults = []
    for check in checks:
        try:
            check()
        except RequestError as fault:
            faults.append(fault)
    if len(faults) == 1:
        raise faults[0]
    if faults:
        raise RequestError("; ".join(str(fault) for fault in faults))
