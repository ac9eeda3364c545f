# SPDX-License-Identifier: Apache-2.0
"""Running a study, and replaying one replicate of it."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

import pandas as pd

from . import _engine, publication
from .dataset import FORMAT_VERSION, dataset_of
from .errors import RequestError, require_name
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
    RequestError
        If the scenario has no such agreement, a number is out of its range, or the agreements do not begin together
        before the end of the period.
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
    begin_s = begin_of(scenario, wanted, effective_from)
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
        "model": study.identity,
        "seed": seed,
        "replicates": replicates,
        "per_point": per_point,
        "intensity_bands_used": int(result.bands_used),
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
        One row per event in order: time_s (UTC seconds since 1970), kind, entity, community, goods, mass_kg, volume_m3
        (of what is asked for, else missing), reason.

    Raises
    ------
    PublicationError
        Unless `public` is False.
    RequestError
        If there is no such agreement or arm, a number is out of its range, or the agreement begins after the period.
    """
    require_name("agreement", agreement, scenario.agreements)
    require_name("arm", arm, ARMS)
    require_range("seed", seed, 0, LARGEST_SEED)
    require_range("replicate", replicate, 0, LARGEST_REPLICATE)
    require_range("per_point", per_point, 1, LARGEST_REPLICATE)
    if public:
        publication.require_weekly(timedelta(seconds=1), what="an event log")
    begin_s = begin_of(scenario, [agreement], effective_from)
    columns = _engine.replay(scenario.engine, agreement, arm, seed, replicate, per_point, begin_s)
    order = ["time_s", "kind", "entity", "community", "goods", "mass_kg", "volume_m3", "reason"]
    return pd.DataFrame({name: columns[name] for name in order})


def agreements_of(scenario: Scenario, agreements: Sequence[str] | None) -> list[str]:
    """Return the agreements asked for, all unless any are named.

    Raises
    ------
    UnknownNameError
        If the scenario lacks one of them.
    RequestError
        If none is asked for, or one twice.
    """
    if agreements is None:
        return list(scenario.agreements)
    wanted = [agreements] if isinstance(agreements, str) else list(agreements)
    if not wanted:
        raise RequestError("no agreement is asked for")
    for position, name in enumerate(wanted):
        require_name("agreement", name, scenario.agreements)
        if name in wanted[:position]:
            raise RequestError(f"agreement '{name}' is asked for twice")
    return wanted


def begin_of(scenario: Scenario, agreements: list[str], effective_from: str | datetime | None) -> int | None:
    """Return when all agreements are asked to take effect, in UTC seconds since 1970; None for their own date.

    Raises
    ------
    RequestError
        If they have several dates and none is asked for, or the period is over by then.
    """
    dates = {name: scenario.agreement(name).effective_from_s for name in agreements}
    asked = None if effective_from is None else to_seconds(effective_from, scenario.timezone)
    first, begin_s = next(iter(dates.items()))
    if asked is not None:
        begin_s = asked
    else:
        for name, date in dates.items():
            if date != begin_s:
                raise RequestError(
                    f"agreements '{first}' and '{name}' begin at different times; give one date for all "
                    "(effective_from, on the command line --effective-from)"
                )
    if begin_s >= scenario.period_to_s:
        raise RequestError(
            f"the period ends on {to_iso(scenario.period_to_s, scenario.timezone)}, before agreements that begin on "
            f"{to_iso(begin_s, scenario.timezone)}"
        )
    return asked


def require_range(what: str, value: int, least: int, most: int) -> int:
    """Return `value` if it lies from `least` to `most`, both included.

    Raises
    ------
    RequestError
        If it does not.
    """
    if not least <= value <= most:
        raise RequestError(f"{what} must be from {least} to {most}, not {value}")
    return value
