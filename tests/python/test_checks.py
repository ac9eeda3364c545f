# SPDX-License-Identifier: Apache-2.0
"""Each check refuses a broken miniature tree, with its place, and accepts the nearest legal twin."""

from pathlib import Path

import check_format
import check_includes
import check_purity
import check_spdx
import check_text
import check_version
import pytest
import same_bits
from source_tree import code_only

SPDX = "// SPDX-License-Identifier: Apache-2.0\n"


def tree(root: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return root


def told(faults) -> list[str]:
    return [str(fault) for fault in faults]


@pytest.mark.parametrize(
    ("file", "text", "message"),
    [
        (
            "engine/core/a.cpp",
            SPDX + '#include "network/b.hpp"\n',
            "engine/core/a.cpp:2: core may not include network: includes point down the module table only",
        ),
        (
            "engine/io/a.hpp",
            '#include "routing/b.hpp"\n',
            "engine/io/a.hpp:1: io may not include routing: includes point down the module table only",
        ),
        (
            "engine/simulation/a.cpp",
            "#include <boost/graph/adjacency_list.hpp>\n",
            "engine/simulation/a.cpp:1: <boost/graph/adjacency_list.hpp> belongs in routing only, not in simulation",
        ),
        (
            "engine/routing/a.hpp",
            "#include <boost/graph/adjacency_list.hpp>\n",
            "engine/routing/a.hpp:1: <boost/graph/adjacency_list.hpp> belongs in .cpp files only",
        ),
        (
            "engine/core/a.hpp",
            "#include <fmt/format.h>\n",
            "engine/core/a.hpp:1: <fmt/format.h> belongs in .cpp files only",
        ),
        (
            "engine/core/a.cpp",
            "#include <curl/curl.h>\n",
            "engine/core/a.cpp:1: <curl/curl.h> is no standard header and no third party that modules.toml knows",
        ),
        ("engine/extra/a.cpp", "", "engine/extra/a.cpp:1: lies in no module that modules.toml knows"),
        (
            "CMakeLists.txt",
            "\naidway_module(routing DEPENDS access agreement)\n",
            "CMakeLists.txt:2: routing depends on other modules here than in modules.toml",
        ),
    ],
)
def test_include_law_refuses(tmp_path, file, text, message):
    assert told(check_includes.check(tree(tmp_path, {file: text}))) == [message]


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("engine/network/a.cpp", '#include "core/b.hpp"\n#include <vector>\n'),
        ("engine/analysis/a.hpp", '#include "routing/b.hpp"\n#include "core/c.hpp"\n'),
        ("engine/routing/a.cpp", "#include <boost/graph/adjacency_list.hpp>\n#include <fmt/format.h>\n"),
        ("engine/core/a.cpp", "// #include <curl/curl.h>\n"),
        ("bindings/src/a.hpp", '#include <pybind11/pybind11.h>\n#include "io/b.hpp"\n'),
        ("tests/core/a_test.cpp", "#include <boost/graph/adjacency_list.hpp>\n"),
        ("CMakeLists.txt", "aidway_module(routing DEPENDS access THIRD_PARTY Boost::headers)\n"),
    ],
)
def test_include_law_accepts(tmp_path, file, text):
    assert told(check_includes.check(tree(tmp_path, {file: text}))) == []


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("\nvoid f() { std::cout << 1; }\n", "engine/core/a.cpp:2: the engine never prints"),
        ('void f() { std::printf("x"); }\n', "engine/core/a.cpp:1: the engine never prints"),
        ("void f() { std::abort(); }\n", "engine/core/a.cpp:1: the engine never aborts"),
        ("/* why\n not */ void f() { exit(1); }\n", "engine/core/a.cpp:2: the engine never aborts"),
        ("using namespace std;\n", "engine/core/a.cpp:1: no `using namespace`: write the name out"),
        ("std::mt19937 engine;\n", "engine/core/a.cpp:1: chance comes from keyed draws only"),
    ],
)
def test_purity_refuses(tmp_path, text, message):
    assert told(check_purity.check(tree(tmp_path, {"engine/core/a.cpp": text}))) == [message]


@pytest.mark.parametrize(
    "text",
    [
        "// std::cout is for others; exit(1) too\n",
        'throw std::runtime_error("abort() was called");\n',
        'auto text = R"(printf("x"))";\n',
        "gate.exit(1); road.terminate();\n",
        "using std::vector;\n",
        "constexpr int big = 86'400; int exits(int);\n",
    ],
)
def test_purity_accepts(tmp_path, text):
    assert told(check_purity.check(tree(tmp_path, {"engine/core/a.cpp": text}))) == []


def test_purity_leaves_tests_and_bindings_alone(tmp_path):
    assert told(check_purity.check(tree(tmp_path, {"tests/core/a.cpp": "void f() { std::cout << 1; }\n"}))) == []


def test_blanking_keeps_line_numbers_and_digit_separators():
    assert code_only("int a = 86'400; /* x\ny */ int b;\n'\"' c\n") == "int a = 86'400; \n int b;\n c\n"


def test_spdx_refuses_a_file_without_licence_and_a_header_without_pragma(tmp_path):
    tree(tmp_path, {"engine/a.cpp": "int a;\n", "engine/b.hpp": SPDX + "int b;\n", "scripts/c": "#!/bin/sh\n"})
    assert told(check_spdx.check(tmp_path)) == [
        "engine/a.cpp:1: says no licence at its head: SPDX-License-Identifier: Apache-2.0",
        "engine/b.hpp:2: a header says #pragma once after its licence",
        "scripts/c:1: says no licence at its head: SPDX-License-Identifier: Apache-2.0",
    ]


def test_spdx_accepts_licences_in_any_comment_and_data_without(tmp_path):
    script = "#!/bin/sh\n# SPDX-License-Identifier: Apache-2.0\n"
    tree(tmp_path, {"a.cpp": SPDX, "b.hpp": SPDX + "#pragma once\n", "c": script, "d.csv": "1\n", "LICENSE": "text\n"})
    assert told(check_spdx.check(tmp_path)) == []


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("see ../" + "shared/x\n", "README.md:1: names a folder outside the project: '../" + "shared'"),
        ("\ncd /wo" + "rk/main\n", "README.md:2: names a path of one machine: '/wo" + "rk/m'"),
        ("`/tm" + "p/x`\n", "README.md:1: names a path of one machine: '/tm" + "p/x'"),
        ("TO" + "DO later\n", "README.md:1: leaves work undone: do it, or file it: 'TO" + "DO'"),
    ],
)
def test_text_refuses(tmp_path, text, message):
    assert told(check_text.check(tree(tmp_path, {"README.md": text}))) == [message]


@pytest.mark.parametrize(
    "text", ["docs/work/main\n", "shared between\n", "/usr/bin/env\n", "a/tmp/b\n", "work / rest\n"]
)
def test_text_accepts(tmp_path, text):
    assert told(check_text.check(tree(tmp_path, {"README.md": text}))) == []


VERSIONED = {
    "CMakeLists.txt": "project(aidway VERSION 1.2.3 LANGUAGES CXX)\n",
    "pyproject.toml": '[project]\nversion = "1.2.3"\n',
    "CITATION.cff": "cff-version: 1.2.0\nversion: 1.2.3\n",
    "CHANGELOG.md": "## Unreleased\n\n## 1.2.3\n",
}


@pytest.mark.parametrize(
    ("file", "text", "message"),
    [
        ("pyproject.toml", '\nversion = "1.2.4"\n', "pyproject.toml:2: says version 1.2.4; CMakeLists.txt says 1.2.3"),
        ("CITATION.cff", "title: x\n", "CITATION.cff:1: says no version; CMakeLists.txt says 1.2.3"),
        ("CHANGELOG.md", "## 1.2.2\n", "CHANGELOG.md:1: says version 1.2.2; CMakeLists.txt says 1.2.3"),
    ],
)
def test_version_refuses(tmp_path, file, text, message):
    assert told(check_version.check(tree(tmp_path, VERSIONED | {file: text}))) == [message]


def test_version_accepts_agreement(tmp_path):
    assert told(check_version.check(tree(tmp_path, VERSIONED))) == []


def test_format_refuses_and_accepts(tmp_path):
    tree(tmp_path, {".clang-format": "BasedOnStyle: Google\n", "engine/a.cpp": "int a;\nint  b;\n"})
    assert told(check_format.check(tmp_path)) == [
        "engine/a.cpp:2: not laid out as .clang-format says; run clang-format-14 -i on it"
    ]
    tree(tmp_path, {"engine/a.cpp": "int a;\nint b;\n"})
    assert told(check_format.check(tmp_path)) == []


def test_same_bits_refuses_what_depends_on_threads(tmp_path):
    def run(output: Path, threads: str, environment: dict[str, str]) -> None:
        tree(output, {"summary.csv": threads, "provenance.json": str(output)})

    assert same_bits.compare(tmp_path, run) == ["summary.csv differs on two threads"]


def test_same_bits_refuses_what_depends_on_the_c_library(tmp_path):
    def run(output: Path, threads: str, environment: dict[str, str]) -> None:
        tree(output, {"runs.zarr/x": str(environment)})

    assert same_bits.compare(tmp_path, run) == ["runs.zarr/x differs without fused multiply-add"]


def test_same_bits_accepts_equal_files_and_other_provenance(tmp_path):
    def run(output: Path, threads: str, environment: dict[str, str]) -> None:
        tree(output, {"summary.csv": "1\n", "provenance.json": threads})

    assert same_bits.compare(tmp_path, run) == []


def test_same_bits_refuses_an_empty_run(tmp_path):
    def run(output: Path, threads: str, environment: dict[str, str]) -> None:
        output.mkdir()

    assert same_bits.compare(tmp_path, run) == ["the run wrote nothing to compare"]
