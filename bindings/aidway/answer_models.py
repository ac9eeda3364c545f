# SPDX-License-Identifier: Apache-2.0
"""Rival models of how requests are answered, held against each other on the same chances."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

import pandas as pd

from .errors import RequestError, require_name
from .scenario import Scenario
from .simulation import PER_POINT, simulate
from .tables import cells, explained, uncertain_difference

ANSWER_MODELS = ("independent", "common_shock", "climate")
PATH = "permission/answer_model"
DIFFERENCE = ["difference", "difference_low", "difference_high", "p_tie"]


def compare_answer_models(
    scenario: Scenario,
    agreements: Sequence[str] | None = None,
    *,
    answer_models: Sequence[str] | None = None,
    replicates: int = 1000,
    seed: int = 0,
    threads: int | None = None,
    per_point: int = PER_POINT,
    effective_from: str | datetime | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> pd.DataFrame:
    """Simulate the same agreements under several models of answers: how much hangs on a model that nobody can verify.

    Parameters
    ----------
    scenario
        The scenario; its own model is one of those compared unless `answer_models` leaves it out.
    agreements, replicates, seed, threads, per_point, effective_from, progress
        As `simulate` takes them; every model runs on the same chances.
    answer_models
        Which models, the first of which the others are held against: independent (each answer is a coin flip of its
        own), common_shock (one coin flip a cycle for all requests and deciders), climate (chances by the decider's
        climate on the day). All that the scenario can be run under unless given.

    Returns
    -------
    DataFrame
        One row per answer_model, agreement, outcome, arm, community and part: the columns of `Runs.summary`, and, as
        paired differences to the first model, difference (mean), difference_low and difference_high (80 % of the
        replicates), p_tie (share of replicates that are the same under both).

    Raises
    ------
    UnknownNameError
        If there is no such model or agreement.
    RequestError
        If no model is asked for, one twice, or `climate` where the scenario has no such table.
    """
    models = models_of(scenario, answer_models)
    runs = {
        model: simulate(
            scenario.replace(PATH, model),
            agreements,
            replicates=replicates,
            seed=seed,
            threads=threads,
            per_point=per_point,
            effective_from=effective_from,
            progress=progress,
        )
        for model in models
    }
    first = runs[models[0]]
    tables = []
    for model, found in runs.items():
        table = found.summary()
        table.insert(0, "answer_model", model)
        differences = [
            uncertain_difference(b, a, per_point)
            for agreement in found.agreements
            for b, a in zip(cells(found, agreement), cells(first, agreement), strict=True)
        ]
        tables.append(pd.concat([table, pd.DataFrame(differences, columns=DIFFERENCE)], axis=1))
    return explained(first, pd.concat(tables, ignore_index=True))


def models_of(scenario: Scenario, asked: Sequence[str] | None) -> list[str]:
    """Return the models asked for, all that the scenario can be run under unless any are named.

    Raises
    ------
    UnknownNameError
        If there is no such model.
    RequestError
        If none is asked for, one twice, or `climate` where the scenario has no such table.
    """
    has_climate = scenario.values()["path"].str.startswith("climate/").any()
    if asked is None:
        return [model for model in ANSWER_MODELS if model != "climate" or has_climate]
    models = [asked] if isinstance(asked, str) else list(asked)
    if not models:
        raise RequestError("no answer model is asked for")
    for position, model in enumerate(models):
        require_name("answer model", model, ANSWER_MODELS)
        if model in models[:position]:
            raise RequestError(f"answer model '{model}' is asked for twice")
        if model == "climate" and not has_climate:
            raise RequestError("answers by the climate need the table 'climate', and the scenario has none")
    return models
