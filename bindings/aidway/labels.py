# SPDX-License-Identifier: Apache-2.0
"""Places labels beside their points so that they do not cover each other, the same way every time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from matplotlib.axes import Axes

from .figures import PAPER

POINTS_PER_INCH = 72.0
LETTER_WIDTH = 0.62  # of the font size: a little more than the average letter of the widest font we meet
LINE_HEIGHT = 1.35
# Where a label may stand, in the order of preference: direction from its point, in units of the gap.
SIDES = ((1, 1), (-1, 1), (1, -1), (-1, -1), (0, 1.6), (0, -1.6), (1, 3.2), (-1, 3.2), (1, -3.2), (-1, -3.2),
         (0, 4.0), (0, -4.0), (1, 6.0), (-1, 6.0), (1, -6.0), (-1, -6.0))  # fmt: skip


@dataclass(frozen=True)
class Box:
    """A rectangle in points, from the lower left corner of the map."""

    left: float
    bottom: float
    right: float
    top: float

    def overlap(self, other: Box) -> float:
        """Return the area shared with another."""
        width = min(self.right, other.right) - max(self.left, other.left)
        height = min(self.top, other.top) - max(self.bottom, other.bottom)
        return max(width, 0.0) * max(height, 0.0)


class Labels:
    """Labels on one map, of `width` by `height` points; those placed first have the first choice."""

    def __init__(self, axes: Axes, width: float, height: float) -> None:
        self._axes = axes
        self._size = (width, height)
        self._taken: list[Box] = []

    def block(self, lon: float, lat: float, radius: float) -> None:
        """Keep labels off a mark of that radius in points."""
        x, y = self._points(lon, lat)
        self._taken.append(Box(x - radius, y - radius, x + radius, y + radius))

    def place(self, lon: float, lat: float, text: str, *, gap: float = 6.0, **font: Any) -> None:
        """Write a label at the side of its point where it covers least and stays on the map."""
        size = float(font.get("size", 9.0))
        lines = text.split("\n")
        wide, high = LETTER_WIDTH * size * max(len(line) for line in lines), LINE_HEIGHT * size * len(lines)
        x, y = self._points(lon, lat)
        best: tuple[float, int, Box, str] | None = None
        for rank, (across, up) in enumerate(SIDES):
            left = x + gap if across > 0 else (x - gap - wide if across < 0 else x - wide / 2)
            bottom = y + up * gap - (high if up < 0 else 0.0) - (0.0 if across == 0 else up * gap * 0.6)
            box = Box(left, bottom, left + wide, bottom + high)
            cost = sum(box.overlap(other) for other in self._taken) + 4.0 * self._outside(box)
            if best is None or cost < best[0] - 1.0:
                best = (cost, rank, box, "left" if across > 0 else ("right" if across < 0 else "center"))
        if best is None:
            return
        _, _, box, align = best
        self._taken.append(box)
        anchor = {"left": box.left, "right": box.right, "center": (box.left + box.right) / 2}[align]
        self._axes.text(
            anchor / self._size[0],
            (box.bottom + box.top) / 2 / self._size[1],
            text,
            transform=self._axes.transAxes,
            ha=align,
            va="center",
            linespacing=1.15,
            zorder=7,
            bbox={"boxstyle": "square,pad=0.1", "facecolor": PAPER, "edgecolor": "none", "alpha": 0.8},
            **({"size": size} | font),
        )

    def _points(self, lon: float, lat: float) -> tuple[float, float]:
        west, east = self._axes.get_xlim()
        south, north = self._axes.get_ylim()
        return (lon - west) / (east - west) * self._size[0], (lat - south) / (north - south) * self._size[1]

    def _outside(self, box: Box) -> float:
        inside = box.overlap(Box(0.0, 0.0, *self._size))
        return (box.right - box.left) * (box.top - box.bottom) - inside
