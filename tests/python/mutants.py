# SPDX-License-Identifier: Apache-2.0
"""Mutants of valid scenarios: one text of a folder, changed by chance as people and editors break texts.

A mutant follows from its seed alone. `python tests/python/mutants.py SEED` prints what it changes.
"""

from __future__ import annotations

import difflib
import random
import re
import shutil
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from mutant_words import LOOK_ALIKES, STRANGE, UNITS, VALUES
from tiny_with_everything import add_everything

ROOT = Path(__file__).resolve().parents[2]
BASES = {
    "tiny": ROOT / "tests" / "data" / "tiny",
    "everything": ROOT / "tests" / "data" / "tiny",  # with every table and every term put in
    "teaching-valley": ROOT / "scenarios" / "teaching-valley",
    "four-towns-2016": ROOT / "scenarios" / "four-towns-2016",
}
KEY = re.compile(r"[\w.-]+(?=:(?:\s|$))")
VALUE = re.compile(
    r"(?<=: )[^\s#\[\]{},][^\n#\[\]{},]*|(?<=[\[,] )[^\s\[\]{},:]+(?=[,\]])|(?<=\[)[^\s\[\]{},:]+(?=[,\]])"
)
PAIR = re.compile(r"[\w-]+: (?:\[[^\[\]\n]*\]|\{[^{}\n]*\}|[^,{}\[\]\n]+)")
NUMBER = re.compile(r"-?\d+(?:\.\d+)?")

Change = Callable[[random.Random, str], str]


@dataclass(frozen=True)
class Mutant:
    """A text of a scenario, changed; bytes that are no UTF-8 stand in it as lone surrogates."""

    seed: int
    base: str
    file: str
    text: str
    changes: tuple[str, ...]

    @property
    def original(self) -> str:
        return texts(self.base)[self.file]

    @property
    def diff(self) -> str:
        """What it changes, as a patch that a terminal can show."""
        before, after = (text.splitlines(keepends=True) for text in (self.original, self.text))
        lines = difflib.unified_diff(before, after, f"{self.base}/{self.file}", f"mutant {self.seed}", n=1)
        shown = "".join(line if line.endswith("\n") else f"{line}\n" for line in lines)
        return shown.encode("utf-8", "backslashreplace").decode()


def copy_of(base: str, to: Path) -> Path:
    """Copy a scenario's folder to a place that is not there yet, and return that."""
    folder = Path(shutil.copytree(BASES[base], to))
    return add_everything(folder) if base == "everything" else folder


@cache
def texts(base: str) -> dict[str, str]:
    """Return the texts of a scenario's folder: its record, its agreements, its table of status."""
    with tempfile.TemporaryDirectory(prefix="aidway-mutants-") as root:
        return texts_in(copy_of(base, Path(root) / base))


def texts_in(folder: Path) -> dict[str, str]:
    files = [folder / "scenario.yaml", *sorted(folder.glob("agreements/*.yaml")), folder / "data" / "gate_status.csv"]
    return {file.relative_to(folder).as_posix(): file.read_text(encoding="utf-8") for file in files}


def replaced(text: str, span: tuple[int, int], new: str) -> str:
    return text[: span[0]] + new + text[span[1] :]


def spot(dice: random.Random, pattern: re.Pattern[str], text: str) -> tuple[int, int]:
    """Return where one of the matches stands; one letter where there is none."""
    found = [match.span() for match in pattern.finditer(text)]
    if found:
        return dice.choice(found)
    at = dice.randrange(len(text) + 1)
    return at, min(at + 1, len(text))


def swapped(text: str, one: tuple[int, int], other: tuple[int, int]) -> str:
    (a, b), (c, d) = sorted([one, other])
    return text if b > c else text[:a] + text[c:d] + text[b:c] + text[a:b] + text[d:]


def misspelt(dice: random.Random, word: str) -> str:
    at = dice.randrange(len(word) + 1)
    ways = (
        word[:at] + word[at + 1 :],
        word[:at] + word[at : at + 1] * 2 + word[at + 1 :],
        word.upper(),
        word + "s",
        word[:at] + word[at + 1 : at + 2] + word[at : at + 1] + word[at + 2 :],
        word.replace("_", "-"),
        f"'{word}'",
    )
    return dice.choice(ways)


def block(lines: list[str], at: int) -> int:
    """Return where the lines end that are indented beneath one."""
    depth = len(lines[at]) - len(lines[at].lstrip(" "))
    end = at + 1
    while end < len(lines) and (not lines[end].strip() or len(lines[end]) - len(lines[end].lstrip(" ")) > depth):
        end += 1
    return end


# Lines and blocks of lines.


def drop_block(dice: random.Random, text: str) -> str:
    lines = text.splitlines(keepends=True) or [""]
    at = dice.randrange(len(lines))
    return "".join(lines[:at] + lines[block(lines, at) if dice.random() < 0.5 else at + 1 :])


def repeat_block(dice: random.Random, text: str) -> str:
    lines = text.splitlines(keepends=True) or [""]
    at = dice.randrange(len(lines))
    end = block(lines, at)
    return "".join(lines[:end] + lines[at:])


def move_block(dice: random.Random, text: str) -> str:
    lines = text.splitlines(keepends=True) or [""]
    at = dice.randrange(len(lines))
    end = block(lines, at)
    moved, rest = lines[at:end], lines[:at] + lines[end:]
    to = dice.randrange(len(rest) + 1)
    if rest and dice.random() < 0.7:  # indented as its new neighbour
        near = rest[min(to, len(rest) - 1)]
        by = len(near) - len(near.lstrip(" ")) - (len(moved[0]) - len(moved[0].lstrip(" ")))
        moved = [" " * by + line if by > 0 else line[min(-by, len(line) - len(line.lstrip(" "))) :] for line in moved]
    return "".join(rest[:to] + moved + rest[to:])


def indent_block(dice: random.Random, text: str) -> str:
    lines = text.splitlines(keepends=True) or [""]
    at = dice.randrange(len(lines))
    end = block(lines, at) if dice.random() < 0.5 else at + 1
    by = dice.choice([-4, -2, -1, 1, 2, 4])
    for i in range(at, end):
        lines[i] = " " * by + lines[i] if by > 0 else lines[i][min(-by, len(lines[i]) - len(lines[i].lstrip(" "))) :]
    return "".join(lines)


def tab_indents(dice: random.Random, text: str) -> str:
    return replaced(
        text, spot(dice, re.compile(r"(?<=\n) +"), text), dice.choice(["\t", "\t\t", " \t", "  \t", "\n\t"])
    )


# Keys and pairs.


def rename_key(dice: random.Random, text: str) -> str:
    span = spot(dice, KEY, text)
    word = text[slice(*span)]
    other = text[slice(*spot(dice, KEY, text))]
    return replaced(text, span, other if dice.random() < 0.4 else misspelt(dice, word))


def drop_pair(dice: random.Random, text: str) -> str:
    return replaced(text, spot(dice, re.compile(PAIR.pattern + "(?:, )?"), text), "")


def add_pair(dice: random.Random, text: str) -> str:
    """Say a pair once more, here or elsewhere."""
    pair = text[slice(*spot(dice, PAIR, text))]
    at = spot(dice, PAIR, text)[dice.randrange(2)]
    return replaced(text, (at, at), dice.choice([f", {pair}", f"{pair}, ", f"\n{pair}\n", f" {pair}"]))


def swap_pairs(dice: random.Random, text: str) -> str:
    return swapped(text, spot(dice, PAIR, text), spot(dice, PAIR, text))


# Values.


def set_value(dice: random.Random, text: str) -> str:
    return replaced(text, spot(dice, VALUE, text), dice.choice(VALUES))


def swap_values(dice: random.Random, text: str) -> str:
    """Exchange two values or names, or say one of them twice."""
    one, other = spot(dice, VALUE, text), spot(dice, VALUE, text)
    return swapped(text, one, other) if dice.random() < 0.5 else replaced(text, one, text[slice(*other)])


def swap_names(dice: random.Random, text: str) -> str:
    one, other = (text[slice(*spot(dice, dice.choice([KEY, VALUE]), text))] for _ in range(2))
    return replaced(text, spot(dice, re.compile(rf"\b{re.escape(one)}\b"), text), other)


def change_number(dice: random.Random, text: str) -> str:
    span = spot(dice, NUMBER, text)
    number = text[slice(*span)]
    ways = (
        f"-{number}",
        f"{number}0",
        f"{number}000000",
        f"{number}.5",
        f"0{number}",
        f"{number}e3",
        f"{number}e-3",
        str(dice.randrange(100)),
        f"{dice.random():.3f}",
        number[:-1],
        f"{number[:1]},{number[1:]}",
        f"+{number}",
    )
    return replaced(text, span, dice.choice(ways))


def change_unit(dice: random.Random, text: str) -> str:
    span = spot(dice, re.compile(r"(?<=\d) (?:[a-z]+\d?(?:/[a-z]+\d?)?|/[a-z])\b"), text)
    return replaced(text, span, dice.choice([" " + dice.choice(UNITS), "", dice.choice(UNITS)]))


def misspell_value(dice: random.Random, text: str) -> str:
    span = spot(dice, VALUE, text)
    return replaced(text, span, misspelt(dice, text[slice(*span)]))


# What YAML has and a scenario must not, or may have and must not be misread.


def decorate(dice: random.Random, text: str) -> str:
    """Put an anchor, an alias, a tag or a quote before or around a value."""
    span = spot(dice, VALUE, text)
    value = text[slice(*span)]
    ways = (
        f"&a {value}",
        "*a",
        f"!!str {value}",
        f"! {value}",
        f"!!int {value}",
        f'"{value}"',
        f"'{value}'",
        f'"{value}',
        f"'{value}",
        f"[{value}]",
        f"[{value}",
        f"{{{value}}}",
        f"{{value: {value}}}",
        f"{{value: {value}, note: x}}",
        f"|\n      {value}",
        f">-\n      {value}",
        f"\n      {value}",
        value.replace(" ", "\n      ", 1),
        f"{value} # x",
        f"{value}#x",
        f"{value}:",
        f"- {value}",
        f"? {value}",
        f"{value}, ",
        f'"{value}\\n"',
        f'"\\x41{value}"',
    )
    return replaced(text, span, dice.choice(ways))


def merge_key(dice: random.Random, text: str) -> str:
    return replaced(
        text,
        spot(dice, PAIR, text),
        dice.choice(["<<: *a", "<<: {a: 1}", "? a", "[a]: b", "{a: 1}: b", "*a : b", "5", ""]),
    )


def document_mark(dice: random.Random, text: str) -> str:
    mark = dice.choice(
        ["---\n", "...\n", "--- x\n", "%YAML 1.2\n---\n", "%TAG ! x\n", "# x\n", "\n", "   \n", "\t\n", "- x\n"]
    )
    return replaced(text, (at := dice.choice([0, len(text), spot(dice, re.compile(r"(?m)^"), text)[0]]), at), mark)


# Letters.


def look_alike(dice: random.Random, text: str) -> str:
    span = spot(dice, re.compile("[" + re.escape("".join(LOOK_ALIKES)) + "]"), text)
    return replaced(text, span, LOOK_ALIKES.get(text[slice(*span)], "\u00a0"))


def strange_letter(dice: random.Random, text: str) -> str:
    at = dice.randrange(len(text) + 1)
    return replaced(text, (at, at + dice.randrange(2)), dice.choice(STRANGE))


def drop_letters(dice: random.Random, text: str) -> str:
    at = dice.randrange(len(text) + 1)
    return replaced(text, (at, at + dice.choice([1, 1, 1, 2, 10])), "")


def other_line_ends(dice: random.Random, text: str) -> str:
    return text.replace("\n", dice.choice(["\r\n", "\r", "\n\n", " \n"]), dice.choice([1, 3, -1]))


def truncate(dice: random.Random, text: str) -> str:
    at = dice.randrange(len(text) + 1)
    return text[:at] if dice.random() < 0.8 else text[at:]


CHANGES: tuple[Change, ...] = (
    *(set_value, set_value, swap_values, swap_values, swap_names, swap_names),
    *(change_number, change_number, change_number, change_unit, misspell_value, rename_key, rename_key),
    *(drop_pair, add_pair, swap_pairs, drop_block, repeat_block),
    *(move_block, move_block, indent_block, tab_indents, decorate, decorate, merge_key, document_mark, look_alike),
    *(strange_letter, strange_letter, drop_letters, other_line_ends, truncate),
)  # fmt: skip


def spliced(dice: random.Random, text: str) -> str:
    """Return the head of the text and the tail of any other, cut at lines or anywhere."""
    other = dice.choice([*texts(dice.choice(list(BASES))).values()])
    if dice.random() < 0.5:
        return text[: dice.randrange(len(text) + 1)] + other[dice.randrange(len(other) + 1) :]
    head, tail = text.splitlines(keepends=True), other.splitlines(keepends=True)
    return "".join(head[: dice.randrange(len(head) + 1)] + tail[dice.randrange(len(tail) + 1) :])


def mutant(seed: int) -> Mutant:
    """Return the mutant of a seed."""
    dice = random.Random(seed)
    base = dice.choice(list(BASES))
    agreements = [file for file in texts(base) if file.startswith("agreements/")]
    file = dice.choices(["scenario.yaml", dice.choice(agreements), "data/gate_status.csv"], [12, 7, 1])[0]
    text = texts(base)[file]
    changes = dice.choices([*CHANGES, spliced], [1.0] * len(CHANGES) + [0.7], k=dice.choice([1, 1, 1, 1, 2, 3]))
    for change in changes:
        text = change(dice, text)
    return Mutant(seed, base, file, text, tuple(change.__name__ for change in changes))


if __name__ == "__main__":
    for word in sys.argv[1:]:
        found = mutant(int(word))
        print(f"seed {found.seed}: {', '.join(found.changes)}\n{found.diff}", end="")
