# SPDX-License-Identifier: Apache-2.0
"""Whole outputs or none: written beside their place, then renamed into it."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from .errors import IoError


def require_parent(path: Path) -> None:
    """Refuse a place whose folder does not exist, before any work is spent on what should go there.

    Raises
    ------
    IoError
        If the folder is missing or is a file.
    """
    parent = path.absolute().parent
    if not parent.is_dir():
        raise IoError(f"{path}: there is no folder {parent}")


def require_room(folder: Path) -> None:
    """Refuse a place beside which nothing can be made, before any work is spent on what should go there.

    Raises
    ------
    IoError
        If no folder can be made where `folder` or the missing ones above it would go.
    """
    above = folder.resolve().parent
    while not above.exists():
        above = above.parent
    try:
        with tempfile.TemporaryDirectory(prefix=f".{folder.name}.", suffix=".partial", dir=above):
            pass
    except OSError as fault:
        raise IoError(f"{folder} cannot be written: nothing can be made in {above} ({fault.strerror})") from None


@contextmanager
def whole_file(path: Path) -> Iterator[Path]:
    """Give a place to write to; on a clean exit it becomes `path`, otherwise it is gone and `path` is untouched.

    Raises
    ------
    IoError
        If `path` is a folder, or its folder is missing or cannot be written.
    """
    require_parent(path)
    if path.is_dir():
        raise IoError(f"{path} is a folder")
    try:
        handle, name = tempfile.mkstemp(
            prefix=f".{path.name}.", suffix=f".partial{path.suffix}", dir=path.absolute().parent
        )
    except OSError as fault:
        raise IoError(f"{path} cannot be written: {fault.strerror}") from None
    os.close(handle)
    beside = Path(name)
    try:
        yield beside
        beside.chmod(0o666 & ~_umask())
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


@contextmanager
def whole_folder(folder: Path) -> Iterator[Path]:
    """Give a folder to write in; on a clean exit it takes the place of `folder`, otherwise nothing has changed.

    What stood in `folder` is replaced as a whole. Its parents are made as needed.
    """
    target = folder.resolve()
    target.parent.mkdir(parents=True, exist_ok=True)
    work = Path(tempfile.mkdtemp(prefix=f".{target.name}.", suffix=".partial", dir=target.parent))
    fresh, old = work / "new", work / "old"
    try:
        fresh.mkdir()
        yield fresh
        try:
            if target.exists():
                target.rename(old)
            fresh.rename(target)
        except BaseException:
            if old.exists() and not target.exists():
                old.rename(target)
            raise
    finally:
        shutil.rmtree(work, ignore_errors=True)


def _umask() -> int:
    """Return the process's mask for new files, which can only be read by setting it."""
    mask = os.umask(0o022)
    os.umask(mask)
    return mask
