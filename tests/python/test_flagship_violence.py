# SPDX-License-Identifier: Apache-2.0
"""Rates of violence of scenarios/eastern-aleppo-2016 against the counts they are worked out from."""

import csv
import math
import shutil
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

import pyogrio
import pytest
import yaml

FOLDER = Path(__file__).resolve().parents[2] / "scenarios" / "eastern-aleppo-2016"
CESSATION = (date(2016, 9, 12), date(2016, 9, 19))
PERIOD = (date(2016, 7, 7), date(2016, 12, 22))
BREACHES, FIRST_DAYS = 418 + 60, [(date(2016, 2, 27), date(2016, 3, 9)), (date(2016, 9, 13), date(2016, 9, 16))]


def rows(name: str) -> list[dict[str, str]]:
    with (FOLDER / "source" / name).open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def counts() -> list[tuple[date, int, int]]:
    table = rows("violence_counts.csv")
    return [(date.fromisoformat(r["day"]), int(r["theatre"]), int(r["country_two_sides"])) for r in table]


@pytest.fixture(scope="module")
def violence() -> dict:
    return yaml.safe_load((FOLDER / "scenario.yaml").read_text(encoding="utf-8"))["violence"]


def within(day: date, span: tuple[date, date]) -> bool:
    return span[0] <= day < span[1]


def deadly_a_day(counts: list[tuple[date, int, int]]) -> float:
    """Return deadly events a day in the theatre, the week of the cessation left out."""
    kept = [n for day, n, _ in counts if within(day, PERIOD) and not within(day, CESSATION)]
    assert (sum(kept), len(kept)) == (526, 161)
    return sum(kept) / len(kept)


def derive(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, folder / "derive_violence.py", *arguments], capture_output=True, text=True, check=False
    )


def test_every_day_from_the_first_cessation_on_is_counted_once(counts):
    days = [day for day, _, _ in counts]
    assert days == [date(2016, 2, 27) + timedelta(days=n) for n in range(len(days))]
    assert days[-1] + timedelta(days=1) == PERIOD[1]


def test_all_rates_together_are_the_counted_ones_times_the_incidents_to_a_deadly_one(counts, violence):
    deadly = sum(n for day, _, n in counts if any(within(day, span) for span in FIRST_DAYS))
    to_a_deadly_one = math.sqrt(1 * BREACHES / deadly)
    assert to_a_deadly_one == pytest.approx(2.46, abs=0.005)
    assert sum(long_run(violence)) == pytest.approx(deadly_a_day(counts) * to_a_deadly_one, rel=0.01)


def long_run(violence: dict) -> tuple[float, float]:
    """Return incidents a day of the government and the opposition at the most likely rates, answers counted in."""
    stated = {"gov": 0.0, "opp": 0.0}
    for by in violence["by"].values():
        if isinstance(by, dict):
            stated[by["party"]] += float(by["rate"]["value"]["pert"][1].split()[0])  # the most likely
    by = violence["answers"]["by"]
    (a, b), (c, d) = ((by[p]["gov"], by[p]["opp"]) for p in ("gov", "opp"))
    # The solution of x = stated + answers x, by hand for two parties.
    whole = (1 - a) * (1 - d) - b * c
    return ((1 - d) * stated["gov"] + b * stated["opp"]) / whole, (c * stated["gov"] + (1 - a) * stated["opp"]) / whole


def test_who_answers_whom_lies_within_what_the_dispersion_of_the_counts_says(violence):
    by = violence["answers"]["by"]
    (a, b), (c, d) = ((by[p]["gov"], by[p]["opp"]) for p in ("gov", "opp"))
    radius = (a + d) / 2 + math.sqrt(((a - d) / 2) ** 2 + b * c)
    told = {row["stretch"]: row for row in rows("violence_rates.csv")}["whole period"]
    ends = [1 - 1 / math.sqrt(float(told[key])) for key in ("dispersion_of_days", "dispersion_of_weeks")]
    assert ends[0] < radius < ends[1]


def test_twenty_reports_in_seven_days_tell_a_kept_cessation_from_one_that_is_not(violence):
    agreement = yaml.safe_load((FOLDER / "agreements" / "both-enforced.yaml").read_text(encoding="utf-8"))
    monitor, consequence = agreement["terms"][1]["monitor"], agreement["terms"][2]["consequence"]
    assert consequence["after"]["value"] == "20 reports in 7 d"
    blamed = 7 * long_run(violence)[0] * monitor["coverage"]["value"] * monitor["attribution"]["value"]
    assert (round(0.45 * blamed), round(blamed)) == (11, 24)


def test_no_rate_is_more_than_assumed_as_the_data_name_no_weapon(violence):
    assert {by["rate"]["confidence"] for by in violence["by"].values() if isinstance(by, dict)} == {"assumed"}


def test_what_a_kept_cessation_leaves_is_what_the_week_of_september_left(counts, violence):
    left = sum(n for day, n, _ in counts if within(day, CESSATION))
    expected = 7 * deadly_a_day(counts)
    assert (left, round(expected, 1), round(left / expected, 2)) == (9, 22.9, 0.39)
    # The exact 95 % range: at the ends a Poisson count is at least, or at most, 9 with 2.5 %.
    ends = [0.180, 0.747]
    assert 1 - poisson_up_to(8, ends[0] * expected) == pytest.approx(0.025, rel=0.02)
    assert poisson_up_to(9, ends[1] * expected) == pytest.approx(0.025, rel=0.02)
    laws = [by["while_kept"]["value"]["uniform"] for by in violence["by"].values() if isinstance(by, dict)]
    assert laws == [[0.2, 0.7]] * 6
    assert all(round(end, 1) == law for end, law in zip(ends, laws[0], strict=True))


def poisson_up_to(n: int, mean: float) -> float:
    return sum(math.exp(-mean) * mean**k / math.factorial(k) for k in range(n + 1))


def test_the_rates_shipped_are_arithmetic_on_the_counts_shipped(counts):
    assert derive(FOLDER, "--check").stderr == ""
    told = {row["stretch"]: row for row in rows("violence_rates.csv")}
    before = [n for day, n, _ in counts if PERIOD[0] <= day < CESSATION[0]]
    row = told["before 12 September"]
    assert (int(row["events"]), int(row["days"])) == (sum(before), len(before)) == (244, 67)
    assert float(row["per_day"]) == pytest.approx(sum(before) / len(before), abs=0.0005)
    assert float(row["poisson_error"]) == pytest.approx(math.sqrt(sum(before)) / len(before), abs=0.0005)
    for row in told.values():
        assert float(row["overdispersed_error"]) >= float(row["poisson_error"])


def test_another_count_makes_the_rates_stale(tmp_path: Path):
    copy = shutil.copytree(FOLDER, tmp_path / "copy")
    counts = copy / "source" / "violence_counts.csv"
    text = counts.read_text(encoding="utf-8")
    assert "2016-07-11,10," in text
    counts.write_text(text.replace("2016-07-11,10,", "2016-07-11,11,"), encoding="utf-8")
    done = derive(copy, "--check")
    assert (done.returncode, done.stderr) == (1, "source/violence_rates.csv: stale, run derive_violence.py\n")


def test_counting_anew_takes_the_box_the_sides_and_dates_known_to_the_week(tmp_path: Path):
    copy = shutil.copytree(FOLDER, tmp_path / "copy")
    events = tmp_path / "events.csv"
    government, insurgents = "Government of Syria", "Syrian insurgents"
    events.write_text(
        "date_start,date_prec,side_a,side_b,latitude,longitude\n"
        f"2016-07-08,1,{government},{insurgents},36.20,37.15\n"  # in the box, of the two sides
        f"2016-07-08,3,Fatah Halab,SDF,36.20,37.15\n"  # in the box, others
        f"2016-07-08,4,{government},{insurgents},36.20,37.15\n"  # known to the month only
        f"2016-07-08,1,{government},Civilians,36.36,37.15\n"  # north of the box
        f"2016-12-22,1,{government},{insurgents},36.20,37.15\n"  # after the period
        f"2016-02-28,1,{government},{insurgents},33.50,36.30\n",  # in the country, in the first cessation
        encoding="utf-8",
    )
    assert derive(copy, str(events)).returncode == 0
    lines = (copy / "source" / "violence_counts.csv").read_text(encoding="utf-8").splitlines()
    assert [line for line in lines[1:] if not line.endswith(",0,0")] == [
        "2016-02-28,0,1",
        "2016-07-08,2,2",
    ]


def test_every_gate_of_both_roads_lies_four_kilometres_within_the_box(violence):
    south, north, west, east = 36.05, 36.35, 37.00, 37.35
    roads = pyogrio.read_dataframe(FOLDER / "data" / "roads.gpkg")
    gates = roads[roads["gate"].isin(["castello-west", "castello-east", "ramouseh-south-west", "ramouseh-east"])]
    left, bottom, right, top = gates.total_bounds
    degree_km = 111.19
    across_km = degree_km * math.cos(math.radians(north))
    sides_km = [(left - west) * across_km, (east - right) * across_km]
    assert min(*sides_km, (bottom - south) * degree_km, (north - top) * degree_km) > 4
    box = {name for name, at in violence["where"].items() if isinstance(at, dict)
           and west <= at["at"][0] <= east and south <= at["at"][1] <= north}  # fmt: skip
    assert {name for name, at in violence["where"].items() if isinstance(at, dict)} - box == {"countryside"}
