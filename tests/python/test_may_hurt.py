# SPDX-License-Identifier: Apache-2.0
"""What one would expect never to hurt and may all the same: docs/verification/monotone.md, its last examples.

Two towns with a stock each. The same draws are run with less and with more of a good thing; more helps on the whole,
and hurts in some replicates. Seeds are fixed and bits do not depend on the machine, so each example stands for good.
"""

from __future__ import annotations

from pathlib import Path

import aidway as aw
import numpy as np
import pytest

TINY = Path(__file__).resolve().parents[1] / "data" / "tiny"
ROADS = [{"open_road": {"road": road, "for": ["aid"]}, "obliges": ["crown", "league"]} for road in ("river", "hill")]
BY_NEED = {"needs_based": {}, "obliges": ["crown"]}
ASKED = {"permission": {"procedure": "two_step"}}


@pytest.fixture(scope="module")
def tiny() -> aw.Scenario:
    return aw.read_scenario(TINY)


def gains(less: aw.Scenario, more: aw.Scenario, arm: str) -> dict[str, np.ndarray]:
    """Return by replicate what more of it changes in rations, delivered and eaten, in both towns together."""
    found = []
    for scenario in (less, more):
        runs = aw.simulate(scenario, ["tried"], replicates=400, seed=401, per_point=1).dataset
        found.append(runs.sel(agreement="tried", arm=arm).sum("community"))
    before, after = found
    return {
        "delivered": (after["rations_delivered"] - before["rations_delivered"]).to_numpy(),
        "eaten": (before["unmet_rations"] - after["unmet_rations"]).to_numpy(),
    }


def is_better_on_the_whole_and_worse_in_some(gain: np.ndarray) -> bool:
    """Tell whether it is; a ration is more than rounding can make."""
    return bool((gain > 1).sum() > (gain < -1).sum() > 0)


def test_more_trucks_where_two_places_are_served_by_need_as_signed(tiny: aw.Scenario):
    less = tiny.with_agreement("tried", "status-quo", terms=[*ROADS, BY_NEED])
    more = less.replace("fleets/dock-lorries/trucks", "48").replace("fleets/dock-lorries/convoy_trucks", "24")
    for gain in gains(less, more, "as_signed").values():
        assert is_better_on_the_whole_and_worse_in_some(gain)


@pytest.mark.parametrize("part", ["0.15", "0"])
def test_letters_that_come_more_often_for_two_places(tiny: aw.Scenario, part: str):
    asked = tiny.with_agreement("tried", "status-quo", terms=[ASKED, *ROADS])
    less = asked.replace("permission/answers/part", part)
    more = less.replace("permission/letter/daily_chance", "0.4")
    for gain in gains(less, more, "as_kept").values():
        assert is_better_on_the_whole_and_worse_in_some(gain)


def test_a_guarantee_of_security_that_is_never_withheld(tiny: aw.Scenario):
    less = tiny.with_agreement("tried", "status-quo", terms=[ASKED, *ROADS])
    more = less.replace("permission/security_withheld", "0")
    assert is_better_on_the_whole_and_worse_in_some(gains(less, more, "as_signed")["eaten"])


def test_fewer_incidents(tiny: aw.Scenario):
    less = tiny.with_agreement("tried", "status-quo", terms=[*ROADS, BY_NEED])
    more = less.replace("violence/by/crown-guns/rate", "0.1 /d")
    for gain in gains(less, more, "as_kept").values():
        assert is_better_on_the_whole_and_worse_in_some(gain)
