# SPDX-License-Identifier: Apache-2.0
"""The tiny scenario with violence that an agreement bans, monitors that report it, and consequences."""

from __future__ import annotations

from pathlib import Path

TABLES = """\
monitors:
  wardens:
    name: The wardens
    coverage: 0.8
    attribution:
      crown: {crown: 0.9, league: 0.0}
      league: {crown: 0.3, league: 0.5}
    source: FABLE
    confidence: assumed
deterrence:
  severity: 0.9
  undeterred: 0.1
  response: 3
  backfire: 1.2
  source: FABLE
  confidence: assumed
"""
ENFORCED = """\
agreement: enforced
title: Guns silent, watched, with consequences
effective_from: 2016-06-15T12:00
source: FABLE
confidence: assumed
terms:
  - open_road: {road: river, for: [aid]}
    obliges: [crown, league]
  - cease_hostilities: {parties: [crown, league]}
  - monitor: {by: wardens}
    obliges: [crown]
  - publish_terms: {}
  - obligation: {text: free the ferrymen, by: [crown]}
  - consequence: {after: 3 reports in 7 d, by: wardens, effect: sanctions, lasting: 10 d}
"""


def watch(folder: Path) -> Path:
    """Write monitors, deterrence and the agreement `enforced` into a copy of the tiny scenario, and return it."""
    path = folder / "scenario.yaml"
    text = path.read_text(encoding="utf-8")
    text = text.replace("rate: 0.3 /d", "rate: 1 /d").replace("outside:\n  fairs:", TABLES + "outside:\n  fairs:")
    path.write_text(text, encoding="utf-8")
    (folder / "agreements" / "enforced.yaml").write_text(ENFORCED, encoding="utf-8")
    return folder
