# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import pytest
from aidway import wording


@pytest.mark.parametrize(
    ("law", "words"),
    [("{uniform: [0.05, 0.25]}", "5 to 25 %"), ("{uniform: [30 d, 60 d]}", "30 d to 60 d"), ("0.1", "10 %"),
     ("{pert: [0.1, 0.2, 0.4]}", "10 to 40 %, most likely 20 %"), ("{beta: [2, 5]}", "{beta: [2, 5]}"), ("7 d", "7 d")],
)  # fmt: skip
def test_laws_in_words(law, words):
    assert wording.law(law).replace("\u00a0", " ") == words


@pytest.mark.parametrize(
    ("person_days", "words"),
    [(0.0, "nobody displaced"), (0.4, "nobody displaced"), (5_120_000, "5.1 million person-days displaced")],
)
def test_displaced_in_words(person_days, words):
    assert wording.displaced(person_days).replace("\u00a0", " ") == words


@pytest.mark.parametrize(
    ("share", "words"),
    [(0.0, "almost nothing"), (0.03, "about 3 in 100"), (0.074, "about 7 in 100"), (0.65, "about 7 in 10"),
     (0.94, "about 94 in 100"), (1.0, "nearly all")],
)  # fmt: skip
def test_shares_in_words(share, words):
    assert wording.about(share) == words


@pytest.mark.parametrize(
    ("value", "words"),
    [(0.2, "0"), (482.4, "482"), (1234, "1,230"), (760_812, "761,000"), (999_499, "999,000"), (999_600, "1 million"),
     (29_712_345, "29.7 million"), (-4_100_000, "−4.1 million")],
)  # fmt: skip
def test_counts_in_words(value, words):
    assert wording.count(value).replace("\u00a0", " ") == words


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        ("19 %", "42 %", "19 to 42 %"),
        ("761,000", "1.2 million", "761,000 to 1.2 million"),
        ("−4 %", "3 %", "−4 to 3 %"),
        ("under 1 %", "3 %", "under 1 % to 3 %"),
        ("0", "12", "0 to 12"),
        ("7 days", "7 days", "mostly 7 days"),
    ],
)
def test_ranges_name_a_shared_unit_once(low, high, words):
    def solid(text):
        head, space, unit = text.rpartition(" ")
        return f"{head}\u00a0{unit}" if space else text

    assert wording.spread(solid(low), solid(high)).replace("\u00a0", " ") == words


@pytest.mark.parametrize(
    ("p_better", "p_tie", "direction", "adverb"),
    [(0.995, 0.0, "better", "almost certainly"), (0.92, 0.0, "better", "very likely"), (0.7, 0.1, "better", "likely"),
     (0.1, 0.0, "worse", "very likely"), (0.05, 0.9, "same", "very likely"), (0.5, 0.1, "open", "likely")],
)  # fmt: skip
def test_verdicts(p_better, p_tie, direction, adverb):
    verdict = wording.verdict(p_better, p_tie)
    assert (verdict.direction, verdict.adverb) == (direction, adverb)
