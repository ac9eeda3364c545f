# SPDX-License-Identifier: Apache-2.0
"""What a study found: every replicate of every agreement, and what can be asked of it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd
import xarray as xr

from . import _engine, publication
from .errors import require_name
from .scenario import Scenario

if TYPE_CHECKING:
    from .figures import Picture
    from .plotting import Plots

ARMS = ("as_signed", "as_kept")
ABOUT = ("unit", "better", "safe")


class Runs:
    """The replicates of a scenario under several agreements, each as signed and as kept.

    Runs come from `simulate` and `open_runs`. Replicate r of one agreement shares its chances with replicate r of
    every other, so that differences are paired.

    Parameters
    ----------
    dataset
        The outcomes; see `to_xarray`.
    provenance
        Where they come from.
    scenario
        The scenario, if it is at hand; otherwise it is read again when it is first needed.
    folder
        The folder that the runs were opened from, if any.
    """

    def __init__(
        self,
        dataset: xr.Dataset,
        provenance: Mapping[str, Any],
        scenario: Scenario | None = None,
        folder: Path | None = None,
    ) -> None:
        self._dataset = dataset
        self._provenance = dict(provenance)
        self._scenario = scenario
        self._folder = folder

    @property
    def dataset(self) -> xr.Dataset:
        """The outcomes by agreement, arm, replicate, community, week, bin and reason."""
        return self._dataset

    @property
    def provenance(self) -> Mapping[str, Any]:
        """What produced the runs: version, scenario, seed, texts, values and sources."""
        return self._provenance

    @property
    def scenario(self) -> Scenario:
        """The scenario that was simulated.

        Raises
        ------
        ScenarioChangedError
            If its folder is gone or no longer holds what was simulated.
        """
        if self._scenario is None:
            from .run_folder import find_scenario

            self._scenario = find_scenario(self._provenance, self._folder)
        return self._scenario

    @property
    def agreements(self) -> tuple[str, ...]:
        """The agreements simulated, in the order asked for."""
        return self._labels("agreement")

    @property
    def communities(self) -> tuple[str, ...]:
        """The communities."""
        return self._labels("community")

    @property
    def outcomes(self) -> tuple[str, ...]:
        """The outcomes of which every replicate is known: those that can be compared."""
        return tuple(str(name) for name, of in self._dataset.data_vars.items() if "replicate" in of.dims)

    def to_xarray(self) -> xr.Dataset:
        """Return the outcomes as a dataset of your own; attributes of each variable say its label, unit and meaning."""
        return self._dataset.copy(deep=True)

    def summary(self) -> pd.DataFrame:
        """Return each outcome on its own.

        Returns
        -------
        DataFrame
            One row per agreement, outcome, arm and community: mean, low and high (the predictive 80 % interval),
            standard_error (of the mean, by the number of replicates), epistemic_share (of the variance, due to what
            is not known), and the outcome's unit, better ("higher", "lower" or "none") and safe (when agreements may
            be compared by it).
        """
        rows = [
            {"agreement": agreement, **keys, **self._estimate(values), **about}
            for agreement in self.agreements
            for keys, values, about in self._cells(agreement, None, None)
        ]
        measures = ["mean", "low", "high", "standard_error", "epistemic_share"]
        return pd.DataFrame(rows, columns=["agreement", "outcome", "arm", "community", *measures, *ABOUT])

    def compare(self, agreement: str, *, to: str, outcome: str | None = None, arm: str | None = None) -> pd.DataFrame:
        """Return paired differences of one agreement to another, replicate by replicate.

        Parameters
        ----------
        agreement
            The agreement of interest.
        to
            The agreement it is held against.
        outcome
            One outcome; all unless given.
        arm
            "as_signed" or "as_kept"; both unless given.

        Returns
        -------
        DataFrame
            One row per outcome, arm and community: mean, low and high (80 % of replicates) and standard_error of
            `agreement` minus `to`, p_better and p_tie (shares of replicates), largest_regret (the most by which
            choosing `agreement` was ever the worse choice), unit, better and safe.

        Raises
        ------
        UnknownNameError
            If an agreement, outcome or arm is not in these runs.
        """
        require_name("agreement", agreement, self.agreements)
        require_name("agreement", to, self.agreements)
        per_point = self._per_point
        rows = []
        of_a = self._cells(to, outcome, arm)
        for (keys, b, about), (_, a, _) in zip(self._cells(agreement, outcome, arm), of_a, strict=True):
            found = _engine.paired_difference(b, a, per_point, about["better"])
            rows.append({**keys, **found, **about})
        measures = ["mean", "low", "high", "standard_error", "p_better", "p_tie", "largest_regret"]
        return pd.DataFrame(rows, columns=["outcome", "arm", "community", *measures, *ABOUT])

    def why_undelivered(self, agreement: str) -> pd.DataFrame:
        """Return where the rations that were planned ended, a waterfall down to those delivered.

        Returns
        -------
        DataFrame
            One row per arm, community and reason: rations (the mean over replicates) and share (of all the rations of
            that arm and community; NaN where there were none).

        Raises
        ------
        UnknownNameError
            If the agreement is not in these runs.
        """
        require_name("agreement", agreement, self.agreements)
        waterfall = self._dataset["reasons"].sel(agreement=agreement)
        rows = []
        for arm in self._labels("arm"):
            for community in self.communities:
                rations = waterfall.sel(arm=arm, community=community).to_numpy()
                total = float(rations.sum())
                for reason, amount in zip(self._labels("reason"), rations, strict=True):
                    share = float(amount) / total if total > 0 else np.nan
                    rows.append((arm, community, reason, float(amount), share))
        return pd.DataFrame(rows, columns=["arm", "community", "reason", "rations", "share"])

    def save(self, folder: str | Path) -> Path:
        """Write the runs to a folder: `runs.zarr`, `summary.csv` and `provenance.json`, whole or not at all.

        Earlier runs in that folder, and the report made from them, are replaced; `open_runs` reads them back.

        Raises
        ------
        IoError
            If the folder holds anything that no run wrote, or cannot be written.
        """
        from .run_folder import save

        return save(self, Path(folder))

    @property
    def plot(self) -> Plots:
        """Pictures of the runs: `weekly`, `ranges` and `reasons`."""
        from .plotting import Plots

        return Plots(self)

    def map(self, agreement: str, *, week: int = 0, public: bool = True) -> Picture:
        """Draw an agreement on the map as it stands in a week, counted from 0.

        Parameters
        ----------
        agreement
            One of the agreements simulated.
        week
            Which week.
        public
            Whether the map may be shown to others: places of depots are rounded, and a period that ended less than 90
            days ago is refused.

        Raises
        ------
        PublicationError
            If a public map would show too recent a period.
        ScenarioChangedError
            If the scenario's folder is gone or no longer holds what was simulated.
        """
        from .maps import agreement_map

        require_name("agreement", agreement, self.agreements)
        weeks = self._dataset["week"].to_numpy().astype("datetime64[s]").astype(np.int64)
        if not 0 <= week < len(weeks):
            raise ValueError(f"there are weeks 0 to {len(weeks) - 1}, and no week {week}")
        self._check_public(public)
        return agreement_map(self.scenario, agreement, at_s=int(weeks[week]), public=public)

    def report(self, path: str | Path, *, public: bool = True) -> Path:
        """Write everything that the runs say to one self-contained HTML file.

        Raises
        ------
        PublicationError
            If a public report would tell of too recent a period.
        ScenarioChangedError
            If the scenario's folder is gone or no longer holds what was simulated.
        IoError
            If the file cannot be written.
        """
        from . import report

        self._check_public(public)
        return report.write(self, path, public=public)

    def __repr__(self) -> str:
        return (
            f"<Runs {self._provenance['scenario']['name']}: {self._dataset.sizes['replicate']} replicates of "
            f"{', '.join(self.agreements)}>"
        )

    @property
    def _per_point(self) -> int:
        return int(self._provenance["per_point"])

    def _labels(self, dimension: str) -> tuple[str, ...]:
        return tuple(str(name) for name in self._dataset[dimension].to_numpy())

    def _estimate(self, values: np.ndarray[Any, np.dtype[np.float64]]) -> dict[str, float]:
        return _engine.estimate(values, self._per_point)

    def _cells(
        self, agreement: str, outcome: str | None, arm: str | None
    ) -> list[tuple[dict[str, str], np.ndarray[Any, np.dtype[np.float64]], dict[str, str]]]:
        """Return, per outcome, arm and community, its keys, its replicates of shape (n_replicates,), its attributes."""
        arms = self._labels("arm")
        wanted = self.outcomes if outcome is None else (require_name("outcome", outcome, self.outcomes),)
        cells = []
        wanted_arms = arms if arm is None else (require_name("arm", arm, arms),)
        for name in wanted:
            for one_arm in wanted_arms:
                variable = self._dataset[name].sel(agreement=agreement, arm=one_arm)
                about = {key: str(variable.attrs[key]) for key in ABOUT}
                for community in self.communities:
                    values = np.ascontiguousarray(variable.sel(community=community).to_numpy(), dtype=np.float64)
                    cells.append(({"outcome": name, "arm": one_arm, "community": community}, values, about))
        return cells

    def _check_public(self, public: bool) -> None:
        """Refuse what public-safe rules withhold."""
        if public:
            publication.require_past(
                int(datetime.fromisoformat(self._provenance["scenario"]["period"]["to"]).timestamp())
            )
