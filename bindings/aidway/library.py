# SPDX-License-Identifier: Apache-2.0
"""The files that ship with Aidway, which scenarios name as `common:NAME`."""

from __future__ import annotations

from importlib import resources
from pathlib import Path


def library() -> Path:
    """Return the folder they lie in."""
    return Path(str(resources.files("aidway"))) / "common"


def common(name: str) -> Path:
    """Return the path of one of them."""
    return library() / name
