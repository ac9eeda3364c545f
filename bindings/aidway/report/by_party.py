# SPDX-License-Identifier: Apache-2.0
"""Rows of tables by agreement and party."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from .facts import Agreement, Facts
from .tables import Entry, Row

if TYPE_CHECKING:
    from ..runs import Runs


def rows_by_party(
    runs: Runs, facts: Facts, parties: Callable[[Agreement], list[str]], entries: Callable[[str, str], list[Entry]]
) -> list[Row]:
    """Return a row for each agreement and each of its `parties`, with the entries of agreement and party."""
    rows: list[Row] = []
    for agreement in facts.agreements:
        names = parties(agreement)
        for place, party in enumerate(names):
            rows.append(
                Row(
                    head=str(runs.provenance["parties"].get(party, party)),
                    entries=entries(agreement.name, party),
                    group=agreement.label if place == 0 else "",
                    group_rows=len(names) if place == 0 else 0,
                )
            )
    return rows
