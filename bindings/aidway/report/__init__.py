# SPDX-License-Identifier: Apache-2.0
"""The report: one self-contained HTML file that answers, explains and doubts itself."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from ..joining import joined
from ..writing import whole_file
from .page import render

if TYPE_CHECKING:
    from ..runs import Runs

__all__ = ["render", "write"]


def write(runs: Runs, path: str | Path, *, public: bool = True) -> Path:
    """Write everything that runs say to one HTML file that loads nothing from elsewhere.

    Parameters
    ----------
    runs
        The runs.
    path
        Where the file goes; it is written whole or not at all.
    public
        Whether depots are rounded and small communities joined to their enclave, as public-safe rules ask.

    Returns
    -------
    Path
        The file.

    Notes
    -----
    The same runs give the same bytes.
    """
    page = render(joined(runs) if public else runs, public=public)
    with whole_file(Path(path)) as beside:
        beside.write_text(page, encoding="utf-8")
    return Path(path)
