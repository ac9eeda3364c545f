# SPDX-License-Identifier: Apache-2.0
"""The walk through the teaching valley: every command runs, and says what the page says it does."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "guide" / "teaching-valley.md").read_text(encoding="utf-8")


def steps() -> list[tuple[str, list[str]]]:
    """Return each command of the page, and the parts of its output that stand below it."""
    found: list[tuple[str, list[str]]] = []
    for line in re.findall(r"^    (\S.*)$", PAGE, re.M):
        if line.startswith("aidway "):
            found.append((line, []))
        else:
            found[-1][1].append(line)
    return found


def plain(text: str) -> str:
    return " ".join(text.split())


@pytest.fixture
def valley(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the scenario in it, to type commands in."""
    shutil.copytree(ROOT / "scenarios" / "teaching-valley", tmp_path / "scenarios" / "teaching-valley")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_every_command_of_the_page_says_what_the_page_tells(aidway, valley):
    assert len(steps()) > 10
    for command, told in steps():
        called = aidway(*shlex.split(command)[1:])
        assert called.code == 0, f"{command}\n{called.err}"
        for line in told:
            assert plain(line) in plain(called.out), f"{command}\n{called.out}"
    assert (valley / "out" / "valley" / "report.html").is_file()


def test_its_three_lines_of_python_print_a_sentence(valley, capsys):
    (code,) = re.findall(r"```python\n(.*?)```", PAGE, re.S)
    exec(compile(code, "teaching-valley.md", "exec"), {})
    assert "Millbrook" in capsys.readouterr().out


def test_its_links_lead_to_pages():
    links = re.findall(r"\]\(([\w./-]+\.md)", PAGE)
    assert links
    assert [link for link in links if not (ROOT / "docs" / "guide" / link).is_file()] == []
