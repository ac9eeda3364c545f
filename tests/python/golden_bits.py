# SPDX-License-Identifier: Apache-2.0
"""Digests of what the tiny scenario gives, to the last bit: `python tests/python/golden_bits.py` writes them anew.

They stand in tests/data/golden_bits.json. A change of the model changes them: write them anew and say why in the
CHANGELOG. A change of compiler, threads or processor must not.
"""

import hashlib
import json
from pathlib import Path

import aidway as aw
import numpy as np
from aidway import _engine

DATA = Path(__file__).resolve().parents[1] / "data"
GOLDEN = DATA / "golden_bits.json"
REQUEST = {"replicates": 600, "seed": 2016, "per_point": 8}


def digest(values: np.ndarray) -> str:
    """Return a digest of an array's shape, type and bytes."""
    told = f"{values.dtype.str} {values.shape} ".encode()
    return hashlib.sha256(told + np.ascontiguousarray(values).tobytes()).hexdigest()[:32]


ROUTE_KEYS = (
    "fleet", "depot", "community", "reachable", "driving_s", "time_s", "delays_s", "length_m", "gates", "closed_gates",
    "points",
)  # fmt: skip


def golden() -> dict[str, str]:
    """Return the digest of every outcome, of what is estimated from them, and of one replicate's log."""
    scenario = aw.read_scenario(DATA / "tiny")
    runs = aw.simulate(scenario, **REQUEST)
    found = {str(name): digest(values.to_numpy()) for name, values in runs.dataset.data_vars.items()}
    found["estimates"] = digest(runs.summary().select_dtypes("number").to_numpy())
    found["differences"] = digest(runs.compare("two-roads", to="one-road").select_dtypes("number").to_numpy())
    log = _engine.replay(scenario.engine, "two-roads", "as_kept", 2016, 7, 8)
    text = json.dumps([log["kind"], log["entity"], log["reason"]]).encode()
    found["log"] = hashlib.sha256(text + log["time_s"].tobytes() + log["mass_kg"].tobytes()).hexdigest()[:32]
    ways = [
        {key: way[key] for key in ROUTE_KEYS}
        for place in scenario.communities
        for way in scenario.engine.routes("two-roads", place, 1466000000)
    ]
    found["routes"] = hashlib.sha256(json.dumps(ways).encode()).hexdigest()[:32]
    return found


if __name__ == "__main__":
    GOLDEN.write_text(json.dumps(golden(), indent=2) + "\n", encoding="utf-8")
    print(GOLDEN)
