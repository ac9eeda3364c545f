# SPDX-License-Identifier: Apache-2.0
"""Graphs as research exchanges them: arcs between numbered nodes, with no place on Earth."""

from __future__ import annotations

import bz2
import gzip
import lzma
import zlib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from . import _engine
from .errors import RequestError

NO_WAY = 2**32 - 1
"""Stands in distances for a node that cannot be reached."""
LARGEST_BYTES = 2**33
"""Unpacked, a file may be 8 GiB long: the largest known graphs take half of that."""
_PACKED: dict[str, Callable[..., Any]] = {".gz": gzip.GzipFile, ".xz": lzma.LZMAFile, ".bz2": bz2.BZ2File}


def read_graph(path: str | Path, *, coordinates: str | Path | None = None) -> Graph:
    """Read a graph of the 9th DIMACS challenge (`p sp`, weighted arcs) or of PACE 2016 (`p tw`, edges).

    Parameters
    ----------
    path
        The file, as it is or packed (`.gz`, `.xz`, `.bz2`).
    coordinates
        A file of places (`p aux sp co`) for its nodes, packed or not.

    Raises
    ------
    ScenarioError
        If a file is wrong; `diagnostics` holds the faults with their lines, at most a hundred of each file.
    RequestError
        If a file cannot be unpacked or is larger than 8 GiB.

    References
    ----------
    C. Demetrescu, A. Goldberg, D. Johnson (eds.), The Shortest Path Problem: Ninth DIMACS Implementation Challenge,
    2009.
    """
    path = Path(path)
    places = None if coordinates is None else Path(coordinates)
    engine = _engine.read_graph(
        _unpacked(path),
        path.name,
        None if places is None else _unpacked(places),
        "" if places is None else places.name,
    )
    return Graph(engine, path.name)


def _unpacked(path: Path) -> bytes:
    """Return what is in a file."""
    try:
        with _PACKED.get(path.suffix, Path.open)(path, "rb") as file:
            content = bytes(file.read(LARGEST_BYTES + 1))
    except (EOFError, lzma.LZMAError, gzip.BadGzipFile, zlib.error, OSError) as error:
        if isinstance(error, OSError) and error.errno is not None:
            raise
        raise RequestError(f"'{path.name}' cannot be unpacked: {error}") from None
    if len(content) > LARGEST_BYTES:
        raise RequestError(f"'{path.name}' is larger than 8 GiB")
    return content


class Graph:
    """Arcs between nodes that are numbered from 0: node k of the file is number k - 1. It never changes.

    Graphs come from `read_graph`. They are no `Network`: nothing says where they lie or what their roads are like.
    """

    def __init__(self, engine: _engine.Graph, name: str) -> None:
        self._engine = engine
        self._name = name

    @property
    def name(self) -> str:
        """Name of the file."""
        return self._name

    @property
    def node_count(self) -> int:
        """How many nodes there are."""
        return self._engine.node_count

    @property
    def weighted(self) -> bool:
        """Whether the file says weights; else each arc weighs 1."""
        return self._engine.weighted

    @property
    def tail(self) -> NDArray[np.uint32]:
        """The node that each arc leaves, in the order of the file; an edge is two arcs, side by side."""
        return self._engine.tail

    @property
    def head(self) -> NDArray[np.uint32]:
        """The node that each arc leads to."""
        return self._engine.head

    @property
    def weight(self) -> NDArray[np.uint32]:
        """What each arc weighs, in the unit of the file; at least 1."""
        return self._engine.weight

    def __repr__(self) -> str:
        return f"Graph({self._name}: {self.node_count} nodes, {len(self.tail)} arcs)"

    def places(self) -> NDArray[np.float64]:
        """Return longitude and latitude of each node in degrees, shape (node_count, 2); no rows if none are known."""
        return self._engine.places()

    def distances(self, from_nodes: Sequence[int]) -> NDArray[np.uint32]:
        """Return the sums of weights along the lightest ways, shape (len(from_nodes), node_count).

        2**32 - 1 (`graph.NO_WAY`) where there is no way; exact below 2**32 - 2, where sums stand still.

        Raises
        ------
        RequestError
            If there is no such node.
        """
        for node in from_nodes:
            if not 0 <= node < self.node_count:
                raise RequestError(f"there is no node {node}: they are numbered from 0 to {self.node_count - 1}")
        return self._engine.distances(list(from_nodes))
