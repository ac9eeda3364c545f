# SPDX-License-Identifier: Apache-2.0
"""Each source file says its licence in one line at its head; each C++ header then says `#pragma once`."""

from collections.abc import Iterator
from pathlib import Path

from source_tree import Fault, files, main, numbered

SOURCES = ("*.hpp", "*.cpp", "*.py", "*.cmake", "*.sh", "CMakeLists.txt", "*.toml")
LICENCE = "SPDX-License-Identifier: Apache-2.0"


def is_script(root: Path, path: Path) -> bool:
    """Whether an extensionless file is a script."""
    with (root / path).open("rb") as stream:
        return stream.read(2) == b"#!"


def check(root: Path) -> Iterator[Fault]:
    for path in files(root):
        source = any(path.match(pattern) for pattern in SOURCES)
        if not source and not (path.suffix == "" and is_script(root, path)):
            continue
        head = [text for _, text in numbered(root, path)[:2]]
        if not any(LICENCE in text for text in head):
            yield Fault(str(path), 1, f"says no licence at its head: {LICENCE}")
        elif path.suffix == ".hpp" and "#pragma once" not in (text for _, text in numbered(root, path)[:3]):
            yield Fault(str(path), 2, "a header says #pragma once after its licence")


if __name__ == "__main__":
    main(check)
