# SPDX-License-Identifier: Apache-2.0
"""The tiny scenario with every table and every term, all of it legal."""

from __future__ import annotations

from pathlib import Path

TABLES = """\
allocation: {rule: proportional, source: FABLE, confidence: assumed}
airfields: {strip: {name: The strip, at: [5.0, 0.3], source: FABLE, confidence: seen}}
air_operations:
  geese:
    name: Geese
    load: 2 t
    aircraft: 2
    sorties_per_day: 1
    goods: [food]
    hours: 06:00-18:00
    region: wend
    flyable: 0.6
    denied: 0.2
    altitude: high
    pallets: 12
    usable: {beta: [6, 2]}
    damaged: 0.5
    out_of_zone: 0.3
    source: FABLE
    confidence: assumed
monitors:
  wardens:
    name: The wardens
    coverage: 0.5
    by_kind: {air_strikes: 0.9, shelling: 0.55, ground_attacks: 0.4, banned_weapons: 0.3, arrests: 0.2}
    by_party: {crown: 0.7}
    by_place: {quay: 0.8}
    delay: {uniform: [1 d, 3 d]}
    attribution: {crown: {crown: 0.8, league: 0.1}}
    false_reports: 0.01 /d
    admitted_by: [league]
    source: FABLE
    confidence: assumed
deterrence:
  severity: 0.8
  undeterred: 0.25
  response: {uniform: [0, 6]}
  responds: {discrete: [0, 1, 1, 1]}
  applied_before: 1
  failed_before: 3
  failed_before_public: 1
  memory: 30 d
  backfire: 1.2
  source: FABLE
  confidence: assumed
evacuations:
  buses: {community: oldmere, at: 2016-07-01T15:00, people: 500, to: tarnwick, source: FABLE, confidence: seen}
  boats: {community: tarnwick, at: 2016-07-02, share: 0.5, source: FABLE, confidence: seen}
medicine: {goods: medicine, kit: 1.25 t, kit_people: 10000, kit_lasts: 90 d, source: FABLE, confidence: assumed}
bread: {share: 0.4, capacity: 900 kg/d, diesel: diesel, diesel_per_tonne: 80 kg, source: FABLE, confidence: assumed}
overlays:
  ford: {name: The ford, when: by_agreement, from: 2016-06-05, to: 2016-07-20, close: {gate: harbour}}
  lantern: {name: The lantern, when: by_agreement, open: {gate: pass, for: [aid], hours: 06:00-18:00}}
  mud: {name: Mud, slow: {road: hill, factor: 0.5}}
  toll: {name: A toll, cap: {gate: bridge, trucks_per_day: 20}}
  curfew: {name: A curfew, when: by_agreement, hours: {gate: bridge, between: 08:00-14:00}}
  causeway:
    name: A causeway
    when: by_agreement
    add: {line: [[5.1, 0.12], [5.2, 0.12]], road: causeway, for: [aid]}

"""
DIESEL = """\
  diesel: {name: Diesel, density: 0.8 t/m3, per_person_day: 5 g/d, source: FABLE, confidence: assumed}

"""
VIOLENCE = """\
  while_grounded: 0.1
  while_demilitarised: 0.35
  answers: {delay: 1 d, most: 20 /d, by: {crown: {league: 0.2}}}
  convoys: {hit: 0.01, within: 1 km, trucks: {beta: [18, 13]}, suspend: 3 d}
"""
ENCLAVE = """\
    leave_to: tarnwick
    opening_medicine: 11 d
    bakeries: [{from: 2016-06-01, count: 37}, {from: 2016-06-20, count: 25}]
    opening_diesel: 3 t
"""
EDITS = (
    ("food:\n  goods: food\n", f"{DIESEL}food:\n  goods: food\n  inequality: {{base: 0.3, by_price: 0.15}}\n"),
    ("  diverted: 0.05\n", "  diverted: 0.05\n  diverted_monitored: 0.02\n"),
    ("    name: Oldmere\n", "    name: Oldmere\n    drop_zone: low\n"),
    ("    siege_line: [bridge]\n", f"    siege_line: [bridge]\n{ENCLAVE}"),
    ("{name: Northport docks,", "{stock: {food: {at_start: 100 t, per_week: 50 t}}, name: Northport docks,"),
    ("{name: Eastgrange yard,", "{cross_loading: 1 d, name: Eastgrange yard,"),
    ("    trucks: 24\n", "    trucks: 24\n    crews: 20\n"),
    ("  wait_limit: 5 h\n", "  wait_limit: 5 h\n  reroute: true\n"),
    ("  procedure: two_step\n", "  procedure: two_step\n  answer_model: common_shock\n"),
    ("while_kept: 0.4}", "while_kept: 0.4, theatre: west, share: 1}"),
    ("kind: ground_attacks, rate: 0.1 /d, severe: 0.3, while_kept: 0.5}",
     "kind: air_strikes, rate: 0.1 /d, severe: 0.3, while_kept: 0.5, theatre: hills}"),
    ("weight: 3}", "weight: 3, theatre: west}"),
    ("{at: [5.2375, 0.15]}", "{at: [5.2375, 0.15], theatre: hills}"),
    ("  near: 5 km\n", f"{VIOLENCE}  near: 5 km\n"),
    ("sources:\n", f"{TABLES}sources:\n"),
)  # fmt: skip
EVERY = """\
agreement: every
title: Every term that came late
effective_from: 2016-06-15T12:00
source: FABLE
confidence: assumed
terms:
  - ground_aircraft: {parties: [league]}
  - demilitarise: {road: river, parties: [crown], pull_back: [{kinds: [shelling], distance: 5 km}]}
  - air_delivery: {operation: geese, method: drop, to: [oldmere], from: strip, consent: asked, sorties_per_day: 2}
  - air_delivery: {operation: geese, method: bridge, depot: northport}
    name: air-bridge
  - needs_based: {undo_links: false}
  - open_crossing: {crossing: harbour, for: [aid], hours: 06:00-18:00, trucks_per_day: 5}
  - monitor: {by: league, coverage: 0.6, attribution: 0.7, misattributed: 0.1, delay: 2 d, false_reports: 0 /d}
  - monitor: {by: crown, coverage: 0.65, attribution: 0.75, bias: {league: {crown: 0.5}}}
  - monitor:
      by: independent
      coverage: 1
      attribution: 1
      where: {roads: [river], communities: [tarnwick], distribution: true, within: 4 km}
  - monitor: {by: wardens, where: {distribution: true}}
  - consequence:
      after: 3 reports in 7 d
      by: wardens
      share: 0.45
      against: crown
      effect: sanctions
      lag: 3 d
      lasting: 9 d
      certainty: 0.85
      published: false
  - publish_terms: {where: in the market}
  - obligation: {text: free the ferrymen, by: [crown]}
"""
OLDER = """\
agreement: older
title: Every term that came early
question: What was said first?
extends: one-road
without: [open_road/river]
effective_from: 2016-06-15T12:00 # older
source: FABLE
confidence: assumed
terms:
  - open_road: {road: hill, for: [aid, goods], hours: 07:00-17:00, trucks_per_day: 30}
    name: hill-open
    on: true
    obliges: [league] # hill
    cite: treaty of the ferry, article 9
    after: 1 d
    lasting: 20 d
    renewal: 5 d
  - permission: {procedure: two_step, deciders: [crown], deadline: 3 d, silence_means: escalate, escalates_to: league}
  - protect_cargo: {goods: [medicine], gates: [pass]}
  - checkpoint: {gates: [bridge], by: league, inspection: 4 min, lanes: 2, turn_back: 0.1, seals_honoured: true}
  - cease_hostilities: {parties: [crown, league], theatre: west, kinds: [shelling], no_gain_of_ground: true}
  - lift_siege: {communities: [oldmere]}
  - free_movement: {roads: [river], gates: [pass], for: [goods, civilians], hours: 08:00-16:00, goods_per_day: 9 t/d,
      fees: 0.1}
  - apply_overlay: {overlay: ford}
"""


def add_everything(folder: Path) -> Path:
    """Write all of it into a copy of the tiny scenario, and return that."""
    path = folder / "scenario.yaml"
    text = path.read_text(encoding="utf-8")
    for old, new in EDITS:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    path.write_text(text, encoding="utf-8")
    (folder / "agreements" / "every.yaml").write_text(EVERY, encoding="utf-8")
    (folder / "agreements" / "older.yaml").write_text(OLDER, encoding="utf-8")
    return folder
