# SPDX-License-Identifier: Apache-2.0
"""The flagship run gives the same bytes on one and two threads, again, and without fused multiply-add."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parents[2]
# Keeps the C library from choosing its code paths with fused multiply-add; our own code never has any.
NO_FMA = {"GLIBC_TUNABLES": "glibc.cpu.hwcaps=-FMA,-FMA4,-AVX2"}
VARIANTS = {
    "again": ("1", {}),
    "on two threads": ("2", {}),
    "without fused multiply-add": ("1", NO_FMA),
}
# Last bits of libm that differ where it uses fused multiply-add.
PROBE = "import math; print(sum(hash(math.exp(i * 0.001237)) ^ hash(math.sin(i * 0.37)) for i in range(20000)))"
TIMED = {"provenance.json"}  # says when and how fast


def content(folder: Path) -> dict[str, bytes]:
    """Every file under a run's folder that may not differ from run to run, by its relative path."""
    paths = (path for path in folder.rglob("*") if path.is_file() and path.name not in TIMED)
    return {str(path.relative_to(folder)): path.read_bytes() for path in paths}


def differences(one: Path, other: Path) -> list[str]:
    """Relative paths of files that differ or stand on one side only."""
    left, right = content(one), content(other)
    return sorted(name for name in left.keys() | right.keys() if left.get(name) != right.get(name))


def run(output: Path, threads: str, environment: dict[str, str]) -> None:
    command = [ROOT / ".venv/bin/aidway", "run", ROOT / "scenarios/eastern-aleppo-2016", "--replicates", "1100"]
    options = ["--seed", "2016", "--threads", threads, "--output", output]
    done = subprocess.run(
        [*command, *options], env=os.environ | environment, check=False, capture_output=True, text=True
    )
    if done.returncode:
        sys.exit(f"the run ended with {done.returncode}:\n{done.stderr}")


def compare(folder: Path, run: Callable[[Path, str, dict[str, str]], None]) -> list[str]:
    """Run once plainly and once per variant; say what differs, one line a file."""
    plain = folder / "plain"
    run(plain, "1", {})
    if not content(plain):
        return ["the run wrote nothing to compare"]
    told = []
    for number, (name, (threads, environment)) in enumerate(VARIANTS.items()):
        other = folder / f"variant-{number}"
        run(other, threads, environment)
        told += [f"{file} differs {name}" for file in differences(plain, other)]
    return told


def probe(environment: dict[str, str]) -> str:
    answer = subprocess.run(
        [sys.executable, "-c", PROBE], env=os.environ | environment, check=True, capture_output=True
    )
    return answer.stdout.decode().strip()


def main() -> int:
    if probe({}) == probe(NO_FMA):
        print("note: this machine's C library has no other path without fused multiply-add; nothing told apart by it")
    with tempfile.TemporaryDirectory() as folder:
        told = compare(Path(folder), run)
    print("\n".join(told) or "the same bytes again, on two threads and without fused multiply-add")
    return 1 if told else 0


if __name__ == "__main__":
    sys.exit(main())
