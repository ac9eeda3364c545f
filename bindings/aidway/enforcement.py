# SPDX-License-Identifier: Apache-2.0
"""When consequences pay: an agreement with and without them, over what parties may make of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from .errors import RequestError, require_name
from .joining import joined
from .scenario import Scenario
from .simulation import PER_POINT, simulate
from .tables import DISPLACED

if TYPE_CHECKING:
    from .runs import Runs

ARM = "as_kept"  # as signed nothing is banned and done, so there is nothing to punish
RESPONSE, RESPONDS, BACKFIRE = "deterrence/response", "deterrence/responds", "deterrence/backfire"
RESPONSES = (0.0, 1.0, 2.0, 4.0, 6.0)
ROW = re.compile(r"monitors/([^/]+)/attribution/([^/]+)/([^/]+)")
FACTOR = re.compile(r"monitors/([^/]+)/by_party/([^/]+)")
GAINS = ["gain", "low", "high", "standard_error", "p_better", "p_tie"]
NEVER = "never within the range"
UNTOLD = "cannot be told from these runs"
SURE = 2.0  # standard errors by which a gain may be off


@dataclass(frozen=True)
class Enforcement:
    """What the consequences of an agreement are worth, by what parties may make of them.

    Attributes
    ----------
    agreement, outcome
        What was studied.
    cases
        One row per case, community and part: the gain, by replicate, of the agreement over itself without its
        consequences (above 0 is better, whichever direction is better for the outcome), low and high (80 % of
        replicates), standard_error, p_better, p_tie; displaced and displaced_without, the person-days displaced there
        (everywhere, for what belongs to no community) with and without consequences. Cases: "as given"; "nobody
        answers" (no deterrence); "no backfire"; "labels swapped" (monitors of the scenario take one party for the
        other), where that is possible.
    grid
        The same over a range of responses, in place of the case a column `response`.
    break_even
        One row per community and part: `response`, the least at which the mean gain is above 0, read between the
        points of the grid, NaN where it never is; `low` and `high`, where it is so for a gain two standard errors
        higher and lower; `verdict` says from where it pays, that it never does, or that these runs cannot tell.
    notes
        What could not be asked, and why.
    """

    agreement: str
    outcome: str
    cases: pd.DataFrame
    grid: pd.DataFrame
    break_even: pd.DataFrame
    notes: tuple[str, ...]


def enforcement(
    scenario: Scenario,
    agreement: str,
    *,
    outcome: str = "unmet_rations",
    replicates: int = 1000,
    seed: int = 0,
    responses: Sequence[float] = RESPONSES,
    swap: tuple[str, str] | None = None,
    threads: int | None = None,
    per_point: int = PER_POINT,
    effective_from: str | datetime | None = None,
    progress: Callable[[int, int], None] | None = None,
    public: bool = False,
) -> Enforcement:
    """Ask whether the consequences of an agreement pay, and from what response of the parties on.

    Parameters
    ----------
    scenario
        A scenario with the table `deterrence`.
    agreement
        One of its agreements, with a term `consequence`.
    outcome
        What they are judged by.
    replicates, seed, threads, per_point, effective_from, progress
        As in `simulate`; each case is a simulation of its own.
    responses
        Values of `deterrence/response` to look at, ascending; `deterrence/responds` is 1 in all of them.
    swap
        The two parties that monitors of the scenario take for each other in one of the cases; the first two that any
        of them blames unless given.
    public
        Whether communities under 5,000 people are told only as part of their enclave.

    Raises
    ------
    RequestError
        If the scenario has no table `deterrence`, the agreement no consequence, the outcome no better direction, or
        `responses` does not ascend.

    Notes
    -----
    Each case is run twice, with and without consequences, on the same chances: gains are paired.
    """
    require_name("agreement", agreement, scenario.agreements)
    paths = set(scenario.values()["path"])
    if RESPONSE not in paths:
        raise RequestError(
            f"scenario '{scenario.name}' has no table 'deterrence': nobody would answer to a consequence"
        )
    if list(responses) != sorted(set(responses)) or not responses:
        raise RequestError("responses must be given, and ascend")
    both, without = with_and_without(scenario, agreement)

    def gains(changed: Scenario) -> pd.DataFrame:
        runs = simulate(
            changed, [agreement, without], replicates=replicates, seed=seed, threads=threads, per_point=per_point,
            effective_from=effective_from, progress=progress,
        )  # fmt: skip
        runs = joined(runs) if public else runs
        found = gain(runs.compare(agreement, to=without, outcome=outcome, arm=ARM), outcome)
        for column, name in (("displaced", agreement), ("displaced_without", without)):
            found[column] = [_displaced(runs, name, community) for community in found["community"]]
        return found

    cases, notes = cases_of(both, paths, swap)
    grid = stacked("response", ((value, at_response(both, value)) for value in responses), gains)
    return Enforcement(
        agreement, outcome, stacked("case", cases, gains), grid, break_even(grid), notes,
    )  # fmt: skip


def _displaced(runs: Runs, agreement: str, community: str) -> float:
    of = runs.dataset[DISPLACED].sel(agreement=agreement, arm=ARM)
    return float((of.sel(community=community) if community else of.sum("community")).mean())


def with_and_without(scenario: Scenario, agreement: str) -> tuple[Scenario, str]:
    """Return the scenario with one more agreement, that without consequences, and its name."""
    terms = [term.name for term in scenario.agreement(agreement).terms if term.kind == "consequence" and term.on]
    if not terms:
        raise RequestError(f"agreement '{agreement}' has no consequence that is in force")
    name = f"{agreement}-without-consequences"
    while name in scenario.agreements:
        name += "-"
    return scenario.with_agreement(name, agreement, without=terms), name


def at_response(scenario: Scenario, response: float) -> Scenario:
    """Return the scenario in which everybody answers so strongly."""
    return scenario.replace(RESPONSE, f"{response:.17g}").replace(RESPONDS, "1")


def cases_of(
    scenario: Scenario, paths: set[str], swap: tuple[str, str] | None
) -> tuple[list[tuple[str, Scenario]], tuple[str, ...]]:
    """Return the cases by name, and what could not be asked."""
    cases = [
        ("as given", scenario),
        ("nobody answers", at_response(scenario, 0.0)),
        ("no backfire", scenario.replace(BACKFIRE, "1")),
    ]
    try:
        cases.append(("labels swapped", swapped(scenario, paths, swap)))
    except RequestError as reason:
        return cases, (f"labels were not swapped: {reason}",)
    return cases, ()


def swapped(scenario: Scenario, paths: set[str], parties: tuple[str, str] | None) -> Scenario:
    """Return the scenario whose monitors take one party for the other, in what they see and in what they say."""
    rows = [found for path in sorted(paths) if (found := ROW.fullmatch(path) or FACTOR.fullmatch(path))]
    if not rows:
        raise RequestError("no monitor of the scenario has rows that depend on the party")
    if parties is None:
        blamed = list(dict.fromkeys(name for row in rows for name in row.groups()[1:]))
        if len(blamed) < 2:
            raise RequestError("monitors of the scenario know one party only")
        parties = (blamed[0], blamed[1])
    for party in parties:
        require_name("party", party, list(scenario.parties))
    other = {parties[0]: parties[1], parties[1]: parties[0]}
    written = scenario.values().set_index("path")["value"]
    changes: list[tuple[str, str]] = []
    for row in rows:
        monitor, *named = row.groups()
        table = "attribution" if row.re is ROW else "by_party"
        path = "/".join(("monitors", monitor, table, *(other.get(name, name) for name in named)))
        if path not in paths:
            what = "chance" if row.re is ROW else "factor"
            raise RequestError(f"monitor '{monitor}' has no {what} under {path} to swap with")
        value = str(written[row.group(0)])
        if value.startswith("{"):
            raise RequestError(f"{row.group(0)} is a law, and only a value can be put elsewhere")
        changes.append((path, value))
    # Emptied first: half a row of the one and half of the other may add up to more than 1.
    for path, value in [*((path, "0") for path, _ in changes), *changes]:
        scenario = scenario.replace(path, value)
    return scenario


def gain(difference: pd.DataFrame, outcome: str) -> pd.DataFrame:
    """Return paired differences as gains: above 0 is better."""
    directions = set(difference["better"])
    if directions == {"none"}:
        raise RequestError(f"outcome '{outcome}' has no better direction, so nothing can pay by it")
    found = difference[["community", "part"]].copy()
    if directions == {"higher"}:
        return found.assign(gain=difference["mean"], **difference[GAINS[1:]])
    turned = {"gain": -difference["mean"], "low": -difference["high"], "high": -difference["low"]}
    return found.assign(**turned, **difference[GAINS[3:]])


def stacked(column: str, cases: Any, gains: Callable[[Scenario], pd.DataFrame]) -> pd.DataFrame:
    """Return the gains of all cases under one another, named in the first column."""
    tables = []
    for name, changed in cases:
        table = gains(changed)
        table.insert(0, column, name)
        tables.append(table)
    return pd.concat(tables, ignore_index=True)


def break_even(grid: pd.DataFrame) -> pd.DataFrame:
    """Return the response from which the mean gain is above 0, by community and part, with what its error leaves open.

    `low` and `high` are where the gain two standard errors higher, and lower, rises above 0; NaN where that never does.
    """
    rows = []
    for (community, part), points in grid.groupby(["community", "part"], sort=False):
        responses, gains = points["response"].tolist(), points["gain"].to_numpy()
        error = SURE * points["standard_error"].fillna(np.inf).to_numpy()  # of one set of values it is not known
        at, low, high = (crossing(responses, bound.tolist()) for bound in (gains, gains + error, gains - error))
        told = [float("nan") if one is None else one for one in (at, low, high)]
        rows.append((community, part, *told, _verdict(at, low, high)))
    return pd.DataFrame(rows, columns=["community", "part", "response", "low", "high", "verdict"])


def _verdict(at: float | None, low: float | None, high: float | None) -> str:
    """Say from what response on it pays: without a bound above, nothing is told of it."""
    if low is None:
        return NEVER
    if at is None or high is None:
        return UNTOLD
    return f"pays from a response of {at:.2g}" + ("" if low == high else f" ({low:.2g} to {high:.2g})")


def crossing(responses: list[float], gains: list[float]) -> float | None:
    """Return where the gain first rises above 0, on straight lines between the points; None where it never does."""
    if gains[0] > 0:
        return responses[0]
    for (x, below), (y, above) in zip(
        zip(responses, gains, strict=True), zip(responses[1:], gains[1:], strict=True), strict=False
    ):
        if above > 0:
            return x + (y - x) * -below / (above - below)
    return None
