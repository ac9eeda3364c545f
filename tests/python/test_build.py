# SPDX-License-Identifier: Apache-2.0
"""What the build does besides compiling: headers alone, the package in the build tree, what pyproject declares."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PROJECT = f"""cmake_minimum_required(VERSION 3.25)
project(mini LANGUAGES CXX)
add_library(aidway_options INTERFACE)
target_include_directories(aidway_options INTERFACE engine)
include({ROOT}/cmake/header_check.cmake)
"""


def call(*command: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run([str(word) for word in command], capture_output=True, text=True, check=False)


@pytest.mark.parametrize(("head", "passes"), [("", False), ("#include <string>\n", True)])
def test_header_check_refuses_what_leans_on_its_includer(tmp_path, head, passes):
    (tmp_path / "CMakeLists.txt").write_text(PROJECT)
    header = tmp_path / "engine/core/name.hpp"
    header.parent.mkdir(parents=True)
    header.write_text(f"#pragma once\n{head}std::string name();\n")
    assert call("cmake", "-G", "Ninja", "-S", tmp_path, "-B", tmp_path / "build").returncode == 0
    build = call("cmake", "--build", tmp_path / "build")
    assert (build.returncode == 0) is passes
    assert passes or "core/name.hpp" in build.stdout


def test_package_links_follow_the_folder(tmp_path):
    source, target = tmp_path / "source", tmp_path / "target"
    source.mkdir()

    def link() -> list[str]:
        script = ROOT / "cmake/link_package.cmake"
        assert call("cmake", f"-Dfrom={source}", f"-Dto={target}", "-P", script).returncode == 0
        return sorted(path.name for path in target.iterdir())

    (source / "one.py").write_text("")
    assert link() == ["one.py"]
    (source / "templates").mkdir()
    (source / "one.py").unlink()
    (target / "_engine.so").write_text("")
    assert link() == ["_engine.so", "templates"]


def test_requirements_name_the_dependencies_and_the_extras_asked_for():
    plain = call(sys.executable, ROOT / "scripts/lib/requirements.py").stdout.splitlines()
    tested = call(sys.executable, ROOT / "scripts/lib/requirements.py", "test").stdout.splitlines()
    assert any(line.startswith("numpy") for line in plain)
    assert not any(line.startswith("pytest") for line in plain)
    assert set(plain) < set(tested)


@pytest.mark.parametrize("name", ["run", "test", "setup", "format"])
def test_scripts_explain_themselves_and_refuse_what_they_do_not_know(name):
    told = call(ROOT / "scripts" / name, "--help")
    assert (told.returncode, told.stderr) == (0, "")
    assert told.stdout.startswith(f"Usage: scripts/{name}")
    refused = call(ROOT / "scripts" / name, "--unheard-of")
    assert refused.returncode == 2
    assert refused.stderr.startswith(f"Usage: scripts/{name}")
