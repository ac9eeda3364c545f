# SPDX-License-Identifier: Apache-2.0
"""The page, put together from its parts."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import jinja2
from markupsafe import Markup

from .. import results
from ..limits import limits_of
from ..meanings import meanings
from ..wording import listed, percent
from . import (
    air,
    answer,
    cartography,
    compared,
    enforced,
    glance,
    held,
    ledger,
    pictures,
    precision,
    structures,
    swings,
    tables,
    unknowns,
    ways,
)
from .cells import Cells
from .facts import GRADE_MEANINGS, GRADES, Agreement, Facts, read_facts

if TYPE_CHECKING:
    from ..runs import Runs

Panels = list[tuple[Agreement, pictures.Panel]]


@dataclass(frozen=True)
class Place:
    """What the page shows of one community."""

    name: str
    title: str
    unmoved: bool
    ranges: pictures.Panel
    side_by_side: list[tables.Table]
    compared: list[tables.Table]
    precision: list[tables.Table]
    weeks: Panels
    prices: Panels
    reasons: Panels
    funnels: Panels


def render(runs: Runs, *, public: bool) -> str:
    """Return the whole page; the same runs give the same text."""
    facts = read_facts(runs)
    cells = Cells(runs)
    facts = replace(facts, agreements=cells.ordered(facts))
    focus = cells.focus(facts)
    order = [focus, *(name for name in cells.communities if name != focus)]
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("aidway.report", "."),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    style = Markup(environment.loader.get_source(environment, "style.css")[0]) if environment.loader else ""  # noqa: S704
    return environment.get_template("page.html.j2").render(
        style=style,
        facts=facts,
        answer=answer.compose(runs, facts, cells),
        glance=glance.at_a_glance(runs, facts, cells, order),
        flip=swings.what_would_flip(runs, facts, cells, focus),
        structures=structures.other_structures(runs, facts, cells, focus),
        places=[_place(runs, facts, cells, name) for name in order],
        violence=tables.violence(runs, facts, cells),
        equity=tables.equity(runs, facts, cells),
        held=held.by_holder(runs, facts, cells),
        air=air.by_air(runs, facts, cells),
        enforced=enforced.whether_it_pays(runs, facts, focus, public=public),
        ledger=ledger.ledger(runs, facts),
        maps=cartography.the_maps(runs, facts, public=public),
        ways=ways.the_ways(runs, facts, public=public),
        schematic=bool(runs.provenance["scenario"]["schematic"]),
        parties=runs.provenance["parties"],
        limits=limits_of(runs.provenance),
        grades=[(grade, GRADE_MEANINGS[grade], facts.by_grade(grade)) for grade in GRADES],
        assumed_share=percent(len(facts.by_grade("assumed")) / max(1, len(facts.values))),
        where_assumed=unknowns.where_assumed(facts),
        varied=listed(unknowns.varied(facts)),
        informal=unknowns.informal(runs, facts),
        cautions=tables.cautions(runs, cells),
        meanings=meanings(runs),
        apart=any(cells.apart(facts, name) for name in order),
        from_need=results.waterfall_of(runs) == "need_waterfall",
        unknown_share=_unknown_share(facts, cells, focus),
        enough=_enough(facts, cells),
        effective=long_date(facts.effective_from),
        until=long_date(facts.period_to),
        public=public,
    )


def _place(runs: Runs, facts: Facts, cells: Cells, community: str) -> Place:
    still = cells.unmoved(facts, community)
    shown = [facts.baseline] if still else facts.agreements
    told = replace(facts, agreements=shown)
    making = () if still else (compared.differences, compared.sureness, compared.pairs)
    found = [make(runs, facts, cells, community) for make in making]
    return Place(
        name=community,
        title=results.community_label(runs, community),
        unmoved=still,
        ranges=pictures.coverage_ranges(runs, told, cells, community),
        side_by_side=tables.side_by_side(runs, told, cells, community),
        compared=[table for table in found if table is not None],
        precision=precision.precision(runs, told, cells, community),
        weeks=_weekly(runs, shown, cells, community, "weekly_coverage"),
        prices=_weekly(runs, shown, cells, community, "weekly_price"),
        reasons=_present(shown, lambda entry: pictures.undelivered(runs, cells, entry, community)),
        funnels=_present(shown, lambda entry: pictures.narrowing(runs, cells, entry, community)),
    )


def _weekly(runs: Runs, shown: list[Agreement], cells: Cells, community: str, outcome: str) -> Panels:
    if outcome not in runs.dataset:
        return []
    return [(entry, pictures.weeks(runs, cells, entry, community, outcome)) for entry in shown]


def _present(shown: list[Agreement], make: Callable[[Agreement], pictures.Panel | None]) -> Panels:
    made = [(entry, make(entry)) for entry in shown]
    return [(entry, panel) for entry, panel in made if panel is not None]


def _unknown_share(facts: Facts, cells: Cells, focus: str) -> str:
    """Say how much of the spread of the best agreement comes from what is not known."""
    best = (cells.ranked(facts, focus) or [facts.baseline])[0]
    cell = cells.cell(best.name, "as_kept", focus)
    return percent(cell.epistemic_share) if cell.high > cell.low and math.isfinite(cell.epistemic_share) else ""


def _enough(facts: Facts, cells: Cells) -> bool:
    """Whether the Monte Carlo error of coverage is small beside the range, for every agreement and place."""
    return all(
        cells.cell(agreement.name, arm, community).enough
        for agreement in facts.agreements
        for arm in results.ARMS
        for community in cells.communities
    )


def long_date(text: str) -> str:
    """Return the day of an ISO 8601 instant in words: `12 September 2016`."""
    year, month, day = text[:10].split("-")
    return f"{int(day)} {LONG_MONTHS[int(month) - 1]} {year}"


LONG_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
