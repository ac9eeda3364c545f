# SPDX-License-Identifier: Apache-2.0
"""The project's text speaks of the project alone: it names no folder outside it and no machine's own paths."""

import re
from collections.abc import Iterator
from pathlib import Path

from source_tree import Fault, files, main, numbered

BINARY = {".gpkg", ".pbf", ".tif", ".png", ".parquet", ".gz", ".zip"}
FORBIDDEN = {
    r"\.\./shared\b": "names a folder outside the project",
    r"(?<![\w.~/-])/(work|root|home|tmp)/[\w.-]": "names a path of one machine",
    r"\bTODO\b|\bFIXME\b": "leaves work undone: do it, or file it",
}
SELF = Path("scripts/checks/check_text.py")


def check(root: Path) -> Iterator[Fault]:
    for path in files(root):
        if path == SELF or path.suffix in BINARY:
            continue
        for number, line in numbered(root, path):
            for pattern, message in FORBIDDEN.items():
                match = re.search(pattern, line)
                if match:
                    yield Fault(str(path), number, f"{message}: '{match[0]}'")


if __name__ == "__main__":
    main(check)
