# SPDX-License-Identifier: Apache-2.0
"""Count the deadly events round Aleppo day by day, and work out what the rates of violence in scenario.yaml rest on.

    .venv/bin/python scenarios/eastern-aleppo-2016/derive_violence.py EVENTS   count anew, from the data themselves
    .venv/bin/python scenarios/eastern-aleppo-2016/derive_violence.py          rates only, from the counts shipped here
    .venv/bin/python scenarios/eastern-aleppo-2016/derive_violence.py --check  say whether the rates fit the counts

EVENTS is a CSV file (.gz too) of events of the UCDP Georeferenced Event Dataset, with its columns `date_start`,
`date_prec`, `side_a`, `side_b`, `latitude`, `longitude`. The events are not shipped; `source/violence_counts.csv` and
`source/violence_rates.csv` are. What is counted and why stands in `source/VIOLENCE.md`.
"""

import argparse
import csv
import io
import math
import statistics
import sys
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

HERE = Path(__file__).resolve().parent
COUNTS, RATES = HERE / "source" / "violence_counts.csv", HERE / "source" / "violence_rates.csv"

# The theatre: the city, the gates of both roads, 4 km or more round each of them, and the fronts round the city.
SOUTH, NORTH, WEST, EAST = 36.05, 36.35, 37.00, 37.35
FIRST, END = date(2016, 2, 27), date(2016, 12, 22)  # from the first cessation on; the end is exclusive
TO_THE_WEEK = 3  # UCDP's precision of dates: 1 the day, 2 two to six days, 3 a week; 4 and 5 only the month or year

# Names, first days and ends (exclusive) of the stretches whose rates are told.
STRETCHES = (
    ("before 12 September", date(2016, 7, 7), date(2016, 9, 12)),
    ("cessation of September", date(2016, 9, 12), date(2016, 9, 19)),
    ("after 19 September", date(2016, 9, 19), date(2016, 12, 22)),
    ("from 12 September", date(2016, 9, 12), date(2016, 12, 22)),
    ("whole period", date(2016, 7, 7), date(2016, 12, 22)),
)
WITHOUT_CESSATION = "without the cessation"  # before and after together

# Breaches that the Syrian Network for Human Rights counted in the whole country in the first days of two cessations.
BREACHES = (
    ("February", date(2016, 2, 27), date(2016, 3, 9), 418),  # SN11: by day 11
    ("September", date(2016, 9, 13), date(2016, 9, 16), 60),  # LETTER: over 60 in 72 hours from the evening of the 12th
)


@dataclass(frozen=True)
class Day:
    """Deadly events that began on a day: in the theatre, and of the two sides to the cessation in the country."""

    day: date
    theatre: int
    country: int


def count(events: Path) -> list[Day]:
    """Return the counts of every day from the data themselves."""
    import pandas as pd

    table = pd.read_csv(events)
    table = table[table["date_prec"] <= TO_THE_WEEK]
    day = table["date_start"].str[:10]
    inside = table["latitude"].between(SOUTH, NORTH) & table["longitude"].between(WEST, EAST)
    sides = (table["side_a"] == "Government of Syria") & table["side_b"].isin(["Syrian insurgents", "Civilians"])
    theatre, country = day[inside].value_counts(), day[sides].value_counts()
    days = [FIRST + timedelta(days=n) for n in range((END - FIRST).days)]
    return [Day(d, int(theatre.get(d.isoformat(), 0)), int(country.get(d.isoformat(), 0))) for d in days]


def read_counts() -> list[Day]:
    with COUNTS.open(newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    return [Day(date.fromisoformat(r["day"]), int(r["theatre"]), int(r["country_two_sides"])) for r in rows]


def counts_text(days: list[Day]) -> str:
    return table_text([{"day": d.day.isoformat(), "theatre": d.theatre, "country_two_sides": d.country} for d in days])


def table_text(rows: list[dict[str, object]]) -> str:
    out = io.StringIO()
    writer = csv.DictWriter(out, fieldnames=list(rows[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def dispersion(counts: list[int], days: int) -> float:
    """Return variance over mean of the counts of so many days each: 1 if events came independently."""
    blocks = [sum(counts[i : i + days]) for i in range(0, len(counts) - days + 1, days)]
    return statistics.variance(blocks) / statistics.fmean(blocks) if len(blocks) > 1 and any(blocks) else math.nan


def trend(counts: list[int]) -> tuple[float, float]:
    """Return the slope of the daily count by least squares, in events a day per day, and its standard error."""
    n = len(counts)
    middle, mean = (n - 1) / 2, statistics.fmean(counts)
    spread = sum((i - middle) ** 2 for i in range(n))
    slope = sum((i - middle) * (c - mean) for i, c in enumerate(counts)) / spread
    rest = sum((c - mean - slope * (i - middle)) ** 2 for i, c in enumerate(counts))
    return slope, math.sqrt(rest / (n - 2) / spread)


def rates(days: list[Day]) -> list[dict[str, object]]:
    """Return one row per stretch: how many, how many a day, and how sure that is.

    The Poisson error takes events as independent; the other widens it by the root of the weekly dispersion (by the
    daily one where there are fewer than four weeks), since one act of violence brings another.
    """
    stretches = {name: [d.theatre for d in days if first <= d.day < end] for name, first, end in STRETCHES}
    stretches[WITHOUT_CESSATION] = stretches["before 12 September"] + stretches["after 19 September"]
    rows: list[dict[str, object]] = []
    for name, counts in stretches.items():
        daily, weekly = dispersion(counts, 1), dispersion(counts, 7)
        total, mean, (slope, slope_error) = sum(counts), statistics.fmean(counts), trend(counts)
        poisson = math.sqrt(total) / len(counts)
        wider = max(1.0, weekly if len(counts) >= 28 else daily)
        rows.append(
            {
                "stretch": name,
                "days": len(counts),
                "events": total,
                "per_day": f"{mean:.3f}",
                "poisson_error": f"{poisson:.3f}",
                "overdispersed_error": f"{poisson * math.sqrt(wider):.3f}",
                "dispersion_of_days": f"{daily:.2f}",
                "dispersion_of_weeks": "" if math.isnan(weekly) else f"{weekly:.2f}",
                "trend_per_day": f"{slope:.4f}",
                "trend_error": f"{slope_error:.4f}",
            }
        )
    return rows


def breaches_per_deadly_event(days: list[Day]) -> float:
    """Return how many breaches SNHR counted for each deadly event of the two sides, over both cessations."""
    counted = sum(breaches for _, _, _, breaches in BREACHES)
    deadly = sum(d.country for d in days for _, first, end, _ in BREACHES if first <= d.day < end)
    return counted / deadly


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("events", nargs="?", type=Path, help="the events of UCDP, to count anew")
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 if a file is stale")
    given = parser.parse_args()
    days = count(given.events) if given.events else read_counts()
    texts = {COUNTS: counts_text(days), RATES: table_text(rates(days))}
    stale = [path for path, text in texts.items() if not path.is_file() or path.read_text(encoding="utf-8") != text]
    if given.check:
        for path in stale:
            print(f"{path.relative_to(HERE)}: stale, run derive_violence.py", file=sys.stderr)
        return 1 if stale else 0
    for path in stale:
        path.write_text(texts[path], encoding="utf-8")
    print(texts[RATES], end="")
    print(f"breaches per deadly event, both cessations: {breaches_per_deadly_event(days):.2f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
