# SPDX-License-Identifier: Apache-2.0
"""What commands that simulate hand on, and the line that tells how far they are."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from ..progress import Progress


@contextmanager
def study_of(given: argparse.Namespace) -> Iterator[dict[str, Any]]:
    """Give what `simulate` and its like take of the arguments of `add_replicates`; the line ends with the block."""
    progress = Progress()
    try:
        yield {
            "replicates": given.replicates,
            "seed": given.seed,
            "threads": given.threads,
            "per_point": given.per_point,
            "effective_from": given.effective_from,
            "progress": progress,
        }
    finally:
        progress.close()
