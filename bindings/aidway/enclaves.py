# SPDX-License-Identifier: Apache-2.0
"""Which communities stand together as an enclave, and which of them nothing public tells of on their own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

import numpy as np

from . import publication
from .results import place_label

if TYPE_CHECKING:
    from .scenario import Scenario


def members_of(values: Iterable[Mapping[str, Any]]) -> dict[str, list[str]]:
    """Return the members of each enclave, from the values of a scenario."""
    found: dict[str, list[str]] = {}
    for value in values:
        parts = str(value["path"]).split("/")
        if len(parts) == 4 and parts[0] == "enclaves" and parts[2] == "members":
            found.setdefault(parts[1], []).append(str(value["value"]))
    return found


def groups(people: Mapping[str, float], enclaves: Mapping[str, list[str]]) -> dict[str, list[str]]:
    """Return what is shown in public, in the order of the communities: an enclave where one of its members is small."""
    joined = {
        member: enclave
        for enclave, members in enclaves.items()
        if len(members) > 1 and any(publication.is_small(people[member]) for member in members)
        for member in members
    }
    found: dict[str, list[str]] = {}
    for community in people:
        found.setdefault(joined.get(community, community), []).append(community)
    return found


def about_place(name: str, members: list[str], told: Mapping[str, Mapping[str, Any]]) -> Mapping[str, Any]:
    """Return title, middle and people of a place that is shown; an enclave's middle to 0.1 degree."""
    if members == [name]:
        return told[name]
    people = [float(told[member]["population"]) for member in members]
    middle = {
        axis: float(np.average([told[member][axis] for member in members], weights=people)) for axis in ("lon", "lat")
    }
    lon, lat = publication.coarsen([middle["lon"], middle["lat"]]).tolist()
    return {
        "title": f"{place_label(name)} ({len(members)} places)", "lon": lon, "lat": lat, "population": sum(people),
        "pcode": "",
    }  # fmt: skip


def shown_alone(scenario: Scenario, *, public: bool) -> list[str]:
    """Return the communities of which may be told by themselves: in public neither small ones nor their enclaves."""
    people = {name: float(scenario.community(name)["population"]) for name in scenario.communities}
    if not public:
        return list(people)
    together = groups(people, scenario.enclaves)
    return [name for name in people if name in together and not publication.is_small(people[name])]
