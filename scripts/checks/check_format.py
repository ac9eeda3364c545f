# SPDX-License-Identifier: Apache-2.0
"""C++ is laid out as .clang-format says, by the one release of clang-format that the project uses."""

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

from source_tree import Fault, files, main

PLACE = re.compile(r"^(?P<file>[^:\n]+):(?P<line>\d+):\d+: error: ", re.M)


def check(root: Path) -> Iterator[Fault]:
    sources = [str(path) for path in files(root, "*.hpp", "*.cpp")]
    if not sources:
        return
    told = subprocess.run(
        ["clang-format-14", "--dry-run", "-Werror", *sources], cwd=root, capture_output=True, text=True, check=False
    )
    first = {match["file"]: int(match["line"]) for match in reversed(list(PLACE.finditer(told.stderr)))}
    for name, line in first.items():
        yield Fault(name, line, "not laid out as .clang-format says; run clang-format-14 -i on it")
    if told.returncode and not first:
        yield Fault(".clang-format", 1, told.stderr.strip())


if __name__ == "__main__":
    main(check)
