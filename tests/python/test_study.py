# SPDX-License-Identifier: Apache-2.0
"""A study at work: its threads end when it is dropped or stopped, and what it gives depends on the request alone."""

import gc
import subprocess
import sys
import threading
import time
from pathlib import Path

import aidway as aw
import numpy as np
import pytest
from aidway import _engine
from aidway.results import REASONS

MANY = 2_000_000  # replicates that no test waits for


@pytest.fixture
def scenario(tiny):
    return aw.read_scenario(tiny)


@pytest.fixture
def start(scenario):
    def begin(replicates, agreements=("two-roads",), threads=2):
        study = _engine.Study(scenario.engine, list(agreements), replicates, 5, threads, 16)
        study.start()
        return study

    return begin


def threads_of_process():
    return len(list(Path("/proc/self/task").iterdir()))


def test_a_study_dropped_at_work_ends_its_threads(start):
    before = threads_of_process()
    study = start(MANY)
    assert threads_of_process() == before + 2
    assert not study.wait(0.05)
    began = time.monotonic()
    del study
    gc.collect()
    assert threads_of_process() == before
    assert time.monotonic() - began < 5.0


def test_a_study_still_at_work_does_not_hold_up_the_end_of_python(tiny):
    lines = (
        "import aidway as aw; from aidway import _engine\n"
        f"s = aw.read_scenario({str(tiny)!r})\n"
        f"study = _engine.Study(s.engine, ['two-roads'], {MANY}, 5, 2, 16)\n"
        "study.start(); print(study.wait(0.05))\n"
    )
    done = subprocess.run([sys.executable, "-c", lines], capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "False\n", "")


def test_python_goes_on_while_a_study_is_waited_for(start):
    study = start(MANY)
    counted = []
    counter = threading.Thread(target=lambda: counted.extend(range(1000)))
    waiter = threading.Thread(target=study.wait, args=(30.0,))
    waiter.start()
    counter.start()
    counter.join(10.0)
    assert len(counted) == 1000
    study.stop()
    waiter.join(10.0)
    assert not waiter.is_alive()


def test_what_is_stopped_keeps_whole_blocks_in_order(start):
    study = start(MANY)
    while study.done < 2000:
        study.wait(0.01)
    with pytest.raises(RuntimeError, match="still at work"):
        study.result()
    study.stop()
    assert study.wait(10.0)
    kept = study.result()
    assert 0 < kept.replicates < MANY
    whole = start(kept.replicates)
    assert whole.wait(60.0)
    assert np.array_equal(kept.scalar("coverage"), whole.result().scalar("coverage"))


def test_a_study_without_a_whole_block_has_no_result(scenario):
    study = _engine.Study(scenario.engine, ["two-roads"], 10, 5, 1, 16)
    with pytest.raises(RuntimeError, match="no block of replicates is complete"):
        study.result()


def test_results_cannot_be_changed_by_accident(start):
    study = start(10)
    assert study.wait(10.0)
    values = study.result().scalar("coverage")
    with pytest.raises(ValueError, match="read-only"):
        values[:] = 0.0


def test_a_result_is_taken_once(start):
    study = start(10)
    assert study.wait(10.0)
    assert study.result().replicates == 10
    with pytest.raises(RuntimeError, match="has been taken"):
        study.result()


def test_every_reason_of_the_engine_has_its_words(start):
    study = start(10)
    assert study.wait(10.0)
    result = study.result()
    reasons = result.reasons
    assert len(reasons) == result.by_reason("reasons").shape[-1]
    assert "none" not in reasons
    assert set(reasons) == set(REASONS)


@pytest.mark.bits
def test_an_agreement_that_says_nothing_is_the_baseline_in_both_arms(tiny):
    text = (tiny / "agreements" / "status-quo.yaml").read_text()
    (tiny / "agreements" / "nothing.yaml").write_text(text.replace("agreement: status-quo", "agreement: nothing"))
    runs = aw.simulate(aw.read_scenario(tiny), ["status-quo", "nothing"], replicates=100, seed=9).dataset
    for name in runs.data_vars:
        found = runs[name]
        assert (
            found.sel(agreement="nothing").to_numpy().tobytes()
            == found.sel(agreement="status-quo").to_numpy().tobytes()
        )
        # Who keeps an agreement makes no difference where there is nothing to keep.
        assert np.array_equal(found.sel(arm="as_signed"), found.sel(arm="as_kept")), name


@pytest.mark.bits
def test_company_changes_nothing_for_an_agreement(scenario):
    alone = aw.simulate(scenario, ["two-roads"], replicates=100, seed=9).dataset
    among = aw.simulate(scenario, replicates=100, seed=9).dataset.sel(agreement=["two-roads"])
    assert all(alone[name].to_numpy().tobytes() == among[name].to_numpy().tobytes() for name in alone.data_vars)


@pytest.mark.bits
def test_two_processes_write_the_same_bytes(tiny, tmp_path):
    files = []
    for name, threads in (("one", 1), ("two", 2)):
        words = ["run", tiny, "--replicates", 600, "--seed", 4, "--threads", threads, "--output", tmp_path / name]
        command = [sys.executable, "-m", "aidway", *map(str, words)]
        subprocess.run(command, check=True, capture_output=True)
        folder = tmp_path / name
        files.append({str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()})
    assert "summary.csv" in files[0]
    assert [name for name in files[0] if files[0][name] != files[1].get(name)] == []
    assert files[0].keys() == files[1].keys()
