# SPDX-License-Identifier: Apache-2.0
"""What the model leaves out, as it stands. Whoever adds a mechanism shortens this list."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Limit:
    """Something left out, and which way that may bend the answer."""

    name: str
    meaning: str


NOT_MODELLED: tuple[Limit, ...] = (
    Limit(
        "whether anyone would sign",
        "Every result is conditional on signature. Nothing here says how likely that is, or what it would cost.",
    ),
    Limit(
        "violence",
        "No incident stops a convoy, hits a truck or shuts a road, except through the stated chances that a security "
        "guarantee is withheld or a promise broken. Results are too good where fighting is heavy.",
    ),
    Limit(
        "monitors and consequences",
        "Nobody observes, reports or punishes a broken promise, so terms on enforcement have no effect.",
    ),
    Limit(
        "people leaving or arriving",
        "Everyone stays. An agreement that lets people leave would lower need here without feeding anyone; "
        "that cannot be seen yet.",
    ),
    Limit(
        "markets and prices",
        "No trade answers an open road; informal supply stays as stated. Terms on goods and free movement "
        "are undervalued.",
    ),
    Limit("air delivery", "No air drop and no air bridge is tried."),
    Limit(
        "medicine, water, fuel and bread",
        "Only food is followed, as rations of 2,100 kcal. A place can be fed and still be without care.",
    ),
    Limit(
        "spells of closure",
        "Answers to requests are independent of one another. In reality months of refusal follow one another, "
        "which widens the ranges.",
    ),
    Limit(
        "what an agreement does to the front",
        "Lines of control move as they did in history, whatever is signed.",
    ),
    Limit(
        "inequality inside a place",
        "Food is shared evenly. In reality some households run out long before others.",
    ),
    Limit("deaths", "No figure here is a count of deaths, and none can be turned into one."),
)
