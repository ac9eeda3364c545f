# SPDX-License-Identifier: Apache-2.0
"""The page, put together from its parts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import jinja2
from markupsafe import Markup

from .. import results
from . import answer, pictures, tables
from .cells import Cells
from .facts import GRADE_MEANINGS, GRADES, Agreement, Facts, read_facts
from .limits import NOT_MODELLED
from .wording import percent

if TYPE_CHECKING:
    from ..runs import Runs


@dataclass(frozen=True)
class Place:
    """What the page shows of one community."""

    name: str
    title: str
    ranges: pictures.Panel
    side_by_side: tables.Table
    differences: tables.Table | None
    precision: tables.Table
    weeks: list[tuple[Agreement, pictures.Panel]]
    reasons: list[tuple[Agreement, pictures.Panel]]


def render(runs: Runs, *, public: bool) -> str:
    """Return the whole page; the same runs give the same text."""
    facts = read_facts(runs)
    cells = Cells(runs)
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
        places=[_place(runs, facts, cells, name) for name in order],
        maps=[(agreement, pictures.the_map(runs, agreement, public=public)) for agreement in facts.agreements],
        schematic=bool(runs.provenance["scenario"]["schematic"]),
        parties=runs.provenance["parties"],
        limits=NOT_MODELLED,
        grades=[(grade, GRADE_MEANINGS[grade], facts.by_grade(grade)) for grade in GRADES],
        unknown_share=_unknown_share(facts, cells, focus),
        enough=_enough(facts, cells, focus),
        effective=long_date(facts.effective_from),
        until=long_date(facts.period_to),
        public=public,
    )


def _place(runs: Runs, facts: Facts, cells: Cells, community: str) -> Place:
    reasons = [(agreement, pictures.undelivered(runs, agreement, community)) for agreement in facts.agreements]
    return Place(
        name=community,
        title=results.community_label(runs, community),
        ranges=pictures.coverage_ranges(runs, facts, cells, community),
        side_by_side=tables.side_by_side(runs, facts, cells, community),
        differences=tables.differences(runs, facts, cells, community),
        precision=tables.precision(runs, facts, cells, community),
        weeks=[(agreement, pictures.weeks(runs, agreement, community)) for agreement in facts.agreements],
        reasons=[(agreement, panel) for agreement, panel in reasons if panel is not None],
    )


def _unknown_share(facts: Facts, cells: Cells, focus: str) -> str:
    """Say how much of the spread of the best agreement comes from what is not known."""
    best = (cells.ranked(facts, focus) or [facts.baseline])[0]
    cell = cells.cell(best.name, "as_kept", focus)
    return percent(cell.epistemic_share) if cell.high > cell.low else ""


def _enough(facts: Facts, cells: Cells, focus: str) -> bool:
    """Whether the Monte Carlo error is small beside the range, for every agreement: under a twentieth."""
    found = [cells.cell(agreement.name, arm, focus) for agreement in facts.agreements for arm in results.ARMS]
    return all(cell.standard_error <= 0.05 * (cell.high - cell.low) for cell in found if cell.high > cell.low)


def long_date(text: str) -> str:
    """Return the day of an ISO 8601 instant in words: `12 September 2016`."""
    year, month, day = text[:10].split("-")
    return f"{int(day)} {LONG_MONTHS[int(month) - 1]} {year}"


LONG_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
