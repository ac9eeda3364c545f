# SPDX-License-Identifier: Apache-2.0
"""Every notebook is stored without output and runs from top to bottom."""

import re
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

FOLDER = Path(__file__).parents[2] / "notebooks"
NOTEBOOKS = sorted(FOLDER.glob("*.ipynb"))


def ids(path: Path) -> str:
    return path.stem


def test_there_is_a_notebook():
    assert NOTEBOOKS


@pytest.mark.parametrize("path", NOTEBOOKS, ids=ids)
def test_notebook_is_stored_without_output(path):
    cells = nbformat.read(path, as_version=4).cells
    kept = [cell for cell in cells if cell.cell_type == "code" and (cell.outputs or cell.execution_count is not None)]
    assert kept == []


@pytest.mark.parametrize("path", NOTEBOOKS, ids=ids)
def test_notebook_runs_and_prints_no_zero_below_zero(path):
    notebook = nbformat.read(path, as_version=4)
    NotebookClient(notebook, timeout=300, kernel_name="python3", resources={"metadata": {"path": FOLDER}}).execute()
    outputs = [output for cell in notebook.cells for output in cell.get("outputs", [])]
    printed = [output.get("data", {}).get("text/plain", output.get("text", "")) for output in outputs]
    assert any(printed)
    assert re.findall(r"(?<![\w.,-])-0(?:\.0+)?(?![\d.,])", "\n".join(printed)) == []
