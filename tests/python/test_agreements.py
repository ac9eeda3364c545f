# SPDX-License-Identifier: Apache-2.0
"""Agreements in Python: what their terms say, and how a planner changes one and compares again."""

import json
import shlex

import aidway as aw
import pytest


@pytest.fixture
def scenario(tiny):
    return aw.read_scenario(tiny)


def names(scenario, agreement):
    return [term.name for term in scenario.agreement(agreement).terms]


def diagnostics(error):
    return [fault.text for fault in error.value.diagnostics]


def test_an_agreement_has_its_terms_with_their_fields(scenario):
    agreement = scenario.agreement("two-roads")
    assert [term.name for term in agreement.terms] == ["open_road/river", "the-pass", "permission/notification_only"]
    river = agreement.term("open_road/river")
    assert river.kind == "open_road"
    assert river.on
    assert river.fields == {"road": "river", "for": "[aid, civilians]", "hours": "06:00-18:00"}
    assert river.obliges == ("The Crown", "The River League")
    assert river.sentence.startswith("River Road is open to aid convoys and civilians")
    assert agreement.term("permission/notification_only").fields["deadline"] == "2 d"
    assert agreement.effective_from.isoformat() == "2016-06-15T12:00:00+03:00"
    assert "- open_road:" in agreement.text
    assert "open_road/river" in repr(agreement)
    assert "River Road is open" in agreement._repr_html_()


def test_a_name_that_is_none_is_told_with_the_nearest(scenario):
    with pytest.raises(aw.UnknownNameError, match="did you mean 'two-roads'"):
        scenario.agreement("two-road")
    with pytest.raises(aw.UnknownNameError, match="did you mean 'the-pass'"):
        scenario.agreement("two-roads").term("the-pas")


def test_a_term_is_switched_off_by_name(scenario):
    less = scenario.with_agreement("less", "two-roads", without=["the-pass"])
    assert less.agreements == (*scenario.agreements, "less")
    assert "less" not in scenario.agreements
    agreement = less.agreement("less")
    assert [term.on for term in agreement.terms] == [True, False, True]
    assert agreement.extends == "two-roads"
    assert agreement.title == "River Road and Hill Road open, notice given, changed"
    assert agreement.effective_from == scenario.agreement("two-roads").effective_from
    assert agreement.term("the-pass").written_in == "two-roads"
    assert list(less.terms("less")["name"]) == ["open_road/river", "permission/notification_only"]
    assert "Switched off: it has no effect." in less.describe("less")


def test_one_key_of_a_term_is_replaced(scenario):
    changed = scenario.with_agreement(
        "shorter",
        "two-roads",
        replace={
            "open_road/river/hours": "08:00-16:00",
            "open_road/river/for": ["aid"],
            "open_road/river/trucks_per_day": 40,
            "the-pass/for": "[aid, goods]",
            "the-pass/renewal": "48 h",
        },
    )
    river = changed.agreement("shorter").term("open_road/river")
    assert river.fields == {"road": "river", "for": "[aid]", "hours": "08:00-16:00", "trucks_per_day": "40"}
    assert river.written_in == "shorter"
    assert changed.agreement("shorter").term("the-pass").timing == "It lapses unless it is renewed every 2 days."
    values = changed.values().set_index("path")
    stated = values.loc["agreements/shorter/open_road/river/hours"]
    assert (stated["value"], stated["confidence"], stated["stated"]) == ("08:00-16:00", "assumed", False)
    assert stated["note"] == "changed from 06:00-18:00 in two-roads"


def test_a_term_is_added_as_a_file_would_say_it(scenario):
    term = {
        "checkpoint": {"gates": ["bridge"], "by": "crown", "inspection": "5 min"},
        "cite": "a letter",
        "after": "1 d",
    }
    more = scenario.with_agreement("more", "one-road", terms=[term], title="With an inspection")
    agreement = more.agreement("more")
    assert agreement.title == "With an inspection"
    assert [term.name for term in agreement.terms] == ["open_road/river", "checkpoint/bridge"]
    added = agreement.term("checkpoint/bridge")
    assert added.fields == {"gates": "[bridge]", "by": "crown", "inspection": "5 min", "seals_honoured": "false"}
    assert (added.obliges, added.cite) == (("The Crown",), "a letter")


def test_an_agreement_may_start_from_nothing(scenario):
    new = scenario.with_agreement(
        "new", effective_from="2016-06-20", terms=[{"open_road": {"road": "hill", "for": ["aid"]}}]
    )
    assert names(new, "new") == ["open_road/hill"]
    with pytest.raises(aw.ScenarioError, match="missing key 'effective_from'"):
        scenario.with_agreement("new", terms=[{"open_road": {"road": "hill", "for": ["aid"]}}])


def test_one_may_be_built_on_another_that_was_added(scenario):
    first = scenario.with_agreement("first", "two-roads", without="the-pass")
    second = first.with_agreement("second", "first", terms=[{"open_road": {"road": "hill", "for": ["goods"]}}])
    assert names(second, "second") == [*names(scenario, "two-roads"), "open_road/hill"]
    assert not second.agreement("second").term("the-pass").on


def test_every_fault_is_told_with_the_term_it_is_in(scenario):
    with pytest.raises(aw.ScenarioError) as error:
        scenario.with_agreement(
            "wrong",
            "two-roads",
            without=["the-past"],
            replace={"open_road/river/hourz": "08:00-16:00", "open_rode/river/hours": "08:00-16:00"},
            terms=[{"checkpont": {"gates": ["bridge"]}}, {"open_road": {"road": "hill", "for": "aid", "hours": 6}}],
        )
    far = "; did you mean 'open_road/river'?"
    assert diagnostics(error) == [
        "agreements/wrong, term 1: unknown key 'checkpont'; did you mean 'checkpoint'?",
        "agreements/wrong, term 2: '6' is not daily opening hours within one day, e.g. '06:00-18:00'",
        "agreements/wrong, term 2: expected a list: write [aid]",
        "open_road/river/hourz: no 'hourz' in the path 'open_road/hourz'; did you mean 'hours'?",
        f"open_rode/river/hours: expected the name of a term, then '/' and one of its keys{far}",
    ]
    with pytest.raises(aw.ScenarioError) as error:
        scenario.with_agreement("wrong", "two-roads", without=["the-past"])
    assert diagnostics(error) == [
        "agreements/wrong: no term 'the-past' to switch off; did you mean 'the-pass'?",
    ]


@pytest.mark.parametrize(
    ("request_", "said"),
    [
        ({"base": "one-road", "terms": [{"open_road": {"road": "river", "for": ["aid"]}}]},
         "the first comes from 'one-road'"),
        ({"base": "one-road", "terms": [{"open_road": {"road": "hull", "for": ["aid"]}}]}, "did you mean 'hill'"),
        ({"base": "one-road", "replace": {"open_road/river/hours": "late"}}, "'late' is not daily opening hours"),
        ({"base": "one-road", "effective_from": "2017-01-01"}, "outside the period of the scenario"),
        ({"base": "one-road", "terms": [{"checkpoint": {"gates": ["bridge"], "turn_back": {"uniform": [0, 1]}}}]},
         "a law cannot stand here: an agreement says one thing"),
        ({"base": "one-road", "terms": [{"open_road": {"road": "hill", "for": ["aid"]}, "source": "NOBODY"}]},
         "no source 'NOBODY'"),
        ({"name": "one-road", "base": "two-roads"}, "the scenario has an agreement of that name"),
    ],
)  # fmt: skip
def test_refuses_what_does_not_fit(scenario, request_, said):
    with pytest.raises(aw.ScenarioError, match=said):
        scenario.with_agreement(**{"name": "wrong", **request_})


def test_refuses_what_cannot_be_meant(scenario):
    with pytest.raises(aw.UnknownNameError, match="did you mean 'one-road'"):
        scenario.with_agreement("wrong", "one-rood")
    with pytest.raises(aw.RequestError, match="cannot name an agreement"):
        scenario.with_agreement("a, b", "one-road")
    with pytest.raises(TypeError, match="made of dicts, lists, texts and numbers"):
        scenario.with_agreement("wrong", "one-road", replace={"open_road/river/hours": object()})


def test_a_term_is_changed_and_compared_again(scenario, tmp_path):
    less = scenario.with_agreement("less", "two-roads", without=["the-pass"])
    runs = aw.simulate(less, ["two-roads", "less"], replicates=32, seed=4)
    assert set(runs.compare("less", to="two-roads")["arm"]) == {"as_signed", "as_kept"}
    text = runs.provenance["agreements"][1]["text"]
    assert "on: false" in text
    assert runs.provenance["agreements"][1]["switched_off"] == ["the-pass"]
    assert runs.report(tmp_path / "report.html").exists()


def test_saved_runs_find_the_added_agreement_again(scenario, tmp_path):
    less = scenario.with_agreement("less", "two-roads", replace={"the-pass/for": ["aid", "goods"]})
    out = aw.simulate(less, ["two-roads", "less"], replicates=4, seed=4).save(tmp_path / "out")
    again = aw.open_runs(out).scenario
    assert again.added == less.added
    assert again.agreement("less") == less.agreement("less")
    assert again.values().equals(less.values())


def test_saved_runs_refuse_another_base(scenario, tiny, tmp_path):
    less = scenario.with_agreement("less", "two-roads", without=["the-pass"])
    out = aw.simulate(less, ["less"], replicates=4, seed=4).save(tmp_path / "out")
    file = tiny / "agreements" / "two-roads.yaml"
    file.write_text(file.read_text().replace("name: the-pass", "name: the-ridge"))
    with pytest.raises(aw.ScenarioChangedError, match="has changed since the runs were made"):
        _ = aw.open_runs(out).scenario


def test_the_command_in_the_provenance_makes_the_same_runs(scenario, tmp_path, aidway):
    less = scenario.with_agreement("less", "two-roads", without=["the-pass"]).replace("movement/crew", "9 h")
    runs = aw.simulate(less, ["two-roads", "less"], replicates=4, seed=4)
    words = shlex.split(runs.provenance["command"])
    called = aidway(*words[1:], "--output", tmp_path / "out")
    assert called.code == 0, called.err
    again = aw.open_runs(tmp_path / "out")
    assert again.provenance["model"] == runs.provenance["model"]
    assert again.dataset.equals(runs.dataset)


def test_the_command_line_refuses_an_agreement_that_is_none(tiny, tmp_path, aidway):
    words = ("run", tiny, "--replicates", 1, "--output", tmp_path / "out", "--with-agreement")
    assert aidway(*words, "{").err.startswith("aidway: --with-agreement wants JSON")
    assert 'a JSON object with a "name"' in aidway(*words, "[]").err
    assert "did you mean 'without'" in aidway(*words, json.dumps({"name": "x", "withut": []})).err
    assert not (tmp_path / "out").exists()


def test_describe_takes_the_agreement_as_a_word(tiny, aidway):
    by_word, by_option = aidway("describe", tiny, "two-roads"), aidway("describe", tiny, "--agreement", "two-roads")
    assert by_word.out == by_option.out
    assert "1. River Road is open" in by_word.out
