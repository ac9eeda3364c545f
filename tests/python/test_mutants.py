# SPDX-License-Identifier: Apache-2.0
"""Random mutants of valid scenarios: each is read as its text says, or refused with a place; none crashes or hangs.

A mutant that fails is looked at again by its seed: `python tests/python/mutants.py SEED`.
"""

from __future__ import annotations

import os
import re
import sys
import time
from datetime import datetime

import aidway as aw
import mutant_readers
import pytest
from mutants import BASES, copy_of, mutant, texts
from yaml_oracle import compose, differences, is_nothing, meaning, pairs

SHARDS, EACH = 20, 5000


def tell_all(seeds: range) -> tuple[int, int]:
    """Read the mutants of the seeds and return how many were valid and refused; fail with all that is wrong."""
    begin = time.monotonic()
    found = list(mutant_readers.verdicts(seeds))
    wrong = [verdict.text for verdict in found if verdict.wrong]
    valid = sum(verdict.valid for verdict in found)
    print(f"{len(found)} mutants, {valid} valid, {len(found) / (time.monotonic() - begin):.0f} a second")
    assert not wrong, "\n\n".join(wrong)
    assert [verdict.seed for verdict in found] == list(seeds)
    return valid, len(found) - valid


def test_mutants_are_read_as_their_texts_say_or_refused_with_a_place():
    valid, refused = tell_all(range(300))
    assert valid > 30  # else nothing would be shown of what is accepted
    assert refused > 150


@pytest.mark.full
@pytest.mark.parametrize("shard", range(SHARDS))
def test_a_hundred_thousand_mutants_are(shard):
    tell_all(range(shard * EACH, (shard + 1) * EACH))


@pytest.mark.parametrize("base", BASES)
def test_scenarios_are_read_as_their_texts_say(base, tmp_path):
    scenario = aw.read_scenario(copy_of(base, tmp_path / base))
    for file, text in texts(base).items():
        if file.endswith(".yaml"):
            assert list(differences(file, text, scenario)) == []


@pytest.mark.parametrize(
    ("file", "old", "new", "told"),
    [
        ("scenario.yaml", "trucks: 24", "trucks: 25", "value of 'fleets/dock-lorries/trucks'"),
        ("scenario.yaml", "crew: 10 h", "crow: 10 h", "'10 h' under 'movement/crow' is nowhere"),
        ("scenario.yaml", "  crew: 10 h\n", "", "'movement/crew' is not in the text"),
        ("scenario.yaml", "  crew: 10 h\n", "  crew: 10 h\n\n", "line of 'movement/wait_limit'"),
        ("scenario.yaml", "  cycle: 20 d\n", "  cycle: {value: 20 d, note: x}\n", "note of 'permission/cycle'"),
        (
            "scenario.yaml",
            "schematic: true\n  source: FABLE",
            "schematic: true\n  source: TABLES",
            "sources of 'network",
        ),
        ("scenario.yaml", "example.org/rations", "example.org/ration", "source 'TABLES', address"),
        ("agreements/two-roads.yaml", "deadline: 2 d", "deadline: 49 h", "the text says {'permission'"),
        ("agreements/two-roads.yaml", "on: true", "on: false", "the text says {'open_road'"),
        ("agreements/two-roads.yaml", "[aid, civilians]", "[civilians, aid]", "the text says {'open_road'"),
        ("agreements/two-roads.yaml", "T12:00", "T12:01", "the text says {'agreement'"),
    ],
)
def test_the_other_reader_tells_where_a_text_says_something_else(file, old, new, told):
    text = texts("tiny")[file]
    assert old in text
    found = list(differences(file, text.replace(old, new), aw.read_scenario(BASES["tiny"])))
    assert [line for line in found if told in line], found


def test_the_other_reader_takes_days_that_do_not_exist_for_words_and_nothing_for_nothing():
    assert meaning("2016-06-30T23:00") == datetime(2016, 6, 30, 23)
    assert meaning("2016-06-31") == ("2016-06-31",)
    assert meaning("2016-06-30T24:00") == ("2016-06-30T24:00",)
    assert [is_nothing(node) for _, node in pairs(compose("a:\nb: ~\nc: ''\nd: x\n"))] == [True, True, False, False]


def test_every_table_and_every_term_is_in_a_text_that_is_broken(aidway):
    keys = re.findall(r"^\| `(\w+)` \|", aidway("reference").out.partition("## scenario\n")[2].split("\n## ")[0], re.M)
    kinds = re.findall(r"^\| `(\w+)` \| .* \| one of these \|", aidway("reference").out.partition("## term\n")[2], re.M)
    said = "\n".join(texts("everything").values())
    assert {key for key in keys if not re.search(rf"^{key}:", said, re.M)} <= {"gate_layers"}
    assert {kind for kind in kinds if not re.search(rf"\b{kind}:", said)} == set()


def test_a_mutant_follows_from_its_seed_alone():
    some = [mutant(seed) for seed in range(50)]
    assert some == [mutant(seed) for seed in range(50)]
    assert len({(each.file, each.text) for each in some}) > 40
    changed = next(each for each in some if each.text != each.original)
    assert f"mutant {changed.seed}" in changed.diff


class Misled(mutant_readers.Reader):
    """A reader that crashes at one seed, hangs at another, and finds fault with a third."""

    def read(self, seed: int) -> mutant_readers.Verdict:
        if seed == 3:
            os.abort()
        if seed == 5:
            time.sleep(60)
        return mutant_readers.Verdict(seed, True, ("no",) if seed == 7 else ())


def serve_misled(seeds, pipe):
    mutant_readers.Reader = Misled
    mutant_readers.serve(seeds, pipe)


@pytest.mark.skipif(sys.platform == "win32", reason="a crash ends otherwise")
def test_a_crash_and_a_hang_are_told_with_their_seeds_and_the_others_are_read(monkeypatch):
    monkeypatch.setattr(mutant_readers, "HANG_S", 8.0)
    found = list(mutant_readers.verdicts(range(9), serve_misled))
    assert [verdict.seed for verdict in found] == list(range(9))
    assert {verdict.seed: verdict.wrong for verdict in found if verdict.wrong} == {
        3: ("the process ended with -6",),
        5: ("not read within 8 s",),
        7: ("no",),
    }
    assert "mutant 7" in found[7].text
