# SPDX-License-Identifier: Apache-2.0
"""The wheel that pip builds holds all that the package needs."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.full
def test_the_wheel_installs_and_runs_by_itself(tmp_path):
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check"]
    options = ["--no-deps", "--no-build-isolation", "--wheel-dir", tmp_path]
    built = subprocess.run([*pip, "wheel", ROOT, *options], capture_output=True, text=True, check=False)
    assert built.returncode == 0, built.stdout[-3000:] + built.stderr[-3000:]
    (wheel,) = tmp_path.glob("aidway-*.whl")
    there = {path.relative_to(ROOT / "bindings").as_posix() for path in (ROOT / "bindings/aidway").rglob("*")}
    wanted = {name for name in there if name.endswith((".py", ".pyi", ".typed", ".j2", ".css"))}
    assert wanted <= set(zipfile.ZipFile(wheel).namelist())
    installed = tmp_path / "installed"
    subprocess.run([*pip, "install", "--no-deps", "--quiet", "--target", installed, wheel], check=True)
    lines = f"import sys; sys.path.insert(0, {str(installed)!r}); import aidway; print(aidway.__file__)"
    run = "from aidway.cli import main; main(['validate', sys.argv[1]]); main(['--version'])"
    command = [sys.executable, "-c", f"{lines}; {run}", ROOT / "tests/data/tiny"]
    told = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert told.returncode == 0, told.stderr
    assert told.stdout.startswith(str(installed))
    assert "in order; 3 agreements" in told.stdout
    assert "aidway 0." in told.stdout
