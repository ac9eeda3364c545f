# SPDX-License-Identifier: Apache-2.0
"""The pictures of the report, each with its words for a screen reader and its numbers as a table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pandas as pd
from markupsafe import Markup

from .. import layers, maps, plotting, results
from ..figures import inline_svg
from ..histogram import weekly_band
from .cells import Cells
from .facts import Agreement, Facts
from .tables import Entry, Row, Table
from .wording import count, listed, percent, spread

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
        told.append(f"{agreement.label}: {percent(signed.mean)} as signed, {percent(kept.mean)} as kept")
    place = results.community_label(runs, community)
    svg = inline_svg(
        plotting.ranges(runs, community=community),
        key=f"ranges-{community}",
        title=f"Share of the food needed that would be eaten in {place}, by agreement",
        description=f"{'; '.join(told)}. Points are means, lines hold 80 % of the replicates.",
    )
    return Panel(svg)


def weeks(runs: Runs, agreement: Agreement, community: str) -> Panel:
    """Draw weekly coverage under one agreement, both arms."""
    place = results.community_label(runs, community)
    bands = {arm: weekly_band(runs.dataset, "weekly_coverage", agreement.name, arm, community) for arm in results.ARMS}
    starts = pd.to_datetime(runs.dataset["week"].to_numpy())
    rows = [
        Row(
            f"{start.day} {plotting.MONTHS[start.month - 1]} {start.year}",
            [
                Entry(f"{percent(band[1, week])}", spread(percent(band[0, week]), percent(band[2, week])))
                for band in bands.values()
            ],
        )
        for week, start in enumerate(starts)
    ]
    first, last = bands["as_kept"][1, 0], bands["as_kept"][1, -1]
    svg = inline_svg(
        plotting.weekly(runs, agreements=[agreement.name], community=community),
        key=f"weeks-{community}-{agreement.name}",
        title=f"{agreement.label}: share of need eaten in {place}, week by week",
        description=(
            f"As kept, the median goes from {percent(first)} in the first week to {percent(last)} in the last; "
            f"as signed, it ends at {percent(bands['as_signed'][1, -1])}. The table below has every week."
        ),
    )
    table = Table(
        caption=f"{agreement.label}, {place}: median, and the range from the 10 % to the 90 % quantile",
        row_heads=["week from"],
        columns=[Entry(results.ARM_LABELS[arm]) for arm in bands],
        rows=rows,
    )
    return Panel(svg, table)


def undelivered(runs: Runs, agreement: Agreement, community: str) -> Panel | None:
    """Draw where the rations ended, as kept; None where none were planned."""
    place = results.community_label(runs, community)
    by_arm = {arm: results.reason_rations(runs, agreement.name, community, arm) for arm in results.ARMS}
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
        description=f"Of all rations planned: {listed(told)}.",
    )
    rows = [
        Row(
            results.reason_label(str(name)),
            [
                Entry(count(float(rations[name])), percent(float(rations[name]) / totals[arm]) if totals[arm] else "")
                for arm, rations in by_arm.items()
            ],
        )
        for name in kept.index
        if any(float(rations[name]) > 0 for rations in by_arm.values())
    ]
    total = Row("all rations planned", [Entry(count(value)) for value in totals.values()])
    table = Table(
        caption=f"{agreement.label}, {place}: rations by the cause that ended their way, mean over replicates",
        row_heads=["where they ended"],
        columns=[Entry(results.ARM_LABELS[arm]) for arm in by_arm],
        rows=[*rows, total],
    )
    return Panel(svg, table)


def the_map(runs: Runs, agreement: Agreement, *, public: bool) -> Panel:
    """Draw an agreement on the map on the day it takes effect, every obligation kept."""
    engine = runs.scenario.engine
    moment = first_moment(runs)
    gates = maps.gates_under(engine, agreement.name, moment)
    opened = list(maps.opened_roads(engine, gates).values())
    free = [gate.title for gate in gates if gate.aid != "closed" and gate.by_term]
    svg = inline_svg(
        maps.agreement_map(runs.scenario, agreement.name, at_s=moment, public=public, title=False),
        key=f"map-{agreement.name}",
        title=f"{agreement.label}: areas of control, roads and gates{' (schematic)' if engine.schematic else ''}",
        description=(
            f"Roads that the agreement opens: {listed(opened) or 'none'}. Gates that it opens to aid: "
            f"{listed(free) or 'none'}. All gates are in the table below the picture."
        ),
    )
    rows = [
        Row(gate.title, [Entry(maps.GATE_LABELS[gate.aid]), Entry(gate.by_term or "as it stood")])
        for gate in sorted(gates, key=lambda gate: gate.title)
    ]
    table = Table(
        caption=f"{agreement.label}: gates on the day it takes effect, every obligation kept",
        row_heads=["gate"],
        columns=[Entry("for aid"), Entry("by which term")],
        rows=rows,
    )
    return Panel(svg, table, layers.attribution(engine))


def first_moment(runs: Runs) -> int:
    """Return the beginning of the first week, in seconds of UTC since 1970."""
    return int(runs.dataset["week"].to_numpy()[0].astype("datetime64[s]").astype("int64"))
