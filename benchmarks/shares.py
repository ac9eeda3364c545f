# SPDX-License-Identifier: Apache-2.0
"""Share of each process in a replicate, by instructions: the same on any machine, however busy it is.

    python benchmarks/shares.py build/release/benchmarks/replicates eastern-aleppo-2016

Valgrind's callgrind counts what sixteen replicates of all agreements and arms take, with all outcomes. A process has
what it calls too: a convoy that is offloaded changes a stock, which is then counted with convoys.
"""

import re
import subprocess
import sys
import tempfile
from collections import defaultdict
from pathlib import Path

WHOLE = r"aidway::BlockRunner::add("
RUN = r"aidway::Runner::run("
LINE = re.compile(r"^ *([\d,]+) \([ \d.]+%\) +(?!=>)\S+?:(.+?)(?: \[\S+\])?$")
STEP = re.compile(r"aidway::(\w+)::(?:start|agree|on|finish)\(.*aidway::Context&\)$")
OTHER = {
    "aidway::IncidentCandidates::use(": "drawing what may happen",
}
RUNS_AT_LEAST = "0.0001"


def counted(program: str, scenario: str, folder: Path) -> dict[str, int]:
    """Return instructions by function, with all that it calls."""
    data = folder / "callgrind.out"
    valgrind = ["valgrind", "--tool=callgrind", "--collect-atstart=no", f"--callgrind-out-file={data}"]
    choice = [f"--benchmark_filter=^{scenario}/with", f"--benchmark_min_time={RUNS_AT_LEAST}"]
    subprocess.run([*valgrind, f"--toggle-collect={WHOLE}*", program, *choice], check=True, capture_output=True)
    table = ["callgrind_annotate", "--inclusive=yes", "--threshold=100", str(data)]
    text = subprocess.run(table, check=True, capture_output=True, text=True).stdout
    functions: dict[str, int] = defaultdict(int)
    for found in filter(None, map(LINE.match, text.splitlines())):
        functions[found[2]] = max(functions[found[2]], int(found[1].replace(",", "")))
    return functions


def most(functions: dict[str, int], part: str) -> int:
    """Return the instructions of the function whose name holds `part`."""
    return max((count for name, count in functions.items() if part in name), default=0)


def main(program: str, scenario: str) -> None:
    """Print a table of shares."""
    with tempfile.TemporaryDirectory() as folder:
        functions = counted(program, scenario, Path(folder))
    whole, run = most(functions, WHOLE), most(functions, RUN)
    parts: dict[str, int] = defaultdict(int)
    for name, count in functions.items():
        if (step := STEP.match(name)) is not None:
            parts[step[1]] += count
    for part, what in OTHER.items():
        parts[what] = most(functions, part)
    parts["the rest of the engine"] = run - sum(parts.values())
    parts["outcomes"] = whole - run
    for what, count in sorted(parts.items(), key=lambda item: -item[1]):
        print(f"{what:24} {100 * count / whole:5.1f} %")
    print(f"{whole:,} instructions, {run:,} without outcomes")


if __name__ == "__main__":
    main(*sys.argv[1:])
