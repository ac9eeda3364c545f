# SPDX-License-Identifier: Apache-2.0
"""Build data/ and SOURCES.md of this scenario from `source/`.

    .venv/bin/python scenarios/teaching-valley/build.py            write them
    .venv/bin/python scenarios/teaching-valley/build.py --check    compare them with what would be written

Exit status: 0 done or current, 1 faults in the source files or stale results, each on its own line of stderr.
"""

import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))
import building  # noqa: E402  (beside the scenario folders)


def make(faults: list[str]) -> building.Results:
    return {
        "data/roads.geojson": building.straight_roads(HERE, faults),
        "data/gate_status.csv": building.csv_text(building.table(HERE, "gate_status.csv")),
        "SOURCES.md": building.sources_page(HERE, faults),
    }


if __name__ == "__main__":
    sys.exit(building.run(HERE, make))
