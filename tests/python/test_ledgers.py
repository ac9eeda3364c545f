# SPDX-License-Identifier: Apache-2.0
"""The ledger by party: what was due, kept, done, seen and blamed."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import aidway as aw
import pytest
from aidway import wording
from aidway.ledgers import MARK
from watched_scenario import watch


@pytest.fixture
def runs(tiny: Path) -> aw.Runs:
    return aw.simulate(aw.read_scenario(watch(tiny)), ["status-quo", "enforced"], replicates=64, seed=7)


def means(runs: aw.Runs, agreement: str, arm: str, party: str) -> dict[str, float]:
    table = runs.ledger(agreement)
    return dict(table[(table["arm"] == arm) & (table["party"] == party)].set_index("entry")["mean"])


def test_says_what_it_is_not(runs: aw.Runs) -> None:
    assert runs.ledger("enforced").attrs["mark"] == MARK == "scenario, not evidence"


def test_breaches_are_seen_or_not_and_attributed_among_the_seen(runs: aw.Runs) -> None:
    for party in ("crown", "league"):
        found = means(runs, "enforced", "as_kept", party)
        assert 0 < found["breaches_seen"] < found["breaches"] <= found["incidents_by_party"]
        assert found["breaches_unseen"] == pytest.approx(found["breaches"] - found["breaches_seen"])
        assert 0 < found["breaches_attributed"] <= found["breaches_seen"]
    assert means(runs, "enforced", "as_kept", "league")["blamed_falsely"] == 0
    assert means(runs, "enforced", "as_kept", "crown")["blamed_falsely"] > 0


def test_as_signed_everything_due_is_kept_and_nothing_banned_happens(runs: aw.Runs) -> None:
    found = means(runs, "enforced", "as_signed", "crown")
    assert found["obligation_days_due"] == found["obligation_days_kept"] == pytest.approx(4 * 45.5)
    assert found["obligations_kept"] == 1
    assert found["breaches"] == found["obligation_breaks"] == found["consequences_triggered"] == 0


def test_as_kept_days_are_a_share_of_those_due(runs: aw.Runs) -> None:
    found = means(runs, "enforced", "as_kept", "crown")
    assert found["obligation_days_due"] == pytest.approx(4 * 45.5)
    assert found["obligations_kept"] == pytest.approx(found["obligation_days_kept"] / found["obligation_days_due"])
    assert 0 < found["obligations_kept"] < 1
    assert found["consequences_applied"] == found["consequences_triggered"] > 0


def test_nothing_is_owed_without_terms(runs: aw.Runs) -> None:
    found = means(runs, "status-quo", "as_kept", "crown")
    assert found["obligation_days_due"] == found["breaches"] == found["breaches_seen"] == 0
    assert found["incidents_by_party"] > 0


def test_refuses_an_agreement_that_was_not_run(runs: aw.Runs) -> None:
    with pytest.raises(aw.UnknownNameError, match="did you mean 'enforced'"):
        runs.ledger("enforce")


def test_is_compared_and_summed_up_by_party(runs: aw.Runs) -> None:
    table = runs.compare("enforced", to="status-quo", outcome="incidents_by_party", arm="as_kept")
    assert list(table["part"]) == ["crown", "league"]
    assert (table["mean"] < 0).all()
    summary = runs.summary()
    assert set(summary[summary["outcome"] == "obligations_kept"]["part"]) == {"crown", "league"}


def test_report_prints_it_with_its_mark(runs: aw.Runs, tmp_path: Path) -> None:
    page = runs.report(tmp_path / "report.html").read_text(encoding="utf-8")
    assert "Who kept what" in page
    assert "The ledger, as kept" in page
    assert f"({MARK})" in page


def test_report_tells_what_nobody_saw_beside_what_was_seen(runs: aw.Runs, tmp_path: Path) -> None:
    page = runs.report(tmp_path / "report.html").read_text(encoding="utf-8")
    table = page[page.index("what was done and seen: mean") :].split("</table>")[0]
    heads = re.findall(r'<th scope="col"[^>]*>(?:<a[^>]*>)?([^<]+)', table[table.index("<thead") :])
    assert heads[2:6] == ["Incidents by party", "Breaches", "Breaches seen", "Breaches that nobody reported"]
    row = re.search(r"<th scope=\"row\"[^>]*>The Crown</th>(.*?)</tr>", table, re.DOTALL)
    told = [cell.split("<")[0] for cell in re.findall(r"<td>(.*?)</td>", row[1], re.DOTALL)]
    found = means(runs, "enforced", "as_kept", "crown")
    assert told[3] == wording.count(found["breaches_unseen"])


def test_saved_runs_keep_it(runs: aw.Runs, tmp_path: Path) -> None:
    again = aw.open_runs(runs.save(tmp_path / "out"))
    assert again.ledger("enforced").equals(runs.ledger("enforced"))


def test_describe_tells_monitors_and_consequences(tiny: Path, aidway: Callable[..., Any]) -> None:
    said = aidway("describe", watch(tiny), "enforced").out
    assert "What The wardens reports counts for this agreement." in said
    assert "Once 3 reports of violence within 7 days blame one party" in said
    assert "The Crown must free the ferrymen." in said
    assert "Monitors that need no agreement: The wardens." in aidway("describe", tiny).out


def test_replay_tells_who_reported_whom(tiny: Path) -> None:
    log = aw.replay(aw.read_scenario(watch(tiny)), "enforced", seed=7, replicate=0, public=False)
    reports = log[log["kind"] == "reported"]["entity"]
    assert reports.str.match(r"wardens blames (crown|league|nobody) for an act of (crown|league)").all()
    assert len(reports) > 0
