# SPDX-License-Identifier: Apache-2.0
"""The include law: includes point down the module table only, and third-party headers stay where they are allowed."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

from source_tree import Fault, files, main, numbered

INCLUDE = re.compile(r'\s*#\s*include\s*([<"])([^>"]+)[>"]')
CMAKE = re.compile(r"^aidway_module\((\w+)(?: DEPENDS ([\w ]+?))?(?: THIRD_PARTY [^)]*)?\)", re.M)


def reach(modules: dict[str, list[str]], name: str) -> set[str]:
    """The module itself and all below it."""
    return {name}.union(*(reach(modules, below) for below in modules[name]))


def module_of(path: Path, modules: dict[str, list[str]]) -> str | None:
    """The module that a source file belongs to; None for files under no law (tests, benchmarks)."""
    if path.parts[0] == "engine":
        return path.parts[1] if len(path.parts) > 2 else ""
    return "bindings" if path.parts[0] == "bindings" and "bindings" in modules else None


def fault_of(name: str, module: str, path: Path, table: dict) -> str | None:
    """What is wrong with including `name` in a file of `module`, or nothing."""
    first = name.split("/")[0]
    if first in table["modules"] and "/" in name:
        if first in reach(table["modules"], module):
            return None
        return f"{module} may not include {first}: includes point down the module table only"
    prefix = max((known for known in table["third_party"] if name.startswith(known)), key=len, default=None)
    if prefix is None:
        return f"<{name}> is no standard header and no third party that modules.toml knows"
    allowed = table["third_party"][prefix]
    if "any" not in allowed and module not in allowed:
        return f"<{name}> belongs in {' or '.join(allowed)} only, not in {module}"
    if path.suffix != ".cpp" and module not in table["headers_too"]["modules"]:
        return f"<{name}> belongs in .cpp files only"
    return None


def cmake_faults(root: Path, modules: dict[str, list[str]]) -> Iterator[Fault]:
    """Where the targets of CMakeLists.txt say otherwise than the table."""
    lists = root / "CMakeLists.txt"
    text = lists.read_text() if lists.exists() else ""
    for match in CMAKE.finditer(text):
        if sorted((match[2] or "").split()) != sorted(modules.get(match[1], ["?"])):
            line = text.count("\n", 0, match.start()) + 1
            yield Fault("CMakeLists.txt", line, f"{match[1]} depends on other modules here than in modules.toml")


def check(root: Path) -> Iterator[Fault]:
    table = tomllib.loads(Path(__file__).with_name("modules.toml").read_text())
    yield from cmake_faults(root, table["modules"])
    for path in files(root, "*.hpp", "*.cpp"):
        module = module_of(path, table["modules"])
        if module is None:
            continue
        if module not in table["modules"]:
            yield Fault(str(path), 1, "lies in no module that modules.toml knows")
            continue
        for line, text in numbered(root, path):
            match = INCLUDE.match(text)
            if match is None:
                continue
            standard = match[1] == "<" and re.fullmatch(r"[a-z_]+", match[2])
            beside = match[1] == '"' and (root / path.parent / match[2]).is_file() and module == "bindings"
            message = None if standard or beside else fault_of(match[2], module, path, table)
            if message:
                yield Fault(str(path), line, message)


if __name__ == "__main__":
    main(check)
