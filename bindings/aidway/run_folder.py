# SPDX-License-Identifier: Apache-2.0
"""The folder that runs are kept in."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import xarray as xr

from . import _engine
from .dataset import FORMAT_VERSION
from .errors import IoError, RequestError, ScenarioChangedError, ScenarioError
from .instants import to_seconds
from .provenance import KIND
from .scenario import Scenario, read_scenario
from .writing import require_room, whole_folder

if TYPE_CHECKING:
    from .runs import Runs

RUNS, SUMMARY, OUTCOMES, PROVENANCE = "runs.zarr", "summary.csv", "outcomes.csv", "provenance.json"
ORDER = "order_of_variables"  # which a store does not keep by itself
REPLACEABLE = {RUNS, SUMMARY, OUTCOMES, PROVENANCE, "report.html"}


def require_replaceable(folder: Path) -> None:
    """Refuse a place that holds anything but earlier runs; an empty or missing folder will do.

    Raises
    ------
    IoError
        If `folder` is a file, is no folder of runs, or holds something besides, or if nothing can be made there.
    """
    if folder.exists() and not folder.is_dir():
        raise IoError(f"{folder} is a file, not a folder")
    require_room(folder)
    found = {entry.name for entry in folder.iterdir()} if folder.exists() else set()
    if not found:
        return
    try:
        read_provenance(folder)
    except IoError:
        raise IoError(f"{folder} is not empty and holds no runs; nothing in it was touched") from None
    strangers = sorted(found - REPLACEABLE)
    if strangers:
        raise IoError(
            f"{folder} also holds {', '.join(strangers)}, which no run wrote; move it away or choose another folder"
        )


def save(runs: Runs, folder: Path) -> Path:
    """Write runs to a folder, whole or not at all; see `Runs.save`."""
    require_replaceable(folder)
    provenance = dict(runs.provenance)
    scenario = provenance["scenario"]
    # A way to the scenario that does not depend on where the reader stands.
    scenario = {**scenario, "folder_from_here": os.path.relpath(Path(scenario["folder"]).resolve(), folder.resolve())}
    text = json.dumps({**provenance, "scenario": scenario}, indent=2, ensure_ascii=False) + "\n"
    with whole_folder(folder) as fresh:
        runs.dataset.assign_attrs({ORDER: list(runs.dataset.data_vars)}).to_zarr(
            fresh / RUNS, mode="w", zarr_format=2, consolidated=True
        )
        runs.summary().to_csv(fresh / SUMMARY, index=False, lineterminator="\n")
        runs.definitions().to_csv(fresh / OUTCOMES, index=False, lineterminator="\n")
        (fresh / PROVENANCE).write_text(text, encoding="utf-8")
    return folder


def open_runs(folder: str | Path) -> Runs:
    """Open runs that `Runs.save` or `aidway run` wrote.

    Parameters
    ----------
    folder
        The folder with `runs.zarr` and `provenance.json`.

    Raises
    ------
    IoError
        If the folder holds no runs, or runs that another version wrote in a format this one does not know.
    """
    from .runs import Runs

    place = Path(folder)
    provenance = read_provenance(place)
    if provenance["format_version"] != FORMAT_VERSION:
        raise IoError(
            f"{place} is written in format {provenance['format_version']} by aidway {provenance['aidway_version']}; "
            f"this version reads format {FORMAT_VERSION}: run the study again"
        )
    try:
        dataset = xr.open_dataset(place / RUNS, engine="zarr", chunks=None).load()
    except (OSError, ValueError, KeyError) as fault:
        raise IoError(f"{place / RUNS} cannot be read: {fault}") from fault
    return Runs(dataset[dataset.attrs.pop(ORDER)], provenance, folder=place)


def read_provenance(folder: Path) -> dict[str, Any]:
    """Return the provenance of the runs in a folder.

    Raises
    ------
    IoError
        If there is none.
    """
    path = folder / PROVENANCE
    if not folder.is_dir():
        raise IoError(f"there is no folder {folder}")
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise IoError(f"{folder} holds no runs: there is no {PROVENANCE} in it") from None
    except ValueError as fault:
        raise IoError(f"{path} cannot be read: {fault}") from None
    if not isinstance(found, dict) or found.get("kind") != KIND:
        raise IoError(f"{path} is not the provenance of runs")
    return found


def find_scenario(provenance: Mapping[str, Any], folder: Path | None) -> Scenario:
    """Read again the scenario that runs came from, and make sure that it is the same.

    Parameters
    ----------
    provenance
        What the runs say of it: folder, digest, changes, agreements that were added.
    folder
        Where the runs are kept, if they are.

    Raises
    ------
    ScenarioChangedError
        If no folder stands where it was that gives the same model: the same values, network and agreements.
    """
    made_by, version = provenance["aidway_version"], _engine.version()
    about = provenance["scenario"]
    places = [Path(about["folder"])]
    if folder is not None and "folder_from_here" in about:
        places.append(folder.resolve() / about["folder_from_here"])
    standing = [place for place in places if place.is_dir()]
    if not standing:
        raise ScenarioChangedError(
            f"the scenario folder {about['folder']} is gone; the runs need it unchanged for their map"
        )
    for place in standing:
        try:
            scenario = read_scenario(place)
            for change in provenance.get("changes", ()):
                scenario = scenario.replace(change["path"], change["value"])
            for request in provenance.get("added_agreements", ()):
                scenario = scenario.with_agreement(**request)
            if identity_of(scenario, provenance) == provenance.get("model"):
                return scenario
        except (ScenarioError, RequestError, OSError):
            continue
    raise ScenarioChangedError(
        f"the scenario in {standing[0]} has changed since the runs were made; run the study again"
        if made_by == version
        else f"the runs were made by aidway {made_by}, and this is aidway {version}; run the study again"
    )


def identity_of(scenario: Scenario, provenance: Mapping[str, Any]) -> str:
    """Return the identity of the model that a scenario gives for the agreements and draws of some runs."""
    agreements = [str(agreement["name"]) for agreement in provenance["agreements"]]
    begin = provenance["effective_from"]
    begin_s = None if begin is None else to_seconds(begin, scenario.timezone)
    # A study that never starts: its seed, replicates and threads are no part of the model.
    return _engine.Study(scenario.engine, agreements, 1, 0, 1, int(provenance["per_point"]), begin_s).identity
