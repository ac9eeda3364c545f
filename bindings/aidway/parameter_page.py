# SPDX-License-Identifier: Apache-2.0
"""Every parameter of a scenario on one page: its value, its mark, its source."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

from .scenario import Scenario

WORDING = {"aidway", "agreement", "name", "title", "question", "cite", "text", "address"}
MARKS = ("seen", "derived", "assumed")


def parameter_page(scenario: Scenario) -> str:
    """Return the page in Markdown: a table for each part of `scenario.yaml`, in the order of the file.

    Parameters
    ----------
    scenario
        The scenario.

    Returns
    -------
    str
        Path, value as written, mark (seen, derived, assumed), sources by key, and note of every value but wording.
        A value without a mark counts as assumed.
    """
    values = [dict(value) for value in scenario.engine.values()]
    told = [value for value in values if is_parameter(str(value["path"]))]
    counted = Counter(mark_of(value) for value in told)
    split = ", ".join(f"{counted[mark]} {mark}" for mark in MARKS)
    lines = [
        f"# Parameters: {scenario.title}",
        "",
        (
            f"Written by `aidway reference --values {scenario.folder.name}` from `scenario.yaml`; edit that. "
            f"{len(told)} values: {split}. *Seen* stands in the source named, *derived* is arithmetic on seen figures, "
            "*assumed* is ours. A law (uniform, pert, beta ...) is not known rather than random: it is drawn once for "
            "each parameter point."
        ),
    ]
    part = ""
    for value in told:
        path = str(value["path"])
        if path.split("/")[0] != part:
            part = path.split("/")[0]
            lines += ["", f"## {part}", "", "| value | is | mark | source | note |", "|---|---|---|---|---|"]
        sources = ", ".join(str(key) for key in value.get("sources", []))
        cells = (f"`{path}`", str(value["value"]), mark_of(value), sources, str(value.get("note") or ""))
        lines.append("| " + " | ".join(cell_text(cell) for cell in cells) + " |")
    return "\n".join(lines) + "\n"


def is_parameter(path: str) -> bool:
    """Whether a value is more than wording and no entry of the list of sources."""
    parts = path.split("/")
    return parts[0] != "sources" and parts[-1] not in WORDING


def mark_of(value: Mapping[str, Any]) -> str:
    """Return the confidence of a value; what states none is assumed."""
    mark = str(value.get("confidence") or "assumed")
    return mark if mark in MARKS else "assumed"


def cell_text(text: str) -> str:
    """Return text that stays within its cell of a Markdown table."""
    return " ".join(text.split()).replace("|", "\\|").replace("<", "&lt;")
