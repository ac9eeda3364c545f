# SPDX-License-Identifier: Apache-2.0
"""The stub of the engine says what the engine offers: the same names and the same arguments, no more and no less."""

import ast
import re
from pathlib import Path

import aidway
import pytest
from aidway import _engine

STUB = Path(aidway.__file__).resolve().parent / "_engine.pyi"
# What the engine takes for an argument that the stub declares as the right hand side; a result is told exactly.
TAKES = {
    "typing.SupportsInt | typing.SupportsIndex": "int",
    "typing.SupportsFloat | typing.SupportsIndex": "float",
    "collections.abc.Sequence[str]": "list[str]",
    "typing.Annotated[numpy.typing.ArrayLike, numpy.float64]": "NDArray[np.float64]",
    "typing.Annotated[numpy.typing.ArrayLike, numpy.uint32]": "NDArray[np.uint32]",
    "numpy.typing.NDArray[numpy.": "NDArray[np.",
    "aidway._engine.": "",
}


def stub_members():
    """Return what the stub declares: for each dotted name its arguments and result, or None for a class."""
    found = {}

    def visit(body, prefix):
        for node in body:
            if isinstance(node, ast.ClassDef):
                found[node.name] = None
                visit(node.body, f"{node.name}.")
            elif isinstance(node, ast.FunctionDef):
                arguments = node.args.args
                required = len(arguments) - len(node.args.defaults)
                takes = [
                    (of.arg, ast.unparse(of.annotation) if of.annotation else "", position >= required)
                    for position, of in enumerate(arguments)
                    if of.arg != "self"
                ]
                found[prefix + node.name] = (takes, ast.unparse(node.returns))
            elif isinstance(node, ast.AnnAssign):
                found[prefix + node.target.id] = None

    visit(ast.parse(STUB.read_text(encoding="utf-8")).body, "")
    return found


def signature(doc):
    """Return arguments and result as pybind11 writes them: `name(self: T, a: int = 1) -> str`."""
    line = doc.strip().splitlines()[0]
    for engine, stub in TAKES.items():
        line = line.replace(engine, stub)
    told = re.fullmatch(r"\w*\((.*)\) -> (.+)", line)
    assert told, line
    takes, depth, part = [], 0, ""
    for letter in told[1] + ",":
        depth += letter in "[("
        depth -= letter in "])"
        if letter == "," and depth == 0:
            takes.append(part.strip())
            part = ""
        else:
            part += letter
    pairs = [re.fullmatch(r"(\w+): (.+?)( = .+)?", one) for one in takes if one and not one.startswith("self")]
    return [(one[1], one[2], one[3] is not None) for one in pairs], told[2]


def engine_members():
    """Return what the engine offers, in the form of `stub_members`."""
    found = {}
    for name, member in vars(_engine).items():
        if name.startswith("__"):
            continue
        if not isinstance(member, type):
            found[name] = signature(member.__doc__)
            continue
        found[name] = None
        for key, of in vars(member).items():
            if isinstance(of, property):
                found[f"{name}.{key}"] = ([], signature(of.fget.__doc__)[1])
            elif callable(of) and (not key.startswith("_") or (key == "__init__" and " -> " in of.__doc__)):
                found[f"{name}.{key}"] = signature(of.__doc__)
            elif not key.startswith("_"):
                found[f"{name}.{key}"] = None
    return found


# Engine and stub may differ in what a dict or a list holds: the engine does not say.
def same_type(stub, engine):
    engine = engine.replace("collections.abc.", "")
    return stub == engine or (engine in {"dict", "list"} and stub.startswith(f"{engine}["))


STUBBED, OFFERED = stub_members(), engine_members()


def test_the_stub_names_what_the_engine_offers():
    assert sorted(STUBBED) == sorted(OFFERED)


@pytest.mark.parametrize("name", sorted(name for name, told in STUBBED.items() if told))
def test_the_stub_tells_arguments_and_results(name):
    takes, gives = STUBBED[name]
    engine_takes, engine_gives = OFFERED[name]
    assert [one[0] for one in takes] == [one[0] for one in engine_takes]
    assert [one[2] for one in takes] == [one[2] for one in engine_takes]
    for (_, stub, _), (argument, engine, _) in zip(takes, engine_takes, strict=True):
        assert same_type(stub, engine), argument
    assert same_type(gives, engine_gives)
