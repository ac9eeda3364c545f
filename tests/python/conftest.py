# SPDX-License-Identifier: Apache-2.0
"""What the Python tests share: scenario folders, runs whose every number is known, and the command line."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import aidway as aw
import numpy as np
import pytest
import xarray as xr
from aidway.dataset import FORMAT_VERSION

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Called:
    """What a command left behind."""

    code: int
    out: str
    err: str


@pytest.fixture(scope="session")
def flagship() -> Path:
    return ROOT / "scenarios" / "eastern-aleppo-2016"


@pytest.fixture(scope="session")
def town() -> aw.Network:
    """The roads of a Syrian town."""
    return aw.read_network(ROOT / "tests" / "data" / "osm-extracts" / "an-nabk.osm.pbf")


@pytest.fixture
def tiny(tmp_path: Path) -> Path:
    """A scenario folder of one's own: a road, a gate, a community, an agreement that opens the gate."""
    return Path(shutil.copytree(ROOT / "tests" / "data" / "tiny", tmp_path / "tiny"))


@pytest.fixture
def aidway(capsys: pytest.CaptureFixture[str]) -> Callable[..., Called]:
    """Call the command line in this process."""
    from aidway.cli import main

    def call(*words: object) -> Called:
        capsys.readouterr()
        try:
            code = main([str(word) for word in words])
        except SystemExit as end:  # argparse ends so on --help and on misuse
            code = int(end.code or 0)
        said = capsys.readouterr()
        return Called(code, said.out, said.err)

    return call


# Four replicates of two agreements: b gives 3, 1, 2, 2 beyond a's 1, 2, 2, 1 on the better-higher outcome.
A, B = [1.0, 2.0, 2.0, 1.0], [3.0, 1.0, 2.0, 2.0]


def small_dataset() -> xr.Dataset:
    """Return outcomes small enough to work out by hand, as kept; as signed everything is zero."""
    scalars = np.zeros((2, 2, 4, 1))
    scalars[0, 1, :, 0], scalars[1, 1, :, 0] = A, B
    rations = np.zeros((2, 2, 4, 1, 3), dtype=np.float32)
    rations[1, 1, :, 0] = [60.0, 30.0, 10.0]
    need = np.zeros((2, 2, 4, 1, 3), dtype=np.float32)
    need[1, 1, :, 0] = [[40.0, 20.0, 140.0], [60.0, 20.0, 120.0], [50.0, 20.0, 130.0], [50.0, 20.0, 130.0]]
    stages = np.zeros((2, 2, 4, 1, 2, 3), dtype=np.float32)
    stages[1, 1, :, 0] = [[4.0, 400.0, 90.0], [3.0, 300.0, 60.0]]
    counts = np.zeros((2, 2, 1, 3, 4), dtype=np.int64)
    counts[..., 0] = 4
    dims, cell = ("agreement", "arm", "replicate", "community"), ("agreement", "arm", "community")
    about = {"label": "l", "doc": "d", "safe": "yes", "unit": "rations"}
    return xr.Dataset(
        {
            "rations_delivered": (dims, scalars, {**about, "shape": "community", "better": "higher"}),
            "unmet_rations": (dims, scalars, {**about, "shape": "community", "better": "lower"}),
            "weekly_coverage": ((*cell, "week", "bin"), counts, {**about, "shape": "community_week", "better": "none"}),
            "weekly_coverage_mean": ((*cell, "week"), awkward(), {**about, "shape": "mean", "better": "higher"}),
            "reasons": ((*dims, "reason"), rations, {**about, "shape": "community_reason", "better": "none"}),
            "need_waterfall": ((*dims, "reason"), need, {**about, "shape": "community_reason", "better": "none"}),
            "funnel": ((*dims, "stage", "measure"), stages, {**about, "shape": "community_stage", "better": "none"}),
        },
        coords={
            "agreement": np.array(["closed", "open"], dtype=object),
            "arm": np.array(["as_signed", "as_kept"], dtype=object),
            "replicate": np.arange(4, dtype=np.int64),
            "community": np.array(["town"], dtype=object),
            "week": np.datetime64("2016-09-12T16:00", "ns") + np.arange(3) * np.timedelta64(7, "D"),
            "reason": np.array(["delivered", "refused", "never_planned"], dtype=object),
            "stage": np.array(["requested", "delivered"], dtype=object),
            "measure": np.array(["requests", "people", "rations"], dtype=object),
            "weekly_coverage_bin": ("bin", np.array([0.0, 0.25, 0.5, 0.75])),
        },
        attrs={"format_version": FORMAT_VERSION, "seed": 2**64 - 1, "scenario": "tiny"},
    )  # fmt: skip


def awkward() -> np.ndarray[Any, np.dtype[np.float64]]:
    """Return numbers that a careless store would change: negative zero, the smallest, a third."""
    return np.broadcast_to(np.array([-0.0, 5e-324, 1 / 3]), (2, 2, 1, 3)).copy()


@pytest.fixture
def small_provenance() -> dict[str, Any]:
    period = {"from": "2016-07-07T00:00:00+03:00", "to": "2016-12-22T00:00:00+02:00", "timezone": "Asia/Damascus"}
    return {
        "kind": "aidway runs",
        "format_version": FORMAT_VERSION,
        "aidway_version": "0.1.0",
        "seed": 7,
        "scenario": {"name": "tiny", "title": "Tiny", "folder": "nowhere/tiny", "digest": "00", "period": period},
        "changes": [],
        "per_point": 1,
    }


@pytest.fixture
def small_runs(small_provenance: dict[str, Any]) -> Any:
    """Runs of which every answer is known; see `small_dataset`."""
    from aidway import Runs

    return Runs(small_dataset(), small_provenance)


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """A browser without a window that logs every message and every request."""
    from selenium import webdriver
    from selenium.webdriver.chrome.options import Options
    from selenium.webdriver.chrome.service import Service

    options = Options()
    options.binary_location = "/usr/bin/chromium"
    for argument in (
        "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking",
        f"--user-data-dir={tmp_path_factory.mktemp('chromium')}",
    ):  # fmt: skip
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    driver = webdriver.Chrome(options=options, service=Service("/usr/bin/chromedriver"))
    driver.set_script_timeout(300)  # axe looks at every part of a long report, on whatever machine
    yield driver
    driver.quit()


@pytest.fixture(scope="session")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Reports of which every answer is known, by case; see `synthetic_runs` and `swung_runs`."""
    from aidway import report
    from swung_runs import swung_runs
    from synthetic_runs import synthetic_runs

    folder = tmp_path_factory.mktemp("report")
    for case in ("clear", "tie", "backfire"):
        report.write(synthetic_runs(case, folder), folder / f"{case}.html")
    report.write(swung_runs(folder), folder / "swung.html")
    return {case: folder / f"{case}.html" for case in ("clear", "tie", "backfire", "swung")}
