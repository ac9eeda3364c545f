# SPDX-License-Identifier: Apache-2.0
"""Files of OpenStreetMap in PBF, byte by byte, so that they can say what is not true."""

from __future__ import annotations

import zlib
from collections.abc import Iterable


def number(value: int) -> bytes:
    """Return a whole number as a varint."""
    said = b""
    while value > 0x7F:
        said, value = said + bytes([value & 0x7F | 0x80]), value >> 7
    return said + bytes([value])


def signed(value: int) -> int:
    """Return a whole number so that a small one of either sign stays small."""
    return value * 2 if value >= 0 else -value * 2 - 1


def field(key: int, value: int | bytes) -> bytes:
    """Return a field of a message: a number, or bytes with their length."""
    if isinstance(value, int):
        return number(key << 3) + number(value)
    return number(key << 3 | 2) + number(len(value)) + value


def packed(values: Iterable[int]) -> bytes:
    return b"".join(number(value) for value in values)


def deltas(values: Iterable[int]) -> bytes:
    before, steps = 0, []
    for value in values:
        steps.append(signed(value - before))
        before = value
    return packed(steps)


def blob(kind: bytes, data: bytes, *, raw_size: int | None = None, data_size: int | None = None) -> bytes:
    """Return a block of a file; its sizes are true unless they are given."""
    body = field(2, len(data) if raw_size is None else raw_size) + field(3, zlib.compress(data))
    head = field(1, kind) + field(3, len(body) if data_size is None else data_size)
    return len(head).to_bytes(4, "big") + head + body


HEADER = field(4, b"OsmSchema-V0.6") + field(4, b"DenseNodes")


def header(*, features: Iterable[bytes] = ()) -> bytes:
    """Return the first block of a file, with further features that a reader must know."""
    return blob(b"OSMHeader", HEADER + b"".join(field(4, feature) for feature in features))


def street(*, lats: Iterable[int] = (0, 0), tag: tuple[int, int] = (1, 2), refs: Iterable[int] = (1, 2)) -> bytes:
    """Return two nodes a kilometre apart and a street between them."""
    words = field(1, b"") + field(1, b"highway") + field(1, b"primary")
    dense = field(1, deltas([1, 2])) + field(8, deltas(lats)) + field(9, deltas([50_000_000, 50_100_000]))
    way = field(1, 1) + field(2, packed(tag[:1])) + field(3, packed(tag[1:])) + field(8, deltas(refs))
    return field(1, words) + field(2, field(2, dense)) + field(2, field(3, way))
