# SPDX-License-Identifier: Apache-2.0
"""The sheet of paper that a map is drawn on in a browser: places in pixels, outlines, and where names find room."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from ..map_drawing import shaped, stretch
from ..places import Frame

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

WIDTH = 1000.0
"""Of the sheet; heights follow from the frame."""
LETTER = 6.6
"""Mean width of a letter of a name."""
LINE = 15.0


@dataclass(frozen=True)
class Name:
    """A name beside its mark: where its line begins, ends or has its middle."""

    text: str
    x: float
    y: float
    anchor: str


@dataclass
class Sheet:
    """A frame in degrees drawn 1000 wide, north up, with true proportions in its middle."""

    frame: Frame
    _taken: list[tuple[float, float, float, float]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.frame = shaped(self.frame)
        west, south, east, north = self.frame
        self._scale = WIDTH / (east - west)
        self._stretch = stretch(self.frame)
        self.height = round((north - south) * self._scale * self._stretch, 1)

    def at(self, lon: float, lat: float) -> tuple[float, float]:
        """Return where a place lies on the sheet."""
        west, _, _, north = self.frame
        return round((lon - west) * self._scale, 1), round((north - lat) * self._scale * self._stretch, 1)

    def holds(self, lon: float, lat: float) -> bool:
        """Whether a place lies on the sheet."""
        west, south, east, north = self.frame
        return west <= lon <= east and south <= lat <= north

    def edge(self, lon: float, lat: float) -> tuple[float, float]:
        """Return a place, or the nearest one at the edge of the sheet."""
        x, y = self.at(lon, lat)
        return min(max(x, 14.0), WIDTH - 14.0), min(max(y, 14.0), self.height - 14.0)

    def outline(self, shape: BaseGeometry | None) -> str:
        """Return lines and areas as the outline of a path, cut off beyond the sheet; "" where nothing is seen."""
        from shapely import box, clip_by_rect, get_parts, simplify

        if shape is None or shape.is_empty:
            return ""
        west, south, east, north = self.frame
        wide, high = 0.02 * (east - west), 0.02 * (north - south)
        seen = clip_by_rect(shape, west - wide, south - high, east + wide, north + high)
        if seen.is_empty and shape.intersects(box(*self.frame)):
            seen = shape  # what cannot be clipped is drawn whole
        seen = simplify(seen, 0.3 / self._scale)
        return "".join(self._ring(np.asarray(ring.coords)) for part in get_parts(seen) for ring in _rings(part))

    def _ring(self, degrees: np.ndarray[tuple[int, int], np.dtype[np.float64]]) -> str:
        west, _, _, north = self.frame
        x = np.round((degrees[:, 0] - west) * self._scale, 1)
        y = np.round((north - degrees[:, 1]) * self._scale * self._stretch, 1)
        points = [f"{a:g} {b:g}" for a, b in zip(x.tolist(), y.tolist(), strict=True)]
        kept = [point for index, point in enumerate(points) if index == 0 or point != points[index - 1]]
        return f"M{'L'.join(kept)}" if len(kept) > 1 else ""

    def block(self, x: float, y: float, half: float = 9.0) -> None:
        """Keep names off a mark."""
        self._taken.append((x - half, y - half, x + half, y + half))

    def name(self, text: str, x: float, y: float, *, letter: float = LETTER) -> Name | None:
        """Return where a name has room beside its mark; None where it has none."""
        wide = letter * len(text)
        tries = (
            ("start", 12.0, 4.0), ("end", -12.0, 4.0), ("middle", 0.0, -13.0), ("middle", 0.0, 22.0),
            ("start", 10.0, -9.0), ("end", -10.0, -9.0), ("start", 10.0, 17.0), ("end", -10.0, 17.0),
        )  # fmt: skip
        for anchor, right, down in tries:
            left = x + right - {"start": 0.0, "middle": wide / 2, "end": wide}[anchor]
            room = (left, y + down - LINE + 3.0, left + wide, y + down + 3.0)
            if room[0] < 2 or room[2] > WIDTH - 2 or room[1] < 2 or room[3] > self.height - 2:
                continue
            if not any(_meet(room, other) for other in self._taken):
                self._taken.append(room)
                return Name(text, round(right, 1), round(down, 1), anchor)
        return None


def _rings(part: BaseGeometry) -> Iterable[BaseGeometry]:
    from shapely import Polygon

    if isinstance(part, Polygon):
        return [part.exterior, *part.interiors]
    return [part] if part.geom_type == "LineString" else []


def _meet(a: tuple[float, float, float, float], b: tuple[float, float, float, float]) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
