# SPDX-License-Identifier: Apache-2.0
"""What the model leaves out, as it stands. Whoever adds a mechanism shortens this list."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from .idle import model_of, written


@dataclass(frozen=True)
class Limit:
    """Something left out, and which way that may bend the answer."""

    name: str
    meaning: str
    unless: str = ""  # a table of the scenario, by its path: where it is written, the limit does not hold
    under: str = ""  # a model of answers: the limit holds under this one alone


NOT_MODELLED: tuple[Limit, ...] = (
    Limit(
        "whether anyone would sign",
        "Every result is conditional on signature. Nothing here says how likely that is, or what it would cost.",
    ),
    Limit(
        "violence",
        "This scenario states no violence: no incident stops a convoy or shuts a road, except through the stated "
        "chances that a security guarantee is withheld or a promise broken. Results are too good where fighting is "
        "heavy.",
        unless="violence",
    ),
    Limit(
        "attacks on convoys",
        "This scenario states no chance that incidents hit convoys: losses of trucks and crews, and the days after "
        "them, are missing.",
        unless="violence/convoys",
    ),
    Limit(
        "violence that answers violence",
        "This scenario states none: incidents come by themselves, without spirals of revenge.",
        unless="violence/answers",
    ),
    Limit(
        "fear of consequences",
        "This scenario states no deterrence: monitors report and consequences are carried out, but nobody does less "
        "violence, or breaks less, for fear of them.",
        unless="deterrence",
    ),
    Limit(
        "people leaving",
        "This scenario states no departures: everyone stays. An agreement that lets people leave would lower need "
        "here without feeding anyone; that cannot be seen.",
        unless="departures",
    ),
    Limit(
        "evacuation by force",
        "This scenario states none: only people who choose to leave through an open gate are followed.",
        unless="evacuations",
    ),
    Limit("flight and return", "Nobody flees when ground changes hands, and nobody comes back."),
    Limit(
        "markets",
        "This scenario states no trade: no market answers an open road, and informal supply stays as stated. Terms on "
        "goods and free movement are undervalued.",
        unless="trade",
    ),
    Limit(
        "medicine",
        "This scenario follows no medicine beyond its delivery: a place can be fed and still be without care.",
        unless="medicine",
    ),
    Limit("water and fuel", "Neither is followed; bread only where the scenario has bakeries."),
    Limit(
        "spells of closure",
        "Answers to requests are independent of one another. In reality months of refusal follow one another, "
        "which widens the ranges.",
        under="independent",
    ),
    Limit(
        "spells of closure",
        "Answers of one cycle fall alike, but cycles are independent of one another. In reality months of refusal "
        "follow one another, which widens the ranges.",
        under="common_shock",
    ),
    Limit(
        "inequality inside a place",
        "Food is shared evenly. In reality some households run out long before others.",
        unless="food/inequality",
    ),
    Limit("deaths", "No figure here is a count of deaths, and none can be turned into one."),
)


def limits_of(provenance: Mapping[str, Any]) -> list[Limit]:
    """Return what these runs leave out: a mechanism that the scenario does not use is left out as well."""
    stated = written(provenance)
    return [
        limit
        for limit in NOT_MODELLED
        if (not limit.unless or not any(f"{path}/".startswith(f"{limit.unless}/") for path in stated))
        and limit.under in {"", model_of(stated)}
    ]
