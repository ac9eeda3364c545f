# SPDX-License-Identifier: Apache-2.0
"""The pictures of the report, each with its words for a screen reader and its numbers as a table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pandas as pd
from markupsafe import Markup

from .. import plotting, results
from ..figures import inline_svg
from ..histogram import weekly_band
from ..tables import part_label
from ..wording import by_unit, count, listed, percent, spread
from .cells import Cell, Cells
from .facts import Agreement, Facts
from .phrases import displaced, sentence_case
from .tables import Entry, Row, Table

if TYPE_CHECKING:
    from ..runs import Runs


@dataclass(frozen=True)
class Panel:
    """A picture on the page."""

    svg: Markup
    table: Table | None = None
    caption: str = ""


def coverage_ranges(runs: Runs, facts: Facts, cells: Cells, community: str) -> Panel:
    """Draw coverage by agreement and arm; its numbers stand in the table of agreements side by side."""
    told = []
    for agreement in facts.agreements:
        signed, kept = (cells.cell(agreement.name, arm, community) for arm in results.ARMS)
        beside = displaced(cells, agreement.name, "as_kept", community)
        told.append(
            f"{agreement.label}: {percent(signed.mean)} as signed, {percent(kept.mean)} as kept"
            f"{f', {beside}' if beside else ''}"
        )
    place = results.community_label(runs, community)
    svg = inline_svg(
        plotting.ranges(
            runs, community=community, agreements=[agreement.name for agreement in facts.agreements], axis=False
        ),
        key=f"ranges-{community}",
        title=f"Share of the food needed that would be eaten in {place}, by agreement",
        description=f"{'; '.join(told)}. Points are means, lines hold 80 % of the replicates.",
    )
    return Panel(svg)


def weeks(runs: Runs, cells: Cells, agreement: Agreement, community: str, outcome: str) -> Panel:
    """Draw a weekly outcome under one agreement, both arms."""
    place = results.community_label(runs, community)
    about = runs.dataset[outcome].attrs
    unit, label = str(about["unit"]), str(about["label"])
    bands = {arm: weekly_band(runs.dataset, outcome, agreement.name, arm, community) for arm in results.ARMS}
    starts = pd.to_datetime(runs.dataset["week"].to_numpy())
    rows = [
        Row(
            f"{start.day} {plotting.MONTHS[start.month - 1]} {start.year}",
            [
                Entry(by_unit(band[1, week], unit), spread(by_unit(band[0, week], unit), by_unit(band[2, week], unit)))
                for band in bands.values()
            ],
        )
        for week, start in enumerate(starts)
    ]
    first, last = (by_unit(bands["as_kept"][1, week], unit) for week in (0, -1))
    svg = inline_svg(
        plotting.weekly(runs, outcome, agreements=[agreement.name], community=community, axis=False),
        key=f"{outcome.replace('_', '-')}-{community}-{agreement.name}",
        title=f"{agreement.label}, {place}, week by week: {label[:1].lower()}{label[1:]}",
        description=(
            f"As kept, the median goes from {first} in the first week to {last} in the last; as signed, it ends at "
            f"{by_unit(bands['as_signed'][1, -1], unit)}. The table below has every week."
        ),
    )
    beside = displaced(cells, agreement.name, "as_kept", community) if unit == "share" else ""
    away = f"{sentence_case(beside)}, as kept" if beside else ""
    table = Table(
        caption=f"{agreement.label}, {place}: median, and the range from the 10 % to the 90 % quantile",
        row_heads=["week from"],
        columns=[Entry(results.ARM_LABELS[arm]) for arm in bands],
        rows=rows,
        note=f"{away}." if away else "",
    )
    return Panel(svg, table, away)


def undelivered(runs: Runs, cells: Cells, agreement: Agreement, community: str) -> Panel | None:
    """Draw where the rations ended, as kept; None where none were needed or planned."""
    place = results.community_label(runs, community)
    outcome = results.waterfall_of(runs)
    begin = "all rations needed" if outcome == "need_waterfall" else "all rations planned"
    by_arm = {
        arm: results.reason_rations(runs, agreement.name, community, arm, outcome=outcome) for arm in results.ARMS
    }
    totals = {arm: float(rations.sum()) for arm, rations in by_arm.items()}
    if totals["as_kept"] <= 0:
        return None
    kept = by_arm["as_kept"]
    told = [
        f"{results.reason_label(str(name))} {percent(float(value) / totals['as_kept'])}"
        for name, value in kept.items()
        if float(value) > 0
    ]
    svg = inline_svg(
        plotting.reasons(runs, agreement.name, community=community),
        key=f"reasons-{community}-{agreement.name}",
        title=f"{agreement.label}: where the rations for {place} ended, as kept",
        description=f"Of {begin}: {listed(told)}.",
    )
    rows = [
        Row(
            results.reason_label(str(name)),
            [_counted(cells.cell(agreement.name, arm, community, outcome, str(name)), totals[arm]) for arm in by_arm],
        )
        for name in kept.index
        if any(float(rations[name]) > 0 for rations in by_arm.values())
    ]
    total = Row(begin, [Entry(count(value)) for value in totals.values()])
    table = Table(
        caption=f"{agreement.label}, {place}: rations by the cause that ended their way, mean over replicates; "
        "below it their share and 80 % range",
        row_heads=["where they ended"],
        columns=[Entry(results.ARM_LABELS[arm]) for arm in by_arm],
        rows=[*rows, total],
    )
    beside = displaced(cells, agreement.name, "as_kept", community)
    return Panel(svg, table, f"{sentence_case(beside)}, as kept" if beside else "")


def narrowing(runs: Runs, cells: Cells, agreement: Agreement, community: str) -> Panel | None:
    """Draw how requests narrow to deliveries; None where nothing was requested or the runs do not tell."""
    if "funnel" not in runs.dataset:
        return None
    place = results.community_label(runs, community)
    told = results.over_replicates(runs.dataset["funnel"].sel(agreement=agreement.name, community=community))
    if float(told.sel(stage="requested", measure="rations").sum()) <= 0:
        return None
    stages = [name for name in results.names(runs, "stage") if name in results.STAGES]
    kept = results.stage_shares(runs, agreement.name, community, "as_kept", stages)
    words = [f"{results.STAGES[stage]} {percent(share)}" for stage, share in zip(stages, kept, strict=True)]
    svg = inline_svg(
        plotting.funnel(runs, agreement.name, community=community),
        key=f"funnel-{community}-{agreement.name}",
        title=f"{agreement.label}: from request to delivery in {place}",
        description=f"As kept, of the rations requested: {listed(words)}.",
    )
    rows = [
        Row(
            results.STAGES.get(stage, results.short_label(stage).lower()),
            [
                _counted(cells.cell(agreement.name, arm, community, "funnel", part_label((stage, measure))))
                for arm in results.ARMS
                for measure in results.names(runs, "measure")
            ],
        )
        for stage in results.names(runs, "stage")
    ]
    measures = results.names(runs, "measure")
    table = Table(
        caption=f"{agreement.label}, {place}: requests, people in them and rations at each stage, mean over "
        "replicates; below it their 80 % range",
        row_heads=["stage"],
        columns=[Entry(measure, outcome="funnel") for measure in measures] * len(results.ARMS),
        rows=rows,
        over=[(Entry(results.ARM_LABELS[arm]), len(measures)) for arm in results.ARMS],
    )
    return Panel(svg, table)


def _counted(cell: Cell, total: float = 0.0) -> Entry:
    """Return a mean count with its share of a total, where there is one, and its range, where it has one, below."""
    told = [percent(cell.mean / total)] if total > 0 else []
    if cell.high > cell.low:
        told.append(f"{count(cell.low)} to {count(cell.high)}")
    return Entry(count(cell.mean), "; ".join(told))
