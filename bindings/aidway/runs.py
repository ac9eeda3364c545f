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

from . import ledgers, meanings, printable, publication, sensitivity, stock_out, tables
from .errors import require_name
from .limits import limits_of
from .scenario import Scenario

if TYPE_CHECKING:
    from .figures import Picture
    from .plotting import Plots

ARMS = ("as_signed", "as_kept")


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
        """The outcomes by agreement, arm, replicate, community, week, bin, reason, stage, measure and party."""
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
        return self.labels("agreement")

    @property
    def communities(self) -> tuple[str, ...]:
        """The communities."""
        return self.labels("community")

    @property
    def outcomes(self) -> tuple[str, ...]:
        """The outcomes of which every replicate is known: those that can be compared."""
        return tuple(str(name) for name, of in self._dataset.data_vars.items() if "replicate" in of.dims)

    def to_xarray(self) -> xr.Dataset:
        """Return the outcomes as a dataset of your own.

        Attributes of each variable say what it is: `label`, `unit`, `doc` (its definition), `denominator` (of a ratio),
        `better` and `safe`.
        """
        return self._dataset.copy(deep=True)

    def definitions(self) -> pd.DataFrame:
        """Return what each outcome means.

        Returns
        -------
        DataFrame
            One row per outcome: name, label, unit, definition, denominator ("" where it is no ratio), better ("higher",
            "lower" or "none"), safe ("yes", "no" or "with care": whether agreements may be compared by it alone) and
            safe_note (what to mind).
        """
        return meanings.table(meanings.meanings(self))

    def summary(self) -> pd.DataFrame:
        """Return each outcome on its own.

        Returns
        -------
        DataFrame
            One row per agreement, outcome, arm, community ("" for an outcome of the whole scenario) and part (the
            reason of a waterfall, stage and measure of the funnel, the party that an outcome is about, "" where it has
            no parts): mean, low and
            high (the predictive 80 % interval), standard_error (of the mean, by the number of replicates),
            epistemic_share (of the variance, due to what is not known), enough (whether the standard error is small
            beside the interval, so that there are enough replicates), and the outcome's unit, better ("higher",
            "lower" or "none") and safe (when agreements may be compared by it). `attrs["outcomes"]` says what each
            outcome means, by name, as `definitions` does.
        """
        return tables.summary(self)

    def compare(
        self,
        agreement: str,
        *,
        to: str,
        outcome: str | None = None,
        arm: str | None = None,
        other: Runs | None = None,
    ) -> pd.DataFrame:
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
        other
            The runs that hold `to`, where those are not these: of the same scenario, dates, seed and replicates, by the
            same engine.

        Returns
        -------
        DataFrame
            One row per outcome, arm, community and part: mean, low and high (80 % of replicates), standard_error,
            epistemic_share and enough of `agreement` minus `to`, p_better and p_tie (shares of replicates),
            largest_regret (the most by which choosing `agreement` was ever the worse choice), unit, better, safe, and
            caution (what speaks against comparing these two by it, or ""). `attrs["outcomes"]` as in `summary`.

        Raises
        ------
        UnknownNameError
            If an agreement, outcome or arm is not in these runs.
        RunsDifferError
            If `other` does not share its chances with these runs; the message says in what they differ.
        """
        return tables.compare(self, agreement, self if other is None else other, to, outcome, arm)

    def why_undelivered(self, agreement: str, of: str = "need") -> pd.DataFrame:
        """Return why food did not arrive, a waterfall down to what did.

        Parameters
        ----------
        agreement
            One of the agreements simulated.
        of
            "need": what those entitled need until the end, by what met it or why nothing did. "plan": the rations that
            were planned, by where they ended.

        Returns
        -------
        DataFrame
            One row per arm, community and reason: rations (the mean over replicates), share (of all the rations of
            that arm and community; NaN where there were none), and of the rations low and high (80 % of replicates),
            standard_error, epistemic_share and enough, as in `summary`.

        Raises
        ------
        UnknownNameError
            If the agreement is not in these runs, or there is no such waterfall.
        """
        return tables.waterfall(self, agreement, of)

    def funnel(self, agreement: str) -> pd.DataFrame:
        """Return how far requests came: requested, answered, lettered, departed, arrived, delivered; pending apart.

        Returns
        -------
        DataFrame
            One row per arm, community, stage and measure (requests, people, rations): the mean of how many came so
            far, low and high (80 % of replicates), standard_error, epistemic_share and enough, as in `summary`. What is
            pending when the period ends is a part of what was requested.

        Raises
        ------
        UnknownNameError
            If the agreement is not in these runs.
        """
        return tables.funnel(self, agreement)

    def ledger(self, agreement: str) -> pd.DataFrame:
        """Return who kept what, and who acted, was seen and was blamed: scenario, not evidence.

        Parameters
        ----------
        agreement
            One of the agreements simulated.

        Returns
        -------
        DataFrame
            One row per arm, party and entry: what is counted (`label`), its unit, mean, low and high (80 % of
            replicates), standard_error, epistemic_share and enough, as in `summary`. Entries on obligations: days due,
            days kept, the share kept, breaks. Entries on violence, where the scenario has any: incidents, breaches,
            breaches seen, unseen and attributed rightly, reports that blame falsely, consequences called for and
            applied. `attrs["mark"]` says what the figures are: acts of named parties in it are simulated.

        Raises
        ------
        UnknownNameError
            If the agreement is not in these runs.
        """
        return ledgers.ledger(self, agreement)

    def stock_out_by_day(self, agreement: str) -> pd.DataFrame:
        """Return the chance that stores and homes have stood empty for 24 hours on end by each day.

        Returns
        -------
        DataFrame
            One row per arm, community and day, counted from the agreement's date: chance, its standard_error and its
            epistemic_share (of the variance, due to what is not known). The chance never falls from day to day, and
            ends at the mean of `stock_out`.

        Raises
        ------
        UnknownNameError
            If the agreement is not in these runs.
        """
        return stock_out.by_day(self, agreement)

    def tornado(
        self,
        agreement: str,
        *,
        to: str | None = None,
        outcome: str = "coverage",
        arm: str = "as_kept",
        community: str | None = None,
        other: Runs | None = None,
    ) -> pd.DataFrame:
        """Return how a result moves with each value that is not known, and which of them would turn it round.

        Parameters
        ----------
        agreement
            The agreement of interest.
        to
            The agreement it is held against, replicate by replicate; without one it is the outcome itself.
        outcome
            An outcome that is one number for a community or the whole scenario.
        arm
            "as_signed" or "as_kept".
        community
            Which place; the first unless given.
        other
            The runs that hold `to`, as in `compare`.

        Returns
        -------
        DataFrame
            One row per uncertain value of the scenario, first those that stand out of chance, the widest swing first:
            path, law (as written), low and high (the mean result where the value lies in the lowest and in the highest
            third of its law), low_error and high_error (their standard errors), swing (high minus low), variance_share
            (of the variance between parameter points, that this value explains by itself), verdict (the sign of the
            difference "holds" at both ends, is "in doubt" at one, within two standard errors of nought, or "turns
            round"; "" without `to`), and stands_out: whether it moves the result by more than chance does.
            Values that the scenario's model of answers and siege tiers never ask for are left out: they move nothing.
            Empty where nothing is uncertain or there are fewer than 12 parameter points.

        Raises
        ------
        UnknownNameError
            If an agreement, outcome, arm or community is not in these runs.
        RunsDifferError
            If `other` does not share its chances with these runs.

        Notes
        -----
        All values vary at once, as the runs drew them, so that a swing is over what else is not known. Values stand out
        by stepwise rank regression with a permutation test for all of them together (see `aidway.screening`): where
        none moves the result, one study in twenty names any. What those that stand out explain is taken off before the
        swings of others are read. More parameter points name more: a smaller `per_point` gives more for as many
        replicates; with 16 to a point 512 replicates are 32 points, with 2 they are 256. Swings of values that do not
        stand out are mostly noise. Values that the scenario states as certain are not varied; write them as laws to see
        what rests on them. Deterministic.
        """
        return sensitivity.tornado(self, agreement, to=to, outcome=outcome, arm=arm, community=community, other=other)

    def sentence(
        self,
        agreement: str,
        *,
        to: str,
        outcome: str = "unmet_rations",
        arm: str = "as_kept",
        community: str | None = None,
    ) -> str:
        """Return a sentence that may be printed: the difference between two agreements, and what it is worth.

        Parameters
        ----------
        agreement
            The agreement of interest.
        to
            The agreement it is held against.
        outcome
            An outcome of a community that is one number.
        arm
            "as_signed" or "as_kept".
        community
            Which place; the first unless given.

        Returns
        -------
        str
            The mean paired difference with the interval that holds 80 % of the pairs and how often the first does
            better; the people who are away under both, wherever somebody is; a warning where the two may not be
            compared by this figure; and that it is conditional on signature, with the share of inputs that is assumed.

        Raises
        ------
        UnknownNameError
            If an agreement, outcome, arm or community is not in these runs.
        """
        return printable.sentence(self, agreement, to=to, outcome=outcome, arm=arm, community=community)

    def save(self, folder: str | Path) -> Path:
        """Write `runs.zarr`, `summary.csv`, `outcomes.csv` and `provenance.json` to a folder, whole or not at all.

        `outcomes.csv` says what each outcome means, as `definitions` does. Earlier runs in that folder, and the report
        made from them, are replaced; `open_runs` reads them back.

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

    def limits(self) -> pd.DataFrame:
        """Return what the model leaves out of these runs, and which way that may bend an answer.

        Returns
        -------
        DataFrame
            One row per limit: name, meaning. A mechanism that the scenario does not use is left out as well.
        """
        found = [(limit.name, limit.meaning) for limit in limits_of(self.provenance)]
        return pd.DataFrame(found, columns=["name", "meaning"])

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

    def labels(self, dimension: str) -> tuple[str, ...]:
        """Return the names along a dimension of the dataset."""
        return tuple(str(name) for name in self._dataset[dimension].to_numpy())

    def _check_public(self, public: bool) -> None:
        """Refuse what public-safe rules withhold."""
        if public:
            publication.require_past(
                int(datetime.fromisoformat(self._provenance["scenario"]["period"]["to"]).timestamp())
            )
