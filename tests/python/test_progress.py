# SPDX-License-Identifier: Apache-2.0
"""How progress is told, in a terminal and in a log."""

import io

import pytest
from aidway.progress import Progress, duration


class Terminal(io.StringIO):
    def isatty(self):
        return True


class Clock:
    """Advances one second with each reading."""

    def __init__(self, step=1.0):
        self.now = 0.0
        self.step = step

    def __call__(self):
        self.now += self.step
        return self.now


def test_a_log_gets_one_line_each_tenth():
    said = io.StringIO()
    progress = Progress(said, clock=Clock())
    for done in range(0, 1001, 5):
        progress(done, 1000)
    progress.close()
    lines = said.getvalue().splitlines()
    assert len(lines) == 11  # what is less than a tenth, nine tenths, the end
    assert lines[-1].startswith("100 %  1,000 of 1,000 replicates")


def test_rate_and_time_left_are_told():
    said = io.StringIO()
    clock = Clock()
    progress = Progress(said, clock=clock)
    clock.now = 9.0  # with the next reading, nine seconds after the start
    progress(450, 1000)
    assert said.getvalue() == " 45 %  450 of 1,000 replicates, 50 per second, 11 s left\n"


def test_a_terminal_gets_one_line_that_leaves_no_remains():
    said = Terminal()
    progress = Progress(said, clock=Clock())
    progress(1, 1000)
    progress(1000, 1000)
    progress.close()
    progress.close()
    *_, longer, last = said.getvalue().split("\r")
    assert last.endswith("\n")
    assert said.getvalue().count("\n") == 1
    assert len(last.rstrip("\n")) >= len(longer)


def test_a_terminal_is_not_redrawn_faster_than_one_can_read():
    said = Terminal()
    progress = Progress(said, clock=Clock(step=0.001))
    for done in range(100):
        progress(done, 1000)
    assert said.getvalue().count("\r") == 1


def test_nothing_done_means_no_rate():
    said = Terminal()
    Progress(said, clock=Clock())(0, 1000)
    assert said.getvalue() == "\r  0 %  0 of 1,000 replicates"


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(0, "0 s"), (59.4, "59 s"), (59.6, "1 min 00 s"), (185, "3 min 05 s"), (4800, "1 h 20 min"), (-3, "0 s")],
)
def test_durations_read_well(seconds, words):
    assert duration(seconds) == words
