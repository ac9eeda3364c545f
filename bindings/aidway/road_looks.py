# SPDX-License-Identifier: Apache-2.0
"""How roads, gates and repairs are drawn, so that maps and styles read alike, in black and white too."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

INK, GREY, RED, BLUE, GOLD, PAPER = "#1d2327", "#6b7379", "#7a2b00", "#0b5a8c", "#e8b23a", "#ffffff"


@dataclass(frozen=True)
class LineLook:
    """A line: width in millimetres, dashes and gaps in widths (none: solid), colour."""

    width_mm: float
    dashes: tuple[float, ...] = ()
    colour: str = INK

    @property
    def dashes_mm(self) -> tuple[float, ...]:
        """Dashes and gaps in millimetres."""
        return tuple(round(length * self.width_mm, 3) for length in self.dashes)


@dataclass(frozen=True)
class MarkLook:
    """A mark: its shape (by the name that QGIS has for it), size in millimetres, colours."""

    shape: str
    size_mm: float = 2.6
    fill: str = PAPER
    edge: str = INK


# The wider, the more a road carries; what lorries mostly may not use is broken.
ROADS = {
    "motorway": LineLook(1.1),
    "trunk": LineLook(0.9),
    "primary": LineLook(0.7),
    "secondary": LineLook(0.52),
    "tertiary": LineLook(0.38),
    "unclassified": LineLook(0.28),
    "residential": LineLook(0.28, colour=GREY),
    "living_street": LineLook(0.28, colour=GREY),
    "road": LineLook(0.28, colour=GREY),
    "service": LineLook(0.16, colour=GREY),
    "track": LineLook(0.32, (5, 3)),
    "busway": LineLook(0.32, (9, 2, 2, 2)),
    "pedestrian": LineLook(0.28, (2, 2)),
    "footway": LineLook(0.22, (2, 3), GREY),
    "path": LineLook(0.22, (2, 3), GREY),
    "cycleway": LineLook(0.22, (2, 3), GREY),
    "ferry": LineLook(0.4, (9, 5), BLUE),
}
OTHER_ROAD = LineLook(0.28)
"""Of a class that is not listed, or not said."""
ON_GATE = LineLook(1.5, (1, 1), RED)
"""Drawn over a road that lies in a gate."""

REPAIRS = {
    "join": MarkLook("circle"),
    "duplicate": MarkLook("square"),
    "zero_length": MarkLook("cross2"),
    "cut": MarkLook("triangle", fill=GOLD),
    "short_length": MarkLook("diamond", fill=GOLD),
    "island": MarkLook("star", 3.2, fill=GOLD),
}
OTHER_REPAIR = MarkLook("cross")
GATES = {
    "checkpoint": MarkLook("diamond", 3.2, fill=RED, edge=RED),
    "border": MarkLook("square", 3.0, fill=RED, edge=RED),
    "toll": MarkLook("pentagon", 2.8, fill=GOLD),
    "gate": MarkLook("triangle", 2.4, fill=BLUE, edge=BLUE),
    "block": MarkLook("cross2", 2.4, edge=RED),
}
OTHER_GATE = MarkLook("circle", 2.4, fill=RED, edge=RED)
NODE = MarkLook("circle", 0.7, fill=GREY, edge=GREY)


def title(word: str) -> str:
    """Return the words for a class or kind: "living street", "class not said"."""
    return word.replace("_", " ") if word else "class not said"


def in_order(words: Iterable[str], known: Iterable[str]) -> list[str]:
    """Return each word once: those that are known first, in that order, then the others in their own."""
    present, ranked = set(words), list(known)
    return [word for word in ranked if word in present] + sorted(present.difference(ranked))
