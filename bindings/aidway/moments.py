# SPDX-License-Identifier: Apache-2.0
"""The moment that a question on roads is asked of, and whether its answer may be shown."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING, Any

from . import publication
from .errors import PublicationError, require_name
from .wording import listed

if TYPE_CHECKING:
    from .scenario import Scenario


def moment_s(scenario: Scenario, agreement: str, at: str | datetime | None, *, public: bool) -> int:
    """Return the moment in UTC seconds since 1970; for a public answer only if the period is long past.

    Raises
    ------
    RequestError
        If there is no such agreement, or the moment lies outside the period.
    PublicationError
        If a public answer would tell of too recent a period.
    """
    at_s = scenario.moment_s(agreement, at)
    if public:
        publication.require_past(scenario.engine.period_to_s)
    return at_s


def require_large(scenario: Scenario, communities: Iterable[str], *, public: bool) -> None:
    """Refuse a public answer about a community that is told of only as part of its enclave.

    Raises
    ------
    PublicationError
        If one of them has fewer people than `publication.SMALLEST_COMMUNITY`; it names all of them.
    """
    small = [
        name for name in communities if public and publication.is_small(float(scenario.community(name)["population"]))
    ]
    if small:
        raise PublicationError(
            f"fewer than {publication.SMALLEST_COMMUNITY:,} people live in {listed(small)}, of which nothing is told "
            "in public but as part of an enclave (reach). For your own eyes, ask for it with public=False (on the "
            "command line: --no-public)"
        )


def ask(
    scenario: Scenario, agreement: str, to: str, at: str | datetime | None, what: str, *, public: bool
) -> tuple[int, Any]:
    """Return the moment, and what the engine answers to a question on a community."""
    at_s = moment_s(scenario, agreement, at, public=public)
    require_name("community", to, scenario.communities)
    require_large(scenario, [to], public=public)
    return at_s, getattr(scenario.engine, what)(agreement, to, at_s)
