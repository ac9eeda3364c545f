# SPDX-License-Identifier: Apache-2.0
"""Reads mutants in a process of its own, so that a crash and a hang are seen, and told with their seed."""

from __future__ import annotations

import multiprocessing
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from multiprocessing.connection import Connection
from pathlib import Path

import aidway as aw
from mutants import BASES, Mutant, copy_of, mutant
from yaml_oracle import differences

LONGEST_S = 3.0  # of the processor, for one mutant; some hundred times what the slowest takes
HANG_S = 180.0  # by the clock: on a machine where others work, too
START_S = 600.0
ENDS_S = 10.0


@dataclass(frozen=True)
class Verdict:
    """What became of a mutant: whether it was read, and what is wrong with that; nothing in the best case."""

    seed: int
    valid: bool
    wrong: tuple[str, ...]

    @property
    def text(self) -> str:
        """The whole case: what is wrong, and the mutant as a patch."""
        found = mutant(self.seed)
        return f"mutant {self.seed} ({', '.join(found.changes)})\n  " + "\n  ".join(self.wrong[:5]) + f"\n{found.diff}"


def unlocated(fault: aw.Diagnostic, shown: Mutant, folder: Path) -> Iterator[str]:
    """Tell what a diagnostic lacks: words, a file of the folder, a place within it.

    Faults of YAML have a line. Those of a layer have a feature or speak of all of it, as of a table does a missing row.
    """
    if not fault.message.strip():
        yield f"a fault without words: {fault.text!r}"
    file = folder / fault.file
    if not fault.file or not file.exists():
        yield f"a fault in no file: {fault.text!r}"
    elif fault.file.endswith(".yaml") or fault.line:
        lines = file.read_bytes().split(b"\n")
        inside = 1 <= fault.line <= len(lines) and 1 <= fault.column <= len(lines[fault.line - 1]) + 1
        if not inside:
            yield f"a fault at no place: {fault.text!r}"


class Reader:
    """Copies of the scenarios, in which one text is changed at a time; their layers stay as they are."""

    def __init__(self, root: Path) -> None:
        self.folders = {base: copy_of(base, root / base) for base in BASES}

    def read(self, seed: int) -> Verdict:
        shown = mutant(seed)
        folder = self.folders[shown.base]
        path = folder / shown.file
        path.write_bytes(shown.text.encode("utf-8", "surrogateescape"))
        try:
            return self.judged(shown, folder)
        finally:
            path.write_text(shown.original, encoding="utf-8")

    def judged(self, shown: Mutant, folder: Path) -> Verdict:
        try:
            scenario = aw.read_scenario(folder)
        except aw.ScenarioError as error:
            wrong = [told for fault in error.diagnostics for told in unlocated(fault, shown, folder)]
            if not error.diagnostics:
                wrong.append("refused without a word")
            return Verdict(shown.seed, False, tuple(wrong))
        except Exception as error:
            return Verdict(shown.seed, False, (f"{type(error).__name__}: {error}",))
        try:
            told = differences(shown.file, shown.text, scenario) if shown.file.endswith(".yaml") else ()
            return Verdict(shown.seed, True, tuple(told))
        except Exception as error:
            return Verdict(shown.seed, True, (f"cannot be compared: {type(error).__name__}: {error}",))


def serve(seeds: list[int], pipe: Connection) -> None:
    """Read the mutants of the seeds, and send each verdict."""
    with tempfile.TemporaryDirectory(prefix="aidway-mutants-") as root:
        reader = Reader(Path(root))
        pipe.send(None)
        for seed in seeds:
            begin = time.process_time()
            verdict = reader.read(seed)
            took = time.process_time() - begin
            if took > LONGEST_S:
                verdict = replace(verdict, wrong=(*verdict.wrong, f"took {took:.1f} s"))
            pipe.send(verdict)


def verdicts(seeds: Iterable[int], work: Callable[[list[int], Connection], None] = serve) -> Iterator[Verdict]:
    """Yield a verdict for each seed, in order; after a crash or a hang a new process goes on with the next one."""
    left = list(seeds)
    context = multiprocessing.get_context("spawn")
    while left:
        here, there = context.Pipe(duplex=False)
        process = context.Process(target=work, args=(left, there), daemon=True)
        process.start()
        there.close()
        try:
            if here.poll(START_S):
                here.recv()
            while left:
                if not here.poll(HANG_S):
                    yield Verdict(left.pop(0), False, (f"not read within {HANG_S:.0f} s",))
                    break
                yield here.recv()
                left.pop(0)
            else:
                process.join(ENDS_S)  # it takes its folder away
        except EOFError:
            process.join()
            yield Verdict(left.pop(0), False, (f"the process ended with {process.exitcode}",))
        finally:
            with suppress(ValueError):
                process.kill()
            process.join()
