# SPDX-License-Identifier: Apache-2.0
"""Every folder in scenarios/: built, in order, sourced value by value, and running."""

import csv
import subprocess
import sys
from pathlib import Path

import aidway as aw
import numpy as np
import pytest
import yaml

SHIPPED = Path(__file__).resolve().parents[2] / "scenarios"
FOLDERS = sorted(path.parent for path in SHIPPED.glob("*/scenario.yaml"))
FILES = [path for folder in FOLDERS for path in sorted([folder / "scenario.yaml", *folder.glob("agreements/*.yaml")])]
STATEMENT = {"source", "confidence", "note"}
CONFIDENCES = {"seen", "derived", "assumed"}
# What only names the file, and may lean on the statement of the whole file.
NAMED_BY_US = {"aidway", "name", "title", "question", "agreement", "extends"}

every_folder = pytest.mark.parametrize("folder", FOLDERS, ids=lambda path: path.name)


def read(path: Path) -> dict:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def leaves(node, stated, path=()):
    """Yield each value as (path, stated): source, confidence, note of the nearest record around it, and its depth."""
    if isinstance(node, dict):
        inner = tuple(node.get(key) for key in ("source", "confidence", "note"))
        stated = (inner, len(path)) if "confidence" in node else stated
        for key, value in node.items():
            if key not in STATEMENT:
                yield from leaves(value, stated, path if key == "value" else (*path, key))
    elif isinstance(node, list) and any(isinstance(item, dict) for item in node):
        for index, item in enumerate(node):
            yield from leaves(item, stated, (*path, str(index)))
    else:
        yield path, stated


def test_there_are_these_four():
    assert {folder.name for folder in FOLDERS} >= {
        "deir-ez-zor-2016", "eastern-aleppo-2016", "four-towns-2016", "teaching-valley",
    }  # fmt: skip


@every_folder
def test_what_build_writes_is_current(folder: Path):
    done = subprocess.run([sys.executable, folder / "build.py", "--check"], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


@every_folder
def test_a_folder_has_what_a_reader_looks_for(folder: Path):
    found = {path.name for path in folder.iterdir()}
    assert {"README.md", "SOURCES.md", "scenario.yaml", "agreements", "data"} <= found
    told = (folder / "README.md").read_text(encoding="utf-8")
    for path in (folder / "agreements").glob("*.yaml"):
        assert f"`{path.stem}`" in told, f"README.md does not say what {path.name} asks"


@every_folder
def test_agreements_are_named_as_their_files_and_begin_together(folder: Path):
    agreements = {path.stem: read(path) for path in (folder / "agreements").glob("*.yaml")}
    assert {name: said["agreement"] for name, said in agreements.items()} == {name: name for name in agreements}
    assert agreements["status-quo"]["terms"] == []
    dates = [said["effective_from"] for said in agreements.values()]
    assert len({str(date["value"] if isinstance(date, dict) else date) for date in dates}) == 1
    assert all(said["question"].endswith("?") for said in agreements.values())


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(SHIPPED)))
def test_every_value_states_its_source_and_confidence(path: Path):
    folder = path.parent if path.name == "scenario.yaml" else path.parents[1]
    sources = read(folder / "scenario.yaml")["sources"]
    invented = set(sources) == {"TALE"}
    tree = read(path)
    tree.pop("sources", None)
    for where, (stated, depth) in leaves(tree, ((None, None, None), -1)):
        source, confidence, note = stated
        # A tale may be stated once for a whole agreement; of a real place each record says it anew.
        assert depth > 0 or where[0] in NAMED_BY_US or not tree.get(where[0]) or invented, f"{where} leans on the file"
        assert source in sources, where
        assert confidence in CONFIDENCES, where
        assert confidence == "seen" or note or source != "AIDWAY", f"{where} does not say why"
        assert (source == "AIDWAY") <= (confidence != "seen"), where
        assert not invented or confidence == "assumed", f"{where}: a tale is no evidence"


@every_folder
def test_every_source_key_of_the_tables_resolves(folder: Path):
    sources = read(folder / "scenario.yaml")["sources"]
    for path in [*folder.glob("source/*.csv"), *folder.glob("data/*.csv")]:
        with path.open(newline="", encoding="utf-8") as file:
            for row in csv.DictReader(file):
                assert set(row.get("source_key", "AIDWAY").split(";")) <= {*sources, "AIDWAY"}, (path.name, row)
                assert row.get("confidence", "seen") in CONFIDENCES, (path.name, row)


@every_folder
def test_no_coordinate_is_finer_than_five_thousandths_of_a_degree(folder: Path):
    def points(node):
        if isinstance(node, dict):
            for key, value in node.items():
                if key == "at":
                    yield value["value"] if isinstance(value, dict) else value
                yield from points(value)

    # Incidents lie where they are said to lie; people are moved at a time.
    left_out = {"violence", "evacuations"}
    parts = {key: value for key, value in read(folder / "scenario.yaml").items() if key not in left_out}
    for place in points(parts):
        assert [round(degrees / 0.005) * 0.005 for degrees in place] == pytest.approx(place, abs=1e-9)


@every_folder
def test_it_is_in_order_and_every_agreement_runs_from_its_date_and_from_the_first_day(folder: Path):
    scenario = aw.read_scenario(folder)
    begins = str(read(folder / "scenario.yaml")["period"]["from"])
    for effective_from in (None, begins):
        runs = aw.simulate(scenario, replicates=16, seed=2016, effective_from=effective_from)
        assert set(runs.agreements) == set(scenario.agreements)
        assert np.isfinite(runs.dataset["unmet_rations"].to_numpy()).all()


@every_folder
def test_an_agreement_that_is_signed_and_kept_is_worth_more_than_none(folder: Path):
    """Some agreement of every scenario matters: on average more is eaten than as it was."""
    runs = aw.simulate(aw.read_scenario(folder), replicates=32, seed=2016)
    unmet = runs.dataset["unmet_rations"].sel(arm="as_signed").sum("community").mean("replicate")
    assert float(unmet.min()) < 0.95 * float(unmet.sel(agreement="status-quo"))
