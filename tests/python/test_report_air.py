# SPDX-License-Identifier: Apache-2.0
"""What the report says of aid by air."""

from __future__ import annotations

import html
import re
from pathlib import Path

import aidway as aw
import pytest
from aidway import report, wording

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def runs():
    scenario = aw.read_scenario(ROOT / "scenarios" / "teaching-valley")
    return aw.simulate(scenario, ["status-quo", "from-the-air"], replicates=32, seed=3, per_point=2, threads=1)


@pytest.fixture(scope="module")
def section(runs):
    page = report.render(runs, public=True)
    start = page.index('<section id="air"')
    return re.sub(r"\s+", " ", html.unescape(page[start : page.index("</section>", start)]))


def row(section, caption, group, arm):
    table = section[section.index(caption) :].split("</table>")[0]
    body = table[table.index(group) :]
    found = re.search(rf'<th scope="row"[^>]*>{arm}</th>(.*?)</tr>', body)
    return [cell.split("<")[0] for cell in re.findall(r"<td>(.*?)</td>", found[1])]


def test_rations_flown_are_those_delivered_by_air_and_those_lost_in_the_drop(runs, section):
    of = runs.dataset.sel(agreement="from-the-air", arm="as_kept", community="millbrook")
    delivered = float((of["share_by_air"] * of["rations_delivered"]).mean())
    lost = float(of["reasons"].sel(reason="drop_failed").mean())
    assert delivered > 0
    told = row(section, "rations flown and delivered", "From the air, Millbrook", "as kept")
    assert told[:3] == [wording.count(value) for value in (delivered + lost, delivered, lost)]


def test_every_cause_of_the_outcomes_is_told(runs, section):
    of = runs.dataset.sel(agreement="from-the-air", arm="as_kept", community="millbrook")
    causes = ("no_drop_zone", "weather", "no_aircraft", "refused", "silent", "letter_never_came", "not_granted")
    told = row(section, "Why more did not come", "From the air, Millbrook", "as kept")
    assert told == [wording.count(float(of["reasons"].sel(reason=name).astype(float).mean())) for name in causes]
    assert "of requests for road and air together" in section


def test_who_flies_is_named_and_a_bridge_is_said_to_count_by_road(section):
    assert "<b>From the air</b> Aid is dropped from the air from Airstrip at Millbrook" in section
    assert "<b>From the air</b> Aid is flown from Airstrip to Railhead yard" in section
    assert "What an air bridge brings to a depot is no outcome of its own" in section
    assert "Outcomes do not tell one operation from another" in section


def test_agreements_that_do_not_fly_have_no_section(runs):
    alone = aw.Runs(runs.dataset.sel(agreement=["status-quo"]), runs.provenance, runs.scenario)
    assert 'id="air"' not in report.render(alone, public=True)
