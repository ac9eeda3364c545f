# SPDX-License-Identifier: Apache-2.0
"""The moment that a question on roads is asked of, and whether its answer may be shown."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from . import publication
from .errors import require_name

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


def ask(
    scenario: Scenario, agreement: str, to: str, at: str | datetime | None, what: str, *, public: bool
) -> tuple[int, Any]:
    """Return the moment, and what the engine answers to a question on a community."""
    at_s = moment_s(scenario, agreement, at, public=public)
    require_name("community", to, scenario.communities)
    return at_s, getattr(scenario.engine, what)(agreement, to, at_s)
