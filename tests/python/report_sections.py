# SPDX-License-Identifier: Apache-2.0
"""The sections of a report, by their names in its links, in their order."""

SECTIONS = [
    "answer", "side-by-side", "weeks", "why", "maps", "ways", "texts", "assumed", "limits", "reading",
    "meanings", "sources", "repeat",
]  # fmt: skip
