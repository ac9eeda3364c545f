# SPDX-License-Identifier: Apache-2.0
"""Runs kept in a folder: the same bits back, whole or not at all, and nothing of others touched."""

import json

import aidway as aw
import pandas as pd
import pytest


def left_in(folder):
    return sorted(entry.name for entry in folder.iterdir())


def test_what_was_saved_is_read_back_bit_for_bit(small_runs, tmp_path):
    small_runs.save(tmp_path / "out")
    found = aw.open_runs(tmp_path / "out").dataset
    wanted = small_runs.dataset
    assert found.identical(wanted)
    assert list(found.data_vars) == list(wanted.data_vars)
    for name in [*wanted.data_vars, "week", "replicate", "weekly_coverage_bin"]:
        assert found[name].dtype == wanted[name].dtype
        assert found[name].to_numpy().tobytes() == wanted[name].to_numpy().tobytes()


def test_a_folder_of_runs_holds_four_things(small_runs, tmp_path):
    small_runs.save(tmp_path / "deep" / "out")
    assert left_in(tmp_path / "deep" / "out") == ["outcomes.csv", "provenance.json", "runs.zarr", "summary.csv"]
    assert left_in(tmp_path / "deep") == ["out"]


def test_what_each_outcome_means_lies_beside_the_numbers(small_runs, tmp_path):
    out = small_runs.save(tmp_path / "out")
    found = pd.read_csv(out / "outcomes.csv", keep_default_na=False)
    assert found.equals(small_runs.definitions())
    assert set(pd.read_csv(out / "summary.csv")["outcome"]) <= set(found["name"])
    assert aw.open_runs(out).definitions().equals(found)


def test_runs_kept_without_that_table_are_opened_all_the_same(small_runs, tmp_path):
    out = small_runs.save(tmp_path / "out")
    (out / "outcomes.csv").unlink()
    assert aw.open_runs(out).dataset.identical(small_runs.dataset)


def test_the_same_runs_give_the_same_files(small_runs, tmp_path):
    files = []
    for name in ("first", "second"):
        folder = small_runs.save(tmp_path / name)
        paths = sorted(path for path in folder.rglob("*") if path.is_file())
        files.append({str(path.relative_to(folder)): path.read_bytes() for path in paths})
    assert files[0] == files[1]


def test_earlier_runs_and_their_report_are_replaced(small_runs, tmp_path):
    out = tmp_path / "out"
    small_runs.save(out)
    (out / "report.html").write_text("of the earlier runs")
    small_runs.save(out)
    assert left_in(out) == ["outcomes.csv", "provenance.json", "runs.zarr", "summary.csv"]


def test_an_empty_folder_will_do(small_runs, tmp_path):
    (tmp_path / "out").mkdir()
    small_runs.save(tmp_path / "out")
    assert aw.open_runs(tmp_path / "out").agreements == ("closed", "open")


def test_refuses_a_folder_that_no_run_wrote(small_runs, tmp_path):
    (tmp_path / "thesis.txt").write_text("years of work")
    with pytest.raises(aw.IoError, match="is not empty and holds no runs"):
        small_runs.save(tmp_path)
    assert left_in(tmp_path) == ["thesis.txt"]


def test_refuses_runs_beside_which_somebody_keeps_notes(small_runs, tmp_path):
    out = small_runs.save(tmp_path / "out")
    (out / "notes.txt").write_text("mine")
    with pytest.raises(aw.IoError, match=r"also holds notes.txt, which no run wrote"):
        small_runs.save(out)
    assert "notes.txt" in left_in(out)


def test_refuses_a_file_where_a_folder_should_be(small_runs, tmp_path):
    (tmp_path / "out").write_text("a file")
    with pytest.raises(aw.IoError, match="is a file, not a folder"):
        small_runs.save(tmp_path / "out")


@pytest.mark.parametrize("fault", [RuntimeError("full"), KeyboardInterrupt()])
def test_nothing_is_left_half_written(small_runs, tmp_path, monkeypatch, fault):
    out = small_runs.save(tmp_path / "out")
    before = (out / "provenance.json").read_bytes()

    def fail():
        raise fault

    monkeypatch.setattr(small_runs, "summary", fail)
    with pytest.raises(type(fault)):
        small_runs.save(out)
    with pytest.raises(type(fault)):
        small_runs.save(tmp_path / "new")
    assert left_in(tmp_path) == ["out"]
    assert (out / "provenance.json").read_bytes() == before


def test_refuses_what_holds_no_runs(tmp_path):
    with pytest.raises(aw.IoError, match="there is no folder"):
        aw.open_runs(tmp_path / "nowhere")
    with pytest.raises(aw.IoError, match=r"there is no provenance\.json in it"):
        aw.open_runs(tmp_path)
    (tmp_path / "provenance.json").write_text("{")
    with pytest.raises(aw.IoError, match="cannot be read"):
        aw.open_runs(tmp_path)
    (tmp_path / "provenance.json").write_text('{"kind": "a cake"}')
    with pytest.raises(aw.IoError, match="is not the provenance of runs"):
        aw.open_runs(tmp_path)


def test_refuses_a_format_it_does_not_know(small_runs, tmp_path):
    out = small_runs.save(tmp_path / "out")
    told = json.loads((out / "provenance.json").read_text())
    (out / "provenance.json").write_text(json.dumps({**told, "format_version": 99}))
    with pytest.raises(aw.IoError, match=r"format 99 by aidway 0\.1\.0; this version reads format 4"):
        aw.open_runs(out)


def test_refuses_the_format_before_this_one(small_runs, tmp_path):
    out = small_runs.save(tmp_path / "out")
    assert aw.open_runs(out).dataset.attrs["format_version"] == 4
    told = json.loads((out / "provenance.json").read_text())
    (out / "provenance.json").write_text(json.dumps({**told, "format_version": 3}))
    with pytest.raises(aw.IoError, match=r"is written in format 3 .* this version reads format 4: run the study again"):
        aw.open_runs(out)


def test_refuses_runs_whose_numbers_are_gone(small_runs, tmp_path):
    out = small_runs.save(tmp_path / "out")
    (out / "runs.zarr").rename(tmp_path / "elsewhere")
    with pytest.raises(aw.IoError, match=r"runs\.zarr cannot be read"):
        aw.open_runs(out)


def test_the_scenario_is_found_again_from_wherever_one_stands(tiny, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    runs = aw.simulate(aw.read_scenario("tiny"), replicates=4)
    runs.save("out")
    assert runs.provenance["scenario"]["folder"] == "tiny"
    monkeypatch.chdir("/")
    assert aw.open_runs(tmp_path / "out").scenario.digest == runs.scenario.digest


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("scenario.yaml", "trucks: 24", "trucks: 25"),
        ("scenario.yaml", "pert: [16000", "pert: [15000"),
        ("agreements/one-road.yaml", "06:00-18:00", "06:00-17:00"),
        ("data/gate_status.csv", "2016-06-20", "2016-06-21"),
        ("data/roads.geojson", "[5.05, 0.16]", "[5.05, 0.161]"),
    ],
)
def test_refuses_a_scenario_that_has_changed(tiny, tmp_path, file, old, new):
    out = aw.simulate(aw.read_scenario(tiny), replicates=4).save(tmp_path / "out")
    text = (tiny / file).read_text()
    assert old in text
    (tiny / file).write_text(text.replace(old, new))
    with pytest.raises(aw.ScenarioChangedError, match="has changed since the runs were made"):
        _ = aw.open_runs(out).scenario


def test_a_scenario_that_only_reads_differently_is_the_same(tiny, tmp_path):
    runs = aw.simulate(aw.read_scenario(tiny), replicates=4)
    with (tiny / "scenario.yaml").open("a") as file:
        file.write("# a later thought\n")
    assert aw.open_runs(runs.save(tmp_path / "out")).scenario.digest == runs.scenario.digest


def test_refuses_a_scenario_that_is_gone(tiny, tmp_path):
    out = aw.simulate(aw.read_scenario(tiny), replicates=4).save(tmp_path / "out")
    tiny.rename(tmp_path / "moved")
    with pytest.raises(aw.ScenarioChangedError, match="is gone"):
        _ = aw.open_runs(out).scenario


def test_changed_values_and_dates_are_changed_again(tiny, tmp_path):
    scenario = aw.read_scenario(tiny).replace("fleets/dock-lorries/trucks", "30")
    begin = "2016-06-20T06:00"
    out = aw.simulate(scenario, ["two-roads"], replicates=4, per_point=2, effective_from=begin).save(tmp_path / "out")
    assert aw.open_runs(out).scenario.changes == (("fleets/dock-lorries/trucks", "30"),)


def test_runs_of_another_version_say_so(tiny, tmp_path):
    out = aw.simulate(aw.read_scenario(tiny), replicates=4).save(tmp_path / "out")
    told = json.loads((out / "provenance.json").read_text())
    (out / "provenance.json").write_text(json.dumps({**told, "aidway_version": "0.0.9", "model": "00"}))
    with pytest.raises(aw.ScenarioChangedError, match=r"made by aidway 0\.0\.9, and this is aidway"):
        _ = aw.open_runs(out).scenario
