# SPDX-License-Identifier: Apache-2.0
"""Count the cases of bad input, file by file: `python tests/python/bad_input_table.py` writes the page's table anew.

A case is a row of a table of refusals in a test: broken text, and every word that is said about it.
"""

from __future__ import annotations

import re
from pathlib import Path

from test_broken_fields import CASES

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "verification" / "bad-input.md"
WHAT = {
    "tests/io/broken_folders_test.cpp": "scenario folders: syntax, keys, values, names, layers, tables",
    "tests/io/broken_agreements_test.cpp": "agreements: inheritance, dates, terms",
    "tests/io/broken_violence_test.cpp": "violence that answers violence, theatres, pull-backs",
    "tests/io/broken_monitors_test.cpp": "monitors, consequences, obligations",
    "tests/io/broken_air_test.cpp": "aircraft, drops, crossings, allocation",
    "tests/io/broken_welfare_test.cpp": "forced evacuation, medicine",
    "tests/io/yaml_test.cpp": "YAML: what it has and a scenario must not, and broken syntax",
    "tests/io/csv_test.cpp": "tables of comma-separated values",
    "tests/core/fields_reading_test.cpp": "values of every type, keys, laws, statements",
}


def rows(file: str) -> int:
    """Return how many rows the table `golden` of a C++ test has: what is indented as its first."""
    text = (ROOT / file).read_text(encoding="utf-8")
    found = re.search(r"^( *)const std::vector<.*> golden\{\n(.*?)\n\1\};", text, re.MULTILINE | re.DOTALL)
    assert found, file
    return len(re.findall(rf"^{found[1]}    \{{", found[2], re.MULTILINE))


def counts() -> dict[str, int]:
    """Return the number of cases by file."""
    return {**{file: rows(file) for file in WHAT}, "tests/python/test_broken_fields.py": len(CASES)}


def table() -> str:
    """Return the table of the page."""
    told = {
        **WHAT,
        "tests/python/test_broken_fields.py": "every key of scenarios, agreements and gate status, one by one",
    }
    found = counts()
    lines = [f"| `{file}` | {told[file]} | {number} |" for file, number in found.items()]
    return "\n".join(["| test | of what | cases |", "|---|---|---:|", *lines, f"| all | | {sum(found.values())} |"])


def with_table(page: str) -> str:
    """Return the page with its table as it is now."""
    begin, end = "<!-- table: begin -->\n", "\n<!-- table: end -->"
    return page[: page.index(begin) + len(begin)] + table() + page[page.index(end) :]


if __name__ == "__main__":
    PAGE.write_text(with_table(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
