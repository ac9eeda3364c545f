# SPDX-License-Identifier: Apache-2.0
"""What is said to move a result does, and what does not is seldom said to."""

from __future__ import annotations

import numpy as np
import pytest
from aidway import _engine
from aidway.screening import ERROR_RATE, adjusted, screened
from swung_runs import MOVING, SLOPES, VALUES, swung_runs

POINTS = 128


@pytest.fixture(scope="module")
def shares() -> np.ndarray:
    return _engine.parameter_shares(VALUES, 2016, POINTS)


def noise(seed: int) -> np.ndarray:
    return np.random.default_rng(seed).normal(size=POINTS)


def test_where_nothing_moves_the_result_one_study_in_twenty_names_a_value(shares):
    named = sum(bool(screened(noise(seed), shares)) for seed in range(200))
    # Of 200 studies at a chance of 0.05 more than 20 have one in a thousand.
    assert ERROR_RATE == 0.05
    assert named <= 20


def test_a_strong_value_is_found_among_many_and_its_slope_is_told(shares):
    for seed in range(20):
        results = 3.0 - 2.0 * shares[:, 50] + 0.3 * noise(seed)
        found = screened(results, shares)
        assert found[0] == 50
        own = adjusted(results, shares, found)[:, 50]
        slope = np.polyfit(shares[:, 50], own, 1)[0]
        assert slope == pytest.approx(-2.0, abs=4 * 0.3 / np.sqrt(POINTS / 12))


def test_beside_strong_values_hardly_any_other_is_named(shares):
    false = 0
    for seed in range(60):
        results = shares[:, 7] - 0.8 * shares[:, 50] + 0.6 * (shares[:, 99] > 0.6) + 0.2 * noise(seed)
        found = screened(results, shares)
        assert {7, 50, 99} <= set(found)
        false += len(set(found) - {7, 50, 99})
    assert false <= 10  # 60 studies at 0.05 have more with a chance of one in two thousand


def test_a_value_that_bends_the_result_does_not_lend_its_bend_to_others(shares):
    for seed in range(20):
        found = screened(np.exp(4 * shares[:, 11]) + 0.5 * noise(seed), shares)
        assert found[0] == 11
        assert len(found) <= 2


def test_what_is_the_same_everywhere_names_nothing(shares):
    assert screened(np.full(POINTS, 0.3), shares) == []


def test_the_tornado_names_those_that_were_put_in_with_sign_and_size(tmp_path):
    table = swung_runs(tmp_path).tornado("both-roads", to="status-quo", community="eastern-aleppo")
    out = table[table["stands_out"]].set_index("path")
    assert set(MOVING) <= set(out.index)
    assert len(out) <= len(MOVING) + 1
    for path, slope in zip(MOVING, SLOPES, strict=True):
        # The thirds have their means at 1/6 and 5/6.
        assert out.loc[path, "swing"] == pytest.approx(2 / 3 * slope, abs=0.02)
    assert table["stands_out"].is_monotonic_decreasing


def test_the_tornado_of_chance_alone_names_nothing(tmp_path):
    table = swung_runs(tmp_path, slopes=0.0 * SLOPES).tornado("both-roads", to="status-quo")
    assert not table["stands_out"].any()
    assert len(table) == len(VALUES)
