# SPDX-License-Identifier: Apache-2.0
"""How many trucks a day the gates of an agreement let through to a place."""

from __future__ import annotations

import math
from datetime import datetime
from typing import TYPE_CHECKING

import pandas as pd

from .moments import ask

if TYPE_CHECKING:
    from .scenario import Scenario


def throughput(
    scenario: Scenario, agreement: str, to: str, *, at: str | datetime | None = None, public: bool = True
) -> pd.DataFrame:
    """Return how many trucks a day gates let through from the depots to a community, and the gates that let no more.

    Parameters
    ----------
    scenario
        The scenario.
    agreement
        The agreement whose gates are open, every obligation kept.
    to
        The community.
    at
        The moment whose gates count; the beginning of the agreement unless given. Without an offset it is read by the
        scenario's clock.
    public
        Whether the answer may be shown to others: none of a period that ended less than 90 days ago.

    Returns
    -------
    DataFrame
        One row per gate that binds, by name: gate, title, trucks_per_day that it lets through, by ("cap", a number that
        is agreed or was in force, or "inspection", its lanes times the hours that gate and movement have in common over
        the time per truck), term of the agreement by which aid passes ("" for the baseline). All of them together let
        no more through; where several sets do, those nearest to the depots. `attrs` holds what is true of the whole:
        `trucks_per_day` (inf where a way leads there on which no gate counts trucks, 0 where none leads there),
        `reachable`, `exact`, and `at_least`, less than `trucks_per_day` only where roads of one gate lie apart.

    Raises
    ------
    RequestError
        If there is no such agreement or community, or the moment lies outside the period.
    PublicationError
        If a public answer would tell of too recent a period, or of a community of fewer than 5,000 people.

    Notes
    -----
    It is what gates let through, not what fleets can carry, and roads carry any number. A minimum cut of a maximum
    flow, in which only gates count: no road is ranked.
    """
    _, found = ask(scenario, agreement, to, at, "throughput", public=public)
    titles = {str(gate["name"]): str(gate["title"] or gate["name"]) for gate in scenario.engine.gates()}
    rows = [{**row, "title": titles[row["gate"]]} for row in found["binding"]]
    answer = pd.DataFrame(rows, columns=["gate", "title", "trucks_per_day", "by", "term"])
    answer.attrs = {
        "trucks_per_day": math.inf if found["unlimited"] else float(found["at_most"]),
        "at_least": math.inf if found["unlimited"] else float(found["at_least"]),
        "exact": found["at_least"] == found["at_most"],
        "reachable": found["reachable"],
    }
    return answer
