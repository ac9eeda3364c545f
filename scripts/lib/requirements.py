# SPDX-License-Identifier: Apache-2.0
"""Print what pyproject.toml declares, one requirement a line: the dependencies, then each extra that is named."""

import sys
import tomllib
from pathlib import Path

project = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text())["project"]
extras = project["optional-dependencies"]
print(*sorted({*project["dependencies"], *(line for name in sys.argv[1:] for line in extras[name])}), sep="\n")
