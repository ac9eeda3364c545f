# SPDX-License-Identifier: Apache-2.0
"""What a shipped scenario is expected to give: digests and the summary of one fixed study, to the last digit."""

from __future__ import annotations

import difflib
from collections.abc import Callable
from pathlib import Path

from .errors import ResultsChangedError
from .scenario import Scenario
from .simulation import simulate
from .writing import whole_file

NAME = "expected.csv"
REPLICATES = 1000
SEED = 2016
FIRST_LINE = "# Written by `aidway expected`; a change of it is meant, and told in the changelog."
MEASURES = ["mean", "low", "high", "standard_error", "epistemic_share"]
SHOWN = 6  # lines of a difference


def expected_text(scenario: Scenario, progress: Callable[[int, int], None] | None = None) -> str:
    """Return what `expected.csv` of a scenario holds: every agreement of it, 1,000 replicates, seed 2016.

    The same scenario and engine give the same text, whatever the machine and the number of threads.
    """
    runs = simulate(scenario, replicates=REPLICATES, seed=SEED, progress=progress)
    origin = runs.provenance
    head = {
        "aidway_version": origin["aidway_version"],
        "scenario": origin["scenario"]["digest"],
        "model": origin["model"],
        "replicates": origin["replicates"],
        "seed": origin["seed"],
        "per_point": origin["per_point"],
    }
    table = runs.summary()[["agreement", "arm", "community", "outcome", "part", *MEASURES, "unit"]]
    lines = [FIRST_LINE, *(f"# {key}: {value}" for key, value in head.items())]
    return "\n".join(lines) + "\n" + table.to_csv(index=False, lineterminator="\n")


def write_expected(scenario: Scenario, progress: Callable[[int, int], None] | None = None) -> Path:
    """Write `expected.csv` into the scenario's folder, whole or not at all, and return its path.

    Raises
    ------
    IoError
        If it cannot be written.
    """
    path = scenario.folder / NAME
    text = expected_text(scenario, progress)
    with whole_file(path) as beside:
        beside.write_text(text, encoding="utf-8")
    return path


def check_expected(scenario: Scenario, progress: Callable[[int, int], None] | None = None) -> None:
    """Hold what the scenario gives against its `expected.csv`.

    Raises
    ------
    ResultsChangedError
        If they differ, or there is no such file; the message shows where.
    """
    path = scenario.folder / NAME
    if not path.is_file():
        raise ResultsChangedError(f"{path}: there is none; `aidway expected` writes it")
    wanted = path.read_text(encoding="utf-8").splitlines()
    found = expected_text(scenario, progress).splitlines()
    if wanted == found:
        return
    changes = [line for line in difflib.unified_diff(wanted, found, lineterm="", n=0) if line[:3] not in ("---", "+++")]
    changes = [line for line in changes if not line.startswith("@@")]
    told = "\n".join(["", *(f"  {line}" for line in changes[:SHOWN])])
    more = f"\n  and {len(changes) - SHOWN} more" if len(changes) > SHOWN else ""
    raise ResultsChangedError(f"{path}: not what the scenario gives now (- expected, + found):{told}{more}")
