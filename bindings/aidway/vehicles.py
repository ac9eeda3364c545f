# SPDX-License-Identifier: Apache-2.0
"""Files that say how kinds of vehicles drive: those that ship with Aidway, and a planner's own."""

from __future__ import annotations

from pathlib import Path

from .errors import require_name
from .library import common


def vehicle_names() -> list[str]:
    """Return the names of the vehicles that ship with Aidway."""
    return sorted(path.stem for path in common("vehicles").glob("*.yaml"))


def vehicle_file(vehicle: str | Path) -> tuple[Path, str]:
    """Return the file of a vehicle, and its name for people.

    Parameters
    ----------
    vehicle
        A name that ships with Aidway, such as "truck-10t", or the path of a file that ends in .yaml.

    Raises
    ------
    RequestError
        If no vehicle of that name ships.
    FileNotFoundError
        If there is no such file.
    """
    path = Path(vehicle)
    if path.suffix != ".yaml":
        require_name("vehicle", str(vehicle), vehicle_names())
        return common(f"vehicles/{vehicle}.yaml"), f"common:vehicles/{vehicle}.yaml"
    if not path.is_file():
        raise FileNotFoundError(2, "no such file", str(path))
    return path.absolute(), path.name
