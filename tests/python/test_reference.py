# SPDX-License-Identifier: Apache-2.0
"""The reference page and the schemas in docs/ say what the reader's own tables say."""

import json
from pathlib import Path
from typing import Any

import pytest
from aidway import _engine
from aidway.parameter_page import cell_text

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
SCENARIOS = sorted(path.parent.name for path in (ROOT / "scenarios").glob("*/scenario.yaml"))
PAGES = {
    "guide/scenario-files.md": "reference",
    "guide/outcomes.md": "reference --outcomes",
    "schema/scenario.schema.json": "schema scenario",
    "schema/agreement.schema.json": "schema agreement",
}


@pytest.mark.parametrize(("page", "words"), PAGES.items())
def test_what_is_generated_is_current(aidway, page, words):
    called = aidway(*words.split())
    assert called.code == 0
    assert called.out == (DOCS / page).read_text(), f"refresh it: .venv/bin/aidway {words} > docs/{page}"


@pytest.mark.parametrize("name", SCENARIOS)
def test_every_parameter_of_a_shipped_scenario_stands_on_its_page(aidway, name):
    folder = ROOT / "scenarios" / name
    called = aidway("reference", "--values", str(folder))
    assert called.code == 0
    page = folder / "PARAMETERS.md"
    assert called.out == page.read_text(), f"refresh it: .venv/bin/aidway reference --values {folder.name} > {page}"
    assert "| assumed |" in called.out


def test_the_page_of_parameters_keeps_hostile_text_in_its_cell():
    assert cell_text("a | b\n<script>") == "a \\| b &lt;script>"


def test_every_link_of_the_page_leads_to_a_section():
    page = (DOCS / "guide/scenario-files.md").read_text()
    sections = {line.removeprefix("## ") for line in page.splitlines() if line.startswith("## ")}
    links = {part.split(")")[0] for part in page.split("](#")[1:]}
    assert links
    assert links <= sections


@pytest.mark.parametrize("kind", ["scenario", "agreement"])
def test_every_reference_of_a_schema_is_defined_and_none_is_idle(kind):
    schema = json.loads(_engine.json_schema(kind))
    named: set[str] = set()

    def visit(node: Any) -> None:
        if isinstance(node, dict):
            if "$ref" in node:
                named.add(node["$ref"].removeprefix("#/$defs/"))
            for below in node.values():
                visit(below)
        elif isinstance(node, list):
            for below in node:
                visit(below)

    visit(schema)
    assert named == set(schema["$defs"])
    assert "properties" in schema["$defs"][schema["$ref"].removeprefix("#/$defs/")]


def test_every_key_of_the_shipped_scenario_is_explained():
    page = (DOCS / "guide/scenario-files.md").read_text()
    scenario = DOCS.parent / "scenarios" / "eastern-aleppo-2016" / "scenario.yaml"
    keys = {line.split(":")[0] for line in scenario.read_text().splitlines() if line[:1].isalpha()}
    for key in keys - {"source", "confidence", "note"}:
        assert f"| `{key}` |" in page, key


def test_every_outcome_is_explained_once():
    page = (DOCS / "guide/outcomes.md").read_text()
    for row in _engine.outcome_table():
        assert page.count(f"| `{row['name']}`<br>") == 1, row["name"]
        assert row["doc"] in page
