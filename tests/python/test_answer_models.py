# SPDX-License-Identifier: Apache-2.0
"""Rival models of answers, held against each other on the same chances."""

import aidway as aw
import pandas as pd
import pytest

REPLICATES = 24


@pytest.fixture
def scenario(tiny):
    return aw.read_scenario(tiny)


@pytest.fixture
def compared(scenario):
    return aw.compare_answer_models(scenario, ["status-quo"], replicates=REPLICATES, seed=5, threads=1)


def test_all_models_that_the_scenario_can_run_are_compared(compared):
    assert list(dict.fromkeys(compared["answer_model"])) == ["independent", "common_shock", "climate"]
    rows = compared.groupby("answer_model").size()
    assert len(set(rows)) == 1


def test_the_first_model_differs_from_itself_in_nothing(compared):
    first = compared[compared["answer_model"] == "independent"]
    assert (first["difference"] == 0).all()
    assert (first["p_tie"] == 1).all()
    others = compared[compared["answer_model"] != "independent"]
    assert (others["difference"] != 0).any()


def test_differences_are_those_of_the_means(compared):
    keys = ["agreement", "outcome", "arm", "community", "part"]
    wide = compared.pivot_table(index=keys, columns="answer_model", values=["mean", "difference"], sort=False)
    for model in ("common_shock", "climate"):
        apart = wide["mean"][model] - wide["mean"]["independent"]
        assert wide["difference"][model].to_numpy() == pytest.approx(apart.to_numpy(), rel=1e-9, abs=1e-6)


def test_each_model_gives_what_a_run_under_it_gives(scenario, compared):
    alone = aw.simulate(
        scenario.replace("permission/answer_model", "common_shock"), ["status-quo"], REPLICATES, 5, threads=1
    ).summary()
    of_model = compared[compared["answer_model"] == "common_shock"].reset_index(drop=True)
    pd.testing.assert_frame_equal(of_model[alone.columns], alone)


def test_one_by_one_the_answers_are_as_likely_under_a_common_shock(scenario):
    scenario = scenario.replace("permission/letter/daily_chance", "1")
    found = aw.compare_answer_models(
        scenario, ["status-quo"], answer_models=["independent", "common_shock"], replicates=1500, seed=9
    )
    requests = found[(found["outcome"] == "funnel") & (found["part"] == "answered requests")]
    # The same chances one by one: within 4.5 standard errors, one false alarm in 30,000 seeds for the eight rows.
    for row in requests.itertuples():
        if row.answer_model == "common_shock":
            assert abs(row.difference) < 4.5 * 2 * row.standard_error + 1e-12


@pytest.mark.parametrize(
    ("models", "fault"),
    [
        ([], "no answer model is asked for"),
        (["independent", "independent"], "answer model 'independent' is asked for twice"),
        (["common-shock"], "did you mean 'common_shock'"),
    ],
)
def test_what_is_no_list_of_models_is_refused(scenario, models, fault):
    with pytest.raises(aw.RequestError, match=fault):
        aw.compare_answer_models(scenario, answer_models=models, replicates=1)


def test_answers_by_a_climate_that_is_not_there_are_refused(tiny):
    text = (tiny / "scenario.yaml").read_text()
    begin, end = text.index("climate:\n"), text.index("violence:\n")
    (tiny / "scenario.yaml").write_text(text[:begin] + text[end:])
    scenario = aw.read_scenario(tiny)
    with pytest.raises(aw.RequestError, match="need the table 'climate'"):
        aw.compare_answer_models(scenario, answer_models=["climate"], replicates=1)
    found = aw.compare_answer_models(scenario, ["status-quo"], replicates=2)
    assert set(found["answer_model"]) == {"independent", "common_shock"}


def test_the_command_prints_models_side_by_side(tiny, aidway):
    words = ["answers", tiny, "--agreements", "status-quo", "--replicates", 10, "--outcome", "rations_delivered"]
    called = aidway(*words, "--answer-models", "common_shock,independent", "--arm", "as_kept")
    assert called.code == 0
    lines = called.out.splitlines()
    assert lines[0].split()[:2] == ["answer_model", "agreement"]
    assert [line.split()[0] for line in lines[1:]] == ["common_shock"] * 2 + ["independent"] * 2
    as_csv = aidway(*words, "--format", "csv")
    assert as_csv.out.startswith("answer_model,agreement,outcome,arm,community,part,mean")
    assert aidway(*words, "--answer-models", "coin").code == 2
