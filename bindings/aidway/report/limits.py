# SPDX-License-Identifier: Apache-2.0
"""What the model leaves out, as it stands. Whoever adds a mechanism shortens this list."""

from __future__ import annotations

from dataclasses import dataclass

from .facts import Facts


@dataclass(frozen=True)
class Limit:
    """Something left out, and which way that may bend the answer."""

    name: str
    meaning: str
    unless: str = ""  # a part of the scenario: where it is written, the limit does not hold


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
        "Incidents can shut a gate and stop a convoy from leaving; none hits a convoy on its way, and none breeds the "
        "next. Losses of trucks and crews, and the days after them, are missing.",
    ),
    Limit(
        "monitors and consequences",
        "Nobody observes, reports or punishes a broken promise, so terms on enforcement have no effect.",
    ),
    Limit(
        "people leaving",
        "This scenario states no departures: everyone stays. An agreement that lets people leave would lower need "
        "here without feeding anyone; that cannot be seen.",
        unless="departures",
    ),
    Limit(
        "evacuation and flight",
        "Only people who choose to leave through an open gate are followed. Forced evacuation, flight when ground "
        "changes hands, and return are not.",
    ),
    Limit(
        "markets",
        "This scenario states no trade: no market answers an open road, and informal supply stays as stated. Terms on "
        "goods and free movement are undervalued.",
        unless="trade",
    ),
    Limit("air delivery", "No air drop and no air bridge is tried."),
    Limit(
        "medicine, water, fuel and bread",
        "Only food is followed to the plate, as rations of 2,100 kcal. A place can be fed and still be without care.",
    ),
    Limit(
        "spells of closure",
        "Answers to requests are independent of one another. In reality months of refusal follow one another, "
        "which widens the ranges.",
        unless="climate",
    ),
    Limit(
        "inequality inside a place",
        "Food is shared evenly. In reality some households run out long before others.",
    ),
    Limit("deaths", "No figure here is a count of deaths, and none can be turned into one."),
)


def limits_of(facts: Facts) -> list[Limit]:
    """Return what these runs leave out: a mechanism that the scenario does not use is left out as well."""
    parts = {part for value in facts.values for part in value.path.split("/")[:-1]}
    return [limit for limit in NOT_MODELLED if limit.unless not in parts or not limit.unless]
