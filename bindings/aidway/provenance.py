# SPDX-License-Identifier: Apache-2.0
"""Where runs come from: enough to repeat them and to doubt every number in them."""

from __future__ import annotations

import json
import shlex
from typing import Any

from . import _engine
from .dataset import FORMAT_VERSION
from .instants import to_iso
from .scenario import Scenario

KIND = "aidway runs"


def provenance_of(
    scenario: Scenario,
    agreements: list[str],
    *,
    replicates: int,
    seed: int,
    per_point: int,
    effective_from_s: int | None,
    identity: str,
) -> dict[str, Any]:
    """Return the provenance of runs, ready for JSON.

    It holds no time of day, no machine and no number of threads: the same request gives the same text.
    """
    engine = scenario.engine
    effective_from = None if effective_from_s is None else to_iso(effective_from_s, scenario.timezone)
    command = ["aidway", "run", engine.folder, "--agreements", ",".join(agreements)]
    command += ["--replicates", str(replicates), "--seed", str(seed), "--per-point", str(per_point)]
    if effective_from is not None:
        command += ["--effective-from", effective_from]
    for path, value in scenario.changes:
        command += ["--set", f"{path}={value}"]
    for added in scenario.added:
        command += ["--with-agreement", json.dumps(added.request(), ensure_ascii=False)]
    return {
        "kind": KIND,
        "format_version": FORMAT_VERSION,
        "aidway_version": _engine.version(),
        "scenario": {
            "name": engine.name,
            "title": engine.title,
            "question": engine.question,
            "folder": engine.folder,
            "digest": engine.digest,
            "schematic": engine.schematic,
            "period": {
                "from": to_iso(engine.period_from_s, engine.timezone),
                "to": to_iso(engine.period_to_s, engine.timezone),
                "timezone": engine.timezone,
            },
        },
        "model": identity,
        "changes": [{"path": path, "value": value} for path, value in scenario.changes],
        "added_agreements": [added.request() for added in scenario.added],
        "seed": seed,
        "replicates": replicates,
        "per_point": per_point,
        "effective_from": effective_from,
        "command": shlex.join(command),
        "agreements": [agreement_of(engine, name) for name in agreements],
        "communities": {name: dict(engine.community(name)) for name in engine.communities},
        "parties": engine.parties,
        "values": [dict(value) for value in engine.values()],
        "sources": {name: dict(source) for name, source in engine.sources().items()},
        "uncertainties": [dict(uncertainty) for uncertainty in engine.uncertainties()],
    }


def agreement_of(engine: _engine.Scenario, name: str) -> dict[str, Any]:
    """Return an agreement's own words: what it is called and asks, its terms in force, and the text that was run."""
    about = engine.agreement(name)
    return {
        "name": name,
        "title": about["title"],
        "question": about["question"],
        "effective_from": to_iso(about["effective_from_s"], engine.timezone),
        "extends": about["extends"],
        "terms": [dict(term) for term in engine.terms(name)],
        "switched_off": [term["name"] for term in about["terms"] if not term["on"]],
        "text": about["text"],
    }
