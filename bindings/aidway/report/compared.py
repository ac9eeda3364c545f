# SPDX-License-Identifier: Apache-2.0
"""The tables that hold agreements against each other, replicate by replicate."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import results
from ..wording import NO_BREAK, by_unit, percent, spread
from .cells import AWAY, HEADLINE, STAYERS, Cells, Difference
from .facts import Facts
from .phrases import displaced_under
from .tables import NOT_COMPARABLE, Entry, Row, Table, by_arm, column, shown_outcomes

if TYPE_CHECKING:
    from ..runs import Runs

COMPARED = ("coverage", AWAY, "unmet_rations", STAYERS, "closing_stock", "rations_delivered")


def differences(runs: Runs, facts: Facts, cells: Cells, community: str) -> Table | None:
    """Every agreement held against the baseline; None where there is only one."""
    base = facts.baseline
    if not facts.others:
        return None
    compared = [name for name in COMPARED if name in shown_outcomes(cells)]
    rows = []
    for agreement in facts.others:
        for place, arm in enumerate(results.ARMS):
            found = {name: cells.difference(agreement.name, base.name, arm, community, name) for name in compared}
            entries = [
                _difference(
                    found[name],
                    str(runs.dataset[name].attrs["unit"]),
                    fair=cells.comparable(agreement.name, base.name, arm, community, name),
                )
                for name in compared
            ]
            rows.append(by_arm(agreement, place, entries))
    title = results.community_label(runs, community)
    return Table(
        caption=f"{title}: each agreement minus {base.label}, in the same replicates",
        row_heads=["agreement", "arm"],
        columns=[_difference_column(runs, name) for name in compared],
        rows=rows,
    )


def sureness(runs: Runs, facts: Facts, cells: Cells, community: str) -> Table | None:
    """How often each agreement beats the baseline, and what choosing it can cost."""
    base = facts.baseline
    if not facts.others:
        return None
    measures = [name for name in (HEADLINE, STAYERS, "rations_delivered") if name in cells.outcomes]
    rows = []
    for agreement in facts.others:
        for place, arm in enumerate(results.ARMS):
            entries = []
            for name in measures:
                found = cells.difference(agreement.name, base.name, arm, community, name)
                fair = cells.comparable(agreement.name, base.name, arm, community, name)
                caution = "" if fair else NOT_COMPARABLE
                unit = str(runs.dataset[name].attrs["unit"])
                entries.append(Entry(percent(found.p_better), f"equal in {percent(found.p_tie)}", caution))
                regret = _points(found.largest_regret).lstrip("+") if _is_share(unit) else None
                entries.append(Entry(regret or by_unit(found.largest_regret, unit), caution=caution))
            rows.append(by_arm(agreement, place, entries))
    return Table(
        caption=f"{results.community_label(runs, community)}: how sure, against {base.label}",
        row_heads=["agreement", "arm"],
        columns=[Entry("better in", "of paired runs"), Entry("largest regret", "in any run")] * len(measures),
        rows=rows,
        over=[(_by(runs, name), 2) for name in measures],
        note=displaced_under(cells, facts.agreements, community),
    )


def pairs(runs: Runs, facts: Facts, cells: Cells, community: str) -> Table | None:
    """Every agreement against every other, as kept: how often the row feeds more than the column."""
    if len(facts.agreements) < 3:
        return None
    rows = []
    for row in facts.agreements:
        entries = []
        for other in facts.agreements:
            if row.name == other.name:
                entries.append(Entry("–"))
                continue
            found = cells.difference(row.name, other.name, "as_kept", community)
            fair = cells.comparable(row.name, other.name, "as_kept", community)
            equal = f"equal in {percent(found.p_tie)}" if found.p_tie > 0 else ""
            entries.append(Entry(percent(found.p_better), equal) if fair else Entry(NOT_COMPARABLE))
        rows.append(Row(row.label, entries))
    return Table(
        caption=(
            f"{results.community_label(runs, community)}, as kept: share of paired runs in which the agreement of the "
            "row feeds people better than that of the column"
        ),
        row_heads=["agreement"],
        columns=[Entry(f"than {entry.label}") for entry in facts.agreements],
        rows=rows,
        note=displaced_under(cells, facts.agreements, community),
    )


def _difference(found: Difference, unit: str, *, fair: bool) -> Entry:
    caution = "" if fair else NOT_COMPARABLE
    if _is_share(unit):
        return Entry(_points(found.mean), spread(_points(found.low), _points(found.high)), caution)
    return Entry(_signed(found.mean, unit), spread(_signed(found.low, unit), _signed(found.high, unit)), caution)


def _is_share(unit: str) -> bool:
    return unit in {"share", "1", ""}


def _points(share: float) -> str:
    rounded = round(100 * share, 1)
    return f"{'+' if rounded > 0 else '−' if rounded < 0 else ''}{abs(rounded):g}{NO_BREAK}points"


def _signed(value: float, unit: str) -> str:
    shown = by_unit(abs(value), unit)
    if shown.split(NO_BREAK)[0] == "0" or shown.startswith("under"):
        return shown
    return f"{'+' if value > 0 else '−'}{shown}"


def _by(runs: Runs, outcome: str) -> Entry:
    label = str(runs.dataset[outcome].attrs["label"])
    return Entry(f"by {label[:1].lower()}{label[1:]}", outcome=outcome)


def _difference_column(runs: Runs, outcome: str) -> Entry:
    told = column(runs, outcome)
    return Entry(f"difference in {told.main[:1].lower()}{told.main[1:]}", told.below, told.caution, outcome)
