# SPDX-License-Identifier: Apache-2.0
"""Runs in which small communities are joined to their enclave, so that nothing public tells of a few people."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import numpy as np
import xarray as xr

from .enclaves import about_place, groups, members_of

if TYPE_CHECKING:
    from .runs import Runs

# What an enclave shares, or what its worst member says for it; everything else is a sum over its members.
SHARED = ("coverage", "closing_stock", "price_mean", "medicine_coverage", "removed_and_lost")
OF_DELIVERED = "share_by_air"
WORST_IS_MOST = ("longest_gap", "first_wait", "stock_out")
OF_LONGEST_GAP = "longest_gap_open"
WORST_IS_LEAST = ("days_before_stock_out",)


def joined(runs: Runs) -> Runs:
    """Return runs in which communities under 5,000 people are told only as part of their enclave.

    Amounts are sums over the members. What an enclave shares (stock, and what each person eats) is the mean over its
    members, weighted by their need; what came by air, by the food delivered. Of gaps and stock-outs the worst member's
    stands for all, and whether the longest gap is over, too. Weekly outcomes, of which only counts of replicates are
    kept, are those of the largest member: an enclave shares its food evenly.
    """
    told = runs.provenance
    people = {name: float(about["population"]) for name, about in told["communities"].items()}
    shown = groups(people, members_of(told["values"]))
    if all(members == [name] for name, members in shown.items()):
        return runs
    parts = [_one(runs.dataset, name, members, people) for name, members in shown.items()]
    of_place = [name for name, of in runs.dataset.data_vars.items() if "community" in of.dims]
    places = xr.concat([part[of_place] for part in parts], dim="community", data_vars="all")
    dataset = runs.dataset.drop_dims("community").merge(places, combine_attrs="override")
    dataset = dataset.assign({name: dataset[name].assign_attrs(runs.dataset[name].attrs) for name in of_place})
    communities = {name: about_place(name, members, told["communities"]) for name, members in shown.items()}
    return type(runs)(dataset[list(runs.dataset.data_vars)], {**told, "communities": communities}, runs.scenario)


def _one(dataset: xr.Dataset, name: str, members: list[str], people: Mapping[str, float]) -> xr.Dataset:
    """Return the outcomes of one place that is shown, with its name along the dimension of communities."""
    inside = dataset.sel(community=members)
    need = _need(inside, members, people)
    found: dict[str, Any] = {}
    for outcome, of in inside.data_vars.items():
        if "community" not in of.dims:
            continue
        if "bin" in of.dims or "week" in of.dims:
            found[str(outcome)] = of.sel(community=max(members, key=lambda member: people[member])).drop_vars(
                "community"
            )
        elif outcome in SHARED:
            found[str(outcome)] = of.weighted(need).mean("community")
        elif outcome == OF_DELIVERED:
            delivered = inside["rations_delivered"]
            total = delivered.sum("community")
            found[outcome] = (of * delivered).sum("community") / total.where(total > 0, 1.0)
        elif outcome == OF_LONGEST_GAP:
            longest = inside["longest_gap"]
            found[outcome] = of.where(longest == longest.max("community"), 0.0).max("community")
        elif outcome in WORST_IS_MOST:
            found[str(outcome)] = of.max("community")
        elif outcome in WORST_IS_LEAST:
            found[str(outcome)] = of.min("community")
        else:
            found[str(outcome)] = of.sum("community")
    column = np.empty(1, dtype=object)
    column[0] = name
    order = {outcome: dataset[outcome].dims for outcome in found}
    placed = {outcome: of.expand_dims(community=column).transpose(*order[outcome]) for outcome, of in found.items()}
    return xr.Dataset(placed)


def _need(inside: xr.Dataset, members: list[str], people: Mapping[str, float]) -> xr.DataArray:
    """Return the need of the members, by replicate where the runs know it."""
    if {"rations_needed", "displaced_person_days"} <= set(inside.data_vars):
        there = inside["rations_needed"] - inside["displaced_person_days"]
        return there.clip(min=1.0)
    return xr.DataArray([people[name] for name in members], dims="community", coords={"community": members})
