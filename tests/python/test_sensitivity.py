# SPDX-License-Identifier: Apache-2.0
"""Results of known dependence: a tornado must find what was put in."""

from __future__ import annotations

import aidway as aw
import numpy as np
import pytest
from aidway import _engine, plotting
from aidway.report.swings import what_would_flip
from aidway.swings import value_label
from synthetic_runs import synthetic_runs

PATHS = [
    "communities/eastern-aleppo/population",
    "enclaves/eastern-aleppo/opening_stock",
    "enclaves/eastern-aleppo/informal",
]
POINTS, PER_POINT = 60, 16


@pytest.fixture
def made(tmp_path):
    """Return runs whose coverage under `both-roads` leads by `base + slope (u - 1/2)`, u the place of `informal`."""

    def make(base: float, slope: float):
        runs = synthetic_runs("tie", tmp_path, replicates=POINTS * PER_POINT)
        shares = _engine.parameter_shares(PATHS, 2016, POINTS)[:, PATHS.index("enclaves/eastern-aleppo/informal")]
        lead = np.repeat(base + slope * (shares - 0.5), PER_POINT)
        dataset = runs.dataset.copy(deep=True)
        without = dataset["coverage"].sel(agreement="status-quo", arm="as_kept", community="eastern-aleppo")
        dataset["coverage"].loc[{"agreement": "both-roads", "arm": "as_kept", "community": "eastern-aleppo"}] = (
            without.to_numpy() + lead
        )
        return aw.Runs(dataset, runs.provenance, runs.scenario)

    return make


def test_swing_and_share_are_those_that_were_put_in(made):
    table = made(0.3, 0.12).tornado("both-roads", to="status-quo", community="eastern-aleppo")
    first = table.iloc[0]
    assert first["path"] == "enclaves/eastern-aleppo/informal"
    # Thirds of an evenly laid (0, 1) have their means at 1/6 and 5/6.
    assert first["low"] == pytest.approx(0.3 - 0.12 / 3, abs=0.002)
    assert first["high"] == pytest.approx(0.3 + 0.12 / 3, abs=0.002)
    assert first["swing"] == pytest.approx(first["high"] - first["low"])
    assert first["variance_share"] > 0.95
    assert set(table["verdict"]) == {"holds"}
    assert (table["variance_share"].iloc[1:] < 0.35).all()


def test_a_value_that_turns_the_answer_round_is_told(made):
    runs = made(0.01, 0.2)
    table = runs.tornado("both-roads", to="status-quo", community="eastern-aleppo").set_index("path")
    assert table.loc["enclaves/eastern-aleppo/informal", "verdict"] == "turns round"
    assert (
        table.loc["enclaves/eastern-aleppo/informal", "low"] < 0 < table.loc["enclaves/eastern-aleppo/informal", "high"]
    )


def test_what_moves_nothing_swings_by_nothing(made):
    table = made(0.3, 0.0).tornado("both-roads", to="status-quo", community="eastern-aleppo")
    assert table["swing"].abs().max() < 1e-12
    assert (table["variance_share"] == 0).all()


def test_an_outcome_by_itself_has_no_verdict(made):
    table = made(0.3, 0.1).tornado("both-roads", community="eastern-aleppo")
    assert set(table["verdict"]) == {""}


def test_too_few_points_say_nothing(tmp_path):
    runs = synthetic_runs("clear", tmp_path, replicates=11 * PER_POINT)
    assert runs.tornado("both-roads", to="status-quo").empty
    with pytest.raises(ValueError, match="fewer than 12 parameter points"):
        plotting.tornado(runs, "both-roads", to="status-quo")


def test_a_picture_of_nothing_but_chance_says_so(made):
    picture = plotting.tornado(made(0.3, 0.0), "both-roads", to="status-quo", community="eastern-aleppo")
    said = [text.get_text() for text in picture.axes[0].texts]
    assert len(said) == 1
    assert said[0].startswith("None of the 3 varied values moves this by more than chance does.")
    assert len(picture.axes[0].lines) == 0


def test_a_picture_of_what_stands_out_has_bars(made):
    picture = plotting.tornado(made(0.3, 0.12), "both-roads", to="status-quo", community="eastern-aleppo")
    assert len(picture.axes[0].lines) > 0
    assert not any("than chance" in text.get_text() for text in picture.axes[0].texts)


def test_names_are_checked_with_the_nearest(made):
    runs = made(0.3, 0.1)
    with pytest.raises(aw.UnknownNameError, match="both-roads"):
        runs.tornado("both-road", to="status-quo")
    with pytest.raises(ValueError, match="has parts"):
        runs.tornado("both-roads", outcome="reasons")


def test_shares_are_those_of_the_runs_and_of_no_others():
    shares = _engine.parameter_shares(PATHS, 2016, 64)
    assert shares.shape == (64, 3)
    assert ((shares > 0) & (shares < 1)).all()
    # Every sixteenth of (0, 1) holds as many of the first 64 points of a Sobol sequence.
    for column in shares.T:
        assert (np.bincount((column * 16).astype(int), minlength=16) == 4).all()
    assert (shares == _engine.parameter_shares(PATHS, 2016, 128)[:64]).all()
    assert (shares != _engine.parameter_shares(PATHS, 2017, 64)).any()


def test_labels_say_first_what_a_value_is():
    assert value_label("enclaves/eastern-aleppo/informal") == "informal supply (Eastern Aleppo)"
    assert value_label("violence/by/gov-shelling/while_kept") == "while kept (violence, gov shelling)"
    assert value_label("aidway") == "aidway"


def test_the_page_says_in_words_what_would_flip_it(made):
    from aidway.report.cells import Cells
    from aidway.report.facts import read_facts

    for base, slope, said in ((0.3, 0.1, "no varied value turns the answer round"), (0.01, 0.2, "turns round with")):
        runs = made(base, slope)
        facts, cells = read_facts(runs), Cells(runs)
        flip = what_would_flip(runs, facts, cells, "eastern-aleppo")
        assert flip is not None
        assert said in flip.sentence
        assert "assumed value is single" in flip.beside or "assumed values are single" in flip.beside
        assert "informal" in flip.sentence
