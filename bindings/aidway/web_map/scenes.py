# SPDX-License-Identifier: Apache-2.0
"""What a map shows at each of its dates: who holds what, how gates stand, which ways there are, who is reached."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from .. import layers, publication
from ..enclaves import shown_alone
from ..instants import to_iso
from ..places import Gate, gates_under
from ..reaching import reach

if TYPE_CHECKING:
    import geopandas
    import pandas as pd
    from shapely.geometry.base import BaseGeometry

    from ..scenario import Scenario


@dataclass(frozen=True)
class Scene:
    """One date of the map."""

    at_s: int
    held: dict[str, BaseGeometry]
    """The ground of each party."""
    gates: list[Gate]
    reached: pd.DataFrame
    ways: list[tuple[str, bool, BaseGeometry]]
    """Place, whether it is the fastest way there, and the line, of every way that may be shown."""


def dates(scenario: Scenario, agreement: str, *, public: bool) -> list[int]:
    """Return the instants of a map: the first of the period, that of the agreement, and when ground or gates change.

    Gates stand as the agreement has them, every obligation kept.

    In public they are a week apart at least: what changes in between shows at the next one.
    """
    engine = scenario.engine
    first, last, effective = engine.period_from_s, engine.period_to_s, scenario.moment_s(agreement)
    wanted = sorted({first, *layers.changes(engine, first, last), *engine.gate_changes(agreement)})
    kept = [effective]
    week = publication.FINEST_STEP.total_seconds() if public else 1.0
    for at_s in wanted:
        if all(abs(at_s - other) >= week for other in kept):
            kept.append(at_s)
    return sorted(kept)


def scene(scenario: Scenario, agreement: str, at_s: int, *, public: bool) -> Scene:
    """Return what is seen at an instant, every obligation kept."""
    control = layers.control_at(scenario.engine, at_s)
    reached = reach(scenario, agreement, at=to_iso(at_s), public=public)
    return Scene(
        at_s=at_s,
        held=_by_party(control),
        gates=gates_under(scenario.engine, agreement, at_s),
        reached=reached,
        ways=_ways(scenario, agreement, at_s, public=public),
    )


def _by_party(control: geopandas.GeoDataFrame) -> dict[str, Any]:
    """Return the ground of each party; where areas overlap both are drawn, the later above."""
    shapes = {str(party): area.geometry.make_valid().union_all() for party, area in control.groupby("party", sort=True)}
    return {party: shape for party, shape in shapes.items() if not shape.is_empty}


def _ways(scenario: Scenario, agreement: str, at_s: int, *, public: bool) -> list[tuple[str, bool, Any]]:
    from shapely import LineString

    if public and not scenario.schematic:
        return []
    found: list[tuple[str, bool, Any]] = []
    for community in shown_alone(scenario, public=public):
        told = [way for way in scenario.engine.routes(agreement, community, at_s) if len(way["points"]) > 1]
        for place, way in enumerate(sorted(told, key=lambda way: (way["time_s"], way["fleet"]))):
            line = LineString(np.asarray(way["points"], dtype=np.float64))
            found.append((community, place == 0, publication.way(line, scenario.schematic) if public else line))
    return found
