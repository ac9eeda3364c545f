# SPDX-License-Identifier: Apache-2.0
"""One version: pyproject.toml, CITATION.cff and the changelog say what CMakeLists.txt says."""

import re
from collections.abc import Iterator
from pathlib import Path

from source_tree import Fault, main

SAID_BY = {
    "pyproject.toml": r'^version = "([^"]+)"',
    "CITATION.cff": r"^version: (\S+)",
    "CHANGELOG.md": r"^## (?:\[)?(\d+\.\d+\.\d+)",
}


def check(root: Path) -> Iterator[Fault]:
    declared = re.search(r"^project\(\w+ VERSION (\S+)", (root / "CMakeLists.txt").read_text(), re.M)
    if declared is None:
        yield Fault("CMakeLists.txt", 1, "declares no version")
        return
    for name, pattern in SAID_BY.items():
        text = (root / name).read_text()
        match = re.search(pattern, text, re.M)
        if match is None:
            yield Fault(name, 1, f"says no version; CMakeLists.txt says {declared[1]}")
        elif match[1] != declared[1]:
            line = text.count("\n", 0, match.start()) + 1
            yield Fault(name, line, f"says version {match[1]}; CMakeLists.txt says {declared[1]}")


if __name__ == "__main__":
    main(check)
