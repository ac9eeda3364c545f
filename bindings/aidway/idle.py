# SPDX-License-Identifier: Apache-2.0
"""Values that a scenario states and nothing in it ever asks for: they move nothing, whatever they are."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

ANSWER_MODEL = "permission/answer_model"
DEFAULT = "independent"
STATES = ("closed", "restricted", "open")
# What deciders say: by their climate in one model of answers, by the permission process itself in the others.
BY_CLIMATE = re.compile(
    rf"climate/(?:{'|'.join(STATES)})/(?:answers/(?:full|part|silent)|letter_daily_chance|security_withheld)"
)
TIER = re.compile(r"food/informal_by_tier/tier_(?P<tier>.+)")
TIER_OF = re.compile(r"(?P<enclave>enclaves/[^/]+)/siege_tier")
BY_ITSELF = re.compile(r"permission/(?:answers/(?:full|part|silent)|letter/daily_chance|security_withheld)")


def model_of(values: Mapping[str, str]) -> str:
    """Return the model of answers, from the values of a scenario by path."""
    return values.get(ANSWER_MODEL, DEFAULT)


def idle(values: Mapping[str, str]) -> frozenset[str]:
    """Return the paths, of these values, that no agreement and no draw can bring into play.

    Notes
    -----
    Under `climate` the chances of the permission process are idle; otherwise those of the climate are. Its moves then
    count by the factor on violence alone: they too are idle where there is no violence, or one factor for all states.
    What comes in informally by a siege tier is idle where no enclave is of that tier and goes by it.
    """
    return frozenset([*_of_deciders(values), *_of_tiers(values)])


def written(provenance: Mapping[str, Any]) -> dict[str, str]:
    """Return by path what runs were made with: values as written, and what was put in the place of any, or beside."""
    told = (*provenance["values"], *provenance.get("changes", ()))
    return {str(entry["path"]): str(entry["value"]) for entry in told}


def _of_deciders(values: Mapping[str, str]) -> list[str]:
    if model_of(values) == "climate":
        return [path for path in values if BY_ITSELF.fullmatch(path)]
    climate = [path for path in values if path.startswith("climate/")]
    return [path for path in climate if BY_CLIMATE.fullmatch(path)] if _moves_violence(values) else climate


def _of_tiers(values: Mapping[str, str]) -> list[str]:
    """Return the tiers of no enclave; a share of its own comes before its tier, and a drawn tier may be any."""
    found = ((TIER_OF.fullmatch(path), tier) for path, tier in values.items())
    there = {tier for enclave, tier in found if enclave and f"{enclave['enclave']}/informal" not in values}
    tiers = ((path, TIER.fullmatch(path)) for path in values)
    if any(tier.startswith("{") for tier in there):
        return []
    return [path for path, told in tiers if told and told["tier"] not in there]


def _moves_violence(values: Mapping[str, str]) -> bool:
    if not any(path.startswith("violence/") for path in values):
        return False
    factors = [values.get(f"climate/{state}/violence", "1") for state in STATES]
    if any(factor.startswith("{") for factor in factors):
        return True
    return len({float(factor) for factor in factors}) > 1
