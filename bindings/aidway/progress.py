# SPDX-License-Identifier: Apache-2.0
"""How far a study is: one line that rewrites itself in a terminal, a line each tenth elsewhere."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from typing import TextIO

REDRAW_S = 0.1


class Progress:
    """Counts what is done and says it on a stream; pass it as `progress` to `aidway.simulate`.

    Parameters
    ----------
    stream
        Where the lines go; standard error unless given.
    unit
        What is counted, in the plural.
    clock
        Seconds that only ever grow.
    """

    def __init__(
        self, stream: TextIO | None = None, *, unit: str = "replicates", clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._stream = stream if stream is not None else sys.stderr
        self._live = self._stream.isatty()
        self._unit = unit
        self._clock = clock
        self._began = clock()
        self._drawn_at = -1.0
        self._drawn_tenth = -1
        self._width = 0

    def __call__(self, done: int, total: int) -> None:
        """Tell that `done` of `total` are finished; a line is written only when there is something new to say."""
        elapsed = self._clock() - self._began
        if self._live:
            if done < total and 0.0 <= elapsed - self._drawn_at < REDRAW_S and self._drawn_at >= 0.0:
                return
            self._drawn_at = elapsed
            line = self._line(done, total, elapsed)
            self._stream.write("\r" + line.ljust(self._width))
            self._width = len(line)
        else:
            tenth = 10 * done // total if total else 10
            if tenth == self._drawn_tenth or (tenth == 0 and done == 0):
                return
            self._drawn_tenth = tenth
            self._stream.write(self._line(done, total, elapsed) + "\n")
        self._stream.flush()

    def close(self) -> None:
        """End the line, so that what follows begins on a fresh one."""
        if self._live and self._width:
            self._stream.write("\n")
            self._stream.flush()
            self._width = 0

    def _line(self, done: int, total: int, elapsed: float) -> str:
        share = 100 * done // total if total else 100
        line = f"{share:3d} %  {done:,} of {total:,} {self._unit}"
        if done == 0 or elapsed <= 0.0:
            return line
        rate = done / elapsed
        line += f", {rate:,.0f} per second" if rate >= 10 else f", {rate:.1f} per second"
        return line + (f", {duration((total - done) / rate)} left" if done < total else f", in {duration(elapsed)}")


def duration(seconds: float) -> str:
    """Return a span of time in words: "12 s", "3 min 05 s", "1 h 20 min"."""
    whole = max(0, round(seconds))
    if whole < 60:
        return f"{whole} s"
    if whole < 3600:
        return f"{whole // 60} min {whole % 60:02d} s"
    return f"{whole // 3600} h {whole % 3600 // 60:02d} min"
