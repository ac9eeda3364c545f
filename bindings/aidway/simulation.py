# SPDX-License-Identifier: Apache-2.0
"""Running a study, and replaying one replicate of it."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

import pandas as pd

from . import _engine, publication
from .dataset import FORMAT_VERSION, dataset_of
from .errors import require_name
from .instants import to_iso, to_seconds
from .provenance import provenance_of
from .runs import ARMS, Runs
from .scenario import Scenario

POLL_S = 0.1
PER_POINT = 16
LARGEST_SEED = 2**64 - 1
LARGEST_REPLICATE = 2**32 - 1


def simulate(
    scenario: Scenario,
    agreements: Sequence[str] | None = None,
    replicates: int = 1000,
    seed: int = 0,
    threads: int | None = None,
    per_point: int = PER_POINT,
    effective_from: str | datetime | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Runs:
    """Simulate agreements side by side, each as signed and as kept.

    Parameters
    ----------
    scenario
        The scenario.
    agreements
        Which of its agreements; all unless given.
    replicates
        How many times chance is drawn.
    seed
        Which chances are drawn, from 0 to 2**64 - 1.
    threads
        How many threads work; as many as there are processors unless given.
    per_point
        How many replicates share each draw of what is uncertain.
    effective_from
        When every agreement takes effect, instead of its own date. Without an offset it is read by the scenario's
        clock.
    progress
        Called with the replicates done and their total, about ten times a second; `Progress()` prints them.

    Returns
    -------
    Runs
        The outcomes of every replicate.

    Raises
    ------
    UnknownNameError
        If the scenario has no such agreement.
    KeyboardInterrupt
        If interrupted; the threads are stopped first.

    Notes
    -----
    The result is the same, bit for bit, for any number of threads and any order of agreements.
    """
    wanted = agreements_of(scenario, agreements)
    require_range("replicates", replicates, 1, LARGEST_REPLICATE)
    require_range("seed", seed, 0, LARGEST_SEED)
    require_range("per_point", per_point, 1, LARGEST_REPLICATE)
    workers = len(os.sched_getaffinity(0)) if threads is None else require_range("threads", threads, 1, 1024)
    begin_s = None if effective_from is None else to_seconds(effective_from, scenario.timezone)
    study = _engine.Study(scenario.engine, wanted, replicates, seed, workers, per_point, begin_s)
    watch(study, progress)
    result = study.result()
    provenance = provenance_of(
        scenario,
        wanted,
        replicates=replicates,
        seed=seed,
        per_point=per_point,
        effective_from_s=begin_s,
        identity=study.identity,
    )
    attributes = {
        "format_version": FORMAT_VERSION,
        "aidway_version": _engine.version(),
        "scenario": scenario.name,
        "scenario_digest": scenario.digest,
        "seed": seed,
        "replicates": replicates,
        "per_point": per_point,
        "effective_from": to_iso(int(result.week_start_s[0]), scenario.timezone),
    }
    return Runs(dataset_of(result, attributes), provenance, scenario)


def watch(study: _engine.Study, progress: Callable[[int, int], None] | None) -> None:
    """Start a study and wait for its end, telling how far it is; whatever interrupts the wait stops the study."""
    study.start()
    try:
        while not study.wait(POLL_S):
            if progress is not None:
                progress(study.done, study.total)
    except BaseException:
        study.stop()
        raise
    if progress is not None:
        progress(study.done, study.total)


def replay(
    scenario: Scenario,
    agreement: str,
    *,
    seed: int,
    replicate: int,
    arm: str = "as_kept",
    per_point: int = PER_POINT,
    effective_from: str | datetime | None = None,
    public: bool = True,
) -> pd.DataFrame:
    """Run one replicate again and return all that happened in it.

    Parameters
    ----------
    scenario, agreement, seed, per_point, effective_from
        As they were given to `simulate`.
    replicate
        Which replicate, counted from 0.
    arm
        "as_signed" or "as_kept".
    public
        An event log is a timetable of trips, and has no public form: only False gives it.

    Returns
    -------
    DataFrame
        One row per event in order: time_s (UTC seconds since 1970), kind, entity, community, goods, mass_kg, reason.

    Raises
    ------
    PublicationError
        Unless `public` is False.
    UnknownNameError
        If there is no such agreement or arm.
    """
    require_name("agreement", agreement, scenario.agreements)
    require_name("arm", arm, ARMS)
    require_range("seed", seed, 0, LARGEST_SEED)
    require_range("replicate", replicate, 0, LARGEST_REPLICATE)
    require_range("per_point", per_point, 1, LARGEST_REPLICATE)
    if public:
        publication.require_weekly(timedelta(seconds=1), what="an event log")
    begin_s = None if effective_from is None else to_seconds(effective_from, scenario.timezone)
    columns = _engine.replay(scenario.engine, agreement, arm, seed, replicate, per_point, begin_s)
    order = ["time_s", "kind", "entity", "community", "goods", "mass_kg", "reason"]
    return pd.DataFrame({name: columns[name] for name in order})


def agreements_of(scenario: Scenario, agreements: Sequence[str] | None) -> list[str]:
    """Return the agreements asked for, all unless any are named.

    Raises
    ------
    UnknownNameError
        If the scenario lacks one of them.
    ValueError
        If none is asked for, or one twice.
    """
    if agreements is None:
        return list(scenario.agreements)
    wanted = [agreements] if isinstance(agreements, str) else list(agreements)
    if not wanted:
        raise ValueError("no agreement is asked for")
    for position, name in enumerate(wanted):
        require_name("agreement", name, scenario.agreements)
        if name in wanted[:position]:
            raise ValueError(f"agreement '{name}' is asked for twice")
    return wanted


def require_range(what: str, value: int, least: int, most: int) -> int:
    """Return `value` if it lies from `least` to `most`, both included.

    Raises
    ------
    ValueError
        If it does not.
    """
    if not least <= value <= most:
        raise ValueError(f"{what} must be from {least} to {most}, not {value}")
    return value
