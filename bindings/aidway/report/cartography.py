# SPDX-License-Identifier: Apache-2.0
"""The maps of the report: one in full, one small for each agreement, and who held what by date."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .. import layers, maps, results
from ..figures import inline_svg
from ..instants import to_local
from ..wording import listed, percent
from .facts import Agreement, Facts
from .pictures import Panel
from .tables import Entry, Row, Table

if TYPE_CHECKING:
    from ..runs import Runs

TURNS = 3  # days of change shown between the beginning and the end
GATE_SIGNS = {"open": "●", "by_clearance": "◆", "closed": "✕"}
TRAFFIC = {"aid": "aid", "goods": "goods", "civilians": "people"}


@dataclass(frozen=True)
class Maps:
    """Everything that the section on maps holds."""

    full: Panel
    small: list[tuple[Agreement, Panel]]
    gates: Table
    days: list[tuple[str, Panel]]
    held: Table | None
    credit: str


def the_maps(runs: Runs, facts: Facts, *, public: bool) -> Maps:
    """Draw all maps; agreements as of their day with every obligation kept."""
    scenario = runs.scenario
    moment = first_moment(runs)
    frame = maps.common_frame(scenario.engine, [entry.name for entry in facts.agreements], moment)
    days = _days(runs)
    return Maps(
        full=_full(runs, facts.baseline, moment, public=public),
        small=[(entry, _small(runs, entry, moment, frame)) for entry in facts.others],
        gates=_gates(runs, facts, moment),
        days=[(day_of(runs, at_s), _held(runs, facts.baseline, at_s, frame)) for at_s in days],
        held=_held_table(runs, days),
        credit=layers.attribution(scenario.engine),
    )


def _full(runs: Runs, agreement: Agreement, moment: int, *, public: bool) -> Panel:
    engine = runs.scenario.engine
    gates = maps.gates_under(engine, agreement.name, moment)
    free = [gate.title for gate in gates if gate.aid == "open"]
    svg = inline_svg(
        maps.agreement_map(runs.scenario, agreement.name, at_s=moment, public=public, title=False),
        key="map-full",
        title=f"{agreement.label}: areas of control, roads and gates{' (schematic)' if engine.schematic else ''}",
        description=f"Gates open to aid: {listed(free) or 'none'}. All gates are in the table below the pictures.",
    )
    return Panel(svg)


def _small(runs: Runs, agreement: Agreement, moment: int, frame: maps.Frame) -> Panel:
    engine = runs.scenario.engine
    gates = maps.gates_under(engine, agreement.name, moment)
    opened = list(maps.opened_roads(engine, gates).values())
    free = [f"{gate.title} (to {_who(gate.opens_for)})" for gate in gates if gate.opens_for]
    everyone = [name for name in TRAFFIC if any(name in gate.opens_for for gate in gates)]
    svg = inline_svg(
        maps.small_map(runs.scenario, agreement.name, at_s=moment, frame=frame),
        key=f"map-{agreement.name}",
        title=f"{agreement.label}: roads that it opens{' (schematic)' if engine.schematic else ''}",
        description=(
            f"Roads that the agreement opens: {listed(opened) or 'none'}. Gates that it opens: "
            f"{listed(free) or 'none'}. All gates are in the table below the pictures."
        ),
    )
    return Panel(svg, caption=f"Opens {listed(opened)} to {_who(everyone)}" if opened else "Opens no road")


def _who(traffic: Iterable[str]) -> str:
    return listed([TRAFFIC[name] for name in traffic])


def _gates(runs: Runs, facts: Facts, moment: int) -> Table:
    """Every gate by agreement: what aid may do there, and whether a term says so."""
    engine = runs.scenario.engine
    under = {
        entry.name: {gate.name: gate for gate in maps.gates_under(engine, entry.name, moment)}
        for entry in facts.agreements
    }
    base = under[facts.baseline.name]
    rows = []
    for gate in sorted(base.values(), key=lambda gate: (not gate.front, gate.title)):
        entries = [Entry(_holder(runs, gate.held_by)), Entry("yes" if gate.front else "no")]
        for entry in facts.agreements:
            found = under[entry.name][gate.name]
            entries.append(
                Entry(
                    f"{GATE_SIGNS[found.aid]} {maps.GATE_LABELS[found.aid]}",
                    f"▲ opened to {_who(found.opens_for)} by a term" if found.opens_for else "",
                )
            )
        rows.append(Row(gate.title, entries))
    return Table(
        lengthy=True,
        caption=f"Every gate on {day_of(runs, moment)}, for aid, if every obligation is kept",
        row_heads=["gate"],
        columns=[Entry("held by"), Entry("on the front line"), *(Entry(entry.label) for entry in facts.agreements)],
        rows=rows,
    )


def _holder(runs: Runs, held_by: Sequence[str]) -> str:
    parties = runs.provenance["parties"]
    return listed([str(parties.get(name, name)) for name in held_by]) if held_by else "nobody"


def _days(runs: Runs) -> list[int]:
    """Return the days shown: the first, that of the agreements, the great changes, the last."""
    engine = runs.scenario.engine
    first, last = int(engine.period_from_s), int(engine.period_to_s) - 1
    moment = first_moment(runs)
    turns = layers.days_of_change(engine, moment, last, TURNS)
    wanted = sorted({first, moment, *turns, last})
    return [at_s for at_s in wanted if len(layers.control_at(engine, at_s))]


def _held(runs: Runs, baseline: Agreement, at_s: int, frame: maps.Frame) -> Panel:
    engine = runs.scenario.engine
    shares = layers.held_shares(layers.control_at(engine, at_s))
    told = [f"{engine.parties.get(party, party)} {percent(share)}" for party, share in shares.items()]
    svg = inline_svg(
        maps.control_map(runs.scenario, baseline.name, at_s=at_s, frame=frame),
        key=f"held-{at_s}",
        title=f"Who held what on {day_of(runs, at_s)}{' (schematic)' if engine.schematic else ''}",
        description=f"Share of the ground on the map: {listed(told)}.",
    )
    return Panel(svg)


def _held_table(runs: Runs, days: list[int]) -> Table | None:
    engine = runs.scenario.engine
    by_day = {at_s: layers.held_shares(layers.control_at(engine, at_s)) for at_s in days}
    parties = sorted({party for shares in by_day.values() for party in shares})
    if not parties:
        return None
    return Table(
        caption="Share of the ground of the control layer, by holder and day, as it was in history",
        row_heads=["day"],
        columns=[Entry(str(engine.parties.get(party, results.short_label(party)))) for party in parties],
        rows=[
            Row(day_of(runs, at_s), [Entry(percent(shares.get(party, 0.0))) for party in parties])
            for at_s, shares in by_day.items()
        ],
    )


def first_moment(runs: Runs) -> int:
    """Return the beginning of the first week, in seconds of UTC since 1970."""
    return int(runs.dataset["week"].to_numpy()[0].astype("datetime64[s]").astype("int64"))


def day_of(runs: Runs, at_s: int) -> str:
    """Return a day by the scenario's clock in words: `12 September 2016`."""
    moment = to_local(at_s, runs.scenario.engine.timezone)
    return f"{moment.day} {moment:%B %Y}"
