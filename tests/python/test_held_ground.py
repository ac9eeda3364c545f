# SPDX-License-Identifier: Apache-2.0
"""What is needed and delivered on the ground of each party."""

from __future__ import annotations

from pathlib import Path

import aidway as aw
import numpy as np
import pytest


@pytest.fixture
def runs(tiny: Path) -> aw.Runs:
    return aw.simulate(aw.read_scenario(tiny), ["status-quo", "two-roads"], replicates=32, seed=7)


def test_over_parties_adds_up_to_all_where_all_ground_is_held(runs: aw.Runs) -> None:
    for held, all_of in (("rations_needed_held", "rations_needed"), ("rations_delivered_held", "rations_delivered")):
        np.testing.assert_allclose(runs.dataset[held].sum("party"), runs.dataset[all_of].sum("community"))


def test_is_that_of_the_party_that_holds_the_places(runs: aw.Runs) -> None:
    league, crown = (runs.dataset["delivered_share_held"].sel(party=party) for party in ("league", "crown"))
    assert float(league.sel(agreement="two-roads").mean()) > 0
    assert float(abs(crown).max()) == 0
    delivered, needed = (runs.dataset[f"rations_{what}_held"].sel(party="league") for what in ("delivered", "needed"))
    np.testing.assert_allclose(league, delivered / needed)


def test_stands_in_the_report(runs: aw.Runs, tmp_path: Path) -> None:
    page = runs.report(tmp_path / "report.html").read_text(encoding="utf-8")
    assert "Whose ground is served" in page
    assert "Delivered over needed on its ground" in page


def test_requests_are_told_with_the_room_that_they_take(tiny: Path) -> None:
    log = aw.replay(aw.read_scenario(tiny), "two-roads", seed=7, replicate=0, public=False)
    asked = log[log["kind"] == "requested"]
    assert set(asked["goods"]) == {"food", "medicine"}
    food = asked[asked["goods"] == "food"]
    np.testing.assert_allclose(food["volume_m3"], food["mass_kg"] / 200, atol=1e-3)
    assert log[log["kind"] != "requested"]["volume_m3"].isna().all()
