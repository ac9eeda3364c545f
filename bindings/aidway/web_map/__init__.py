# SPDX-License-Identifier: Apache-2.0
"""A map for the browser in one file: who holds what over time, gates, ways and reach of an agreement."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import publication
from ..errors import require_name
from .page import render

if TYPE_CHECKING:
    from ..scenario import Scenario

__all__ = ["map_html"]


def map_html(scenario: Scenario, agreement: str, *, public: bool = True) -> str:
    """Return an interactive map of an agreement as one HTML page that loads nothing from elsewhere.

    A slider leads through the dates at which ground or gates change; areas of control, roads, gates, ways and reach can
    be switched on and off, everything by keyboard too. Parties, gates and ways differ in hatch, shape and dash, not in
    colour alone. Below the map stand the same facts as tables.

    Parameters
    ----------
    scenario
        The scenario.
    agreement
        The agreement whose gates are open, every obligation kept.
    public
        Whether the map may be shown to others: dates a week apart at least, depots rounded to 0.1 degree, ways on
        schematic networks only, small communities as part of their enclave, no period that ended less than 90 days ago.

    Raises
    ------
    UnknownNameError
        If there is no such agreement.
    PublicationError
        If a public map would tell of too recent a period.

    Notes
    -----
    The same scenario gives the same text.
    """
    require_name("agreement", agreement, scenario.agreements)
    if public:
        publication.require_past(scenario.period_to_s)
    return render(scenario, agreement, public=public)
