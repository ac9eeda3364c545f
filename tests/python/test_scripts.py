# SPDX-License-Identifier: Apache-2.0
"""The shell functions behind scripts/setup and scripts/test."""

import shutil
import subprocess
from pathlib import Path

import pytest

SCRIPTS = Path(__file__).parents[2] / "scripts"


def bash(text: str, folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run lines of bash in a copy of the scripts, so that logs and failures stay out of the project."""
    if not (folder / "scripts").exists():
        shutil.copytree(SCRIPTS, folder / "scripts")
        (folder / "build/log").mkdir(parents=True)
    lines = "set -euo pipefail\nsource scripts/lib/common.sh\n" + text
    return subprocess.run(
        ["/bin/bash", "-c", lines, "probe"],
        cwd=folder,
        env=environment or None,
        capture_output=True,
        text=True,
        check=False,
    )


STEPS = """source scripts/lib/steps.sh
step first echo '=== 3 passed in 0.1s ==='
step second {second}
step third echo '1525 engine tests passed'
summary
"""


def test_a_failing_step_stops_no_other_and_fails_the_whole(tmp_path):
    told = bash(STEPS.format(second="bash -c 'echo why; exit 3'"), tmp_path)
    assert told.returncode == 1
    assert "FAILED second" in told.stdout
    assert "       | why" in told.stdout
    assert "ok     third" in told.stdout
    assert told.stdout.splitlines()[-1] == "1 of the steps failed: second (logs in build/log)"


def test_steps_that_pass_end_with_what_each_runner_said(tmp_path):
    told = bash(STEPS.format(second="true"), tmp_path)
    assert told.returncode == 0
    assert told.stdout.splitlines()[-3:-1] == [
        "first: === 3 passed in 0.1s ===",
        "third: 1525 engine tests passed",
    ]
    assert told.stdout.splitlines()[-1].startswith("every step passed in ")


@pytest.fixture
def poor_machine(tmp_path):
    """A path of commands without sudo, on which only the package `present` is installed and the user is not root."""
    commands = tmp_path / "bin"
    commands.mkdir()
    for name in ("sed", "dirname", "basename", "nproc", "env"):
        (commands / name).symlink_to(shutil.which(name))
    fakes = {"id": "echo 1000", "dpkg-query": 'case "$*" in *present) printf installed ;; *) exit 1 ;; esac'}
    for name, body in fakes.items():
        (commands / name).write_text(f"#!/bin/bash\n{body}\n")
        (commands / name).chmod(0o755)
    return commands


@pytest.mark.parametrize(
    ("listed", "status", "stderr"),
    [
        ("# comment\npresent\n", 0, ""),
        ("present\nabsent\n", 1, "probe: needs root to install these Debian packages: absent\n"),
    ],
)
def test_setup_installs_only_what_lacks_and_says_what_it_cannot(tmp_path, poor_machine, listed, status, stderr):
    (tmp_path / "list.txt").write_text(listed)
    text = f"source scripts/lib/packages.sh\ninstall_debian {tmp_path}/list.txt"
    told = bash(text, tmp_path, PATH=str(poor_machine))
    assert (told.returncode, told.stderr) == (status, stderr)
