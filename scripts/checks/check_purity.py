# SPDX-License-Identifier: Apache-2.0
"""The engine never prints, never aborts and opens no namespace: whoever embeds it decides what is said and when."""

import re
from collections.abc import Iterator
from pathlib import Path

from source_tree import Fault, code_only, files, main

FORBIDDEN = {
    r"\bstd::(cout|cerr|clog|wcout|wcerr|wclog)\b": "the engine never prints",
    r"#\s*include\s*<(iostream|print|cstdio|fmt/ostream\.h|fmt/color\.h)>": "the engine never prints",
    r"(?<![\w.>])(std::|fmt::)?(printf|fprintf|vprintf|puts|fputs|putchar|perror|fmt::print|println)\s*\(": (
        "the engine never prints"
    ),
    r"\bfmt::print\b": "the engine never prints",
    r"(?<![\w.>])(std::)?(abort|exit|_Exit|_exit|quick_exit|terminate|set_terminate)\s*\(": "the engine never aborts",
    r"\busing\s+namespace\b": "no `using namespace`: write the name out",
    r"\b(std::)?(random_device|rand|srand)\s*\(": "chance comes from keyed draws only",
    r"\bstd::(mt19937|random_device|default_random_engine)\b": "chance comes from keyed draws only",
}


def check(root: Path) -> Iterator[Fault]:
    for path in files(root, "*.hpp", "*.cpp"):
        if path.parts[0] != "engine":
            continue
        code = code_only((root / path).read_text(encoding="utf-8"))
        for number, line in enumerate(code.splitlines(), start=1):
            for pattern, message in FORBIDDEN.items():
                if re.search(pattern, line):
                    yield Fault(str(path), number, message)
                    break


if __name__ == "__main__":
    main(check)
