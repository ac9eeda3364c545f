# SPDX-License-Identifier: Apache-2.0
"""What the checks share: the project's files, faults with their place, and how a check is called."""

import re
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

LEFT_OUT = {".git", ".venv", "build", "out", "__pycache__"}
# Comments and literals, so that a word in a comment is no code; line breaks inside them are kept.
LITERAL = re.compile(
    r'//[^\n]*|/\*.*?\*/|R"([^(\s]*)\(.*?\)\1"|"(?:\\.|[^"\\\n])*"|(?<!\w)\'(?:\\.|[^\'\\\n])*\'', re.S
)


@dataclass(frozen=True, order=True)
class Fault:
    file: str
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.message}"


def files(root: Path, *patterns: str) -> Iterator[Path]:
    """Files of the project, relative to root and in order, that match any pattern: git's, with what is new."""
    git = subprocess.run(
        ["git", "-C", str(root), "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        capture_output=True,
        check=False,
    )
    if git.returncode == 0:
        paths: Iterable[Path] = (Path(name) for name in git.stdout.decode().split("\0") if name)
    else:
        paths = (path.relative_to(root) for path in root.rglob("*"))
    for path in sorted(set(paths)):
        wanted = not patterns or any(path.match(pattern) for pattern in patterns)
        if wanted and LEFT_OUT.isdisjoint(path.parts) and (root / path).is_file():
            yield path


def numbered(root: Path, path: Path) -> list[tuple[int, str]]:
    """Lines of a file with their numbers, from 1."""
    return list(enumerate((root / path).read_text(encoding="utf-8").splitlines(), start=1))


def code_only(text: str) -> str:
    """C++ text with comments and literals blanked, line by line in place."""
    return LITERAL.sub(lambda match: "\n" * match[0].count("\n"), text)


def main(check: Callable[[Path], Iterable[Fault]]) -> None:
    """Run a check over the folder named on the command line, default this project; exit status 1 on any fault."""
    root = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parents[2]
    faults = sorted(check(root))
    print(*faults, sep="\n", end="\n" if faults else "")
    sys.exit(1 if faults else 0)
