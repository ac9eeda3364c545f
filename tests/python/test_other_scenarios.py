# SPDX-License-Identifier: Apache-2.0
"""The Four Towns, Deir ez-Zor and the teaching valley: their numbers by hand, and what each is there to show."""

import csv
import json
import math
from pathlib import Path

import aidway as aw
import pytest
import yaml
from pyproj import Geod

SHIPPED = Path(__file__).resolve().parents[2] / "scenarios"
TOWNS, DESERT, VALLEY = (SHIPPED / name for name in ("four-towns-2016", "deir-ez-zor-2016", "teaching-valley"))
SETTINGS = {"name", "on", "obliges", "cite", "after", "lasting", "renewal", "source", "confidence", "note"}  # of terms
FOUR = ["madaya", "zabadani", "foah", "kafraya"]


def plain(node):
    """Return the tree with each {value: ..} replaced by its value, and each pert law by what is most likely."""
    if isinstance(node, dict) and list(node) == ["pert"]:
        return node["pert"][1]
    if isinstance(node, dict):
        return plain(node["value"]) if "value" in node else {key: plain(value) for key, value in node.items()}
    return [plain(item) for item in node] if isinstance(node, list) else node


def read(path: Path) -> dict:
    return plain(yaml.safe_load(path.read_text(encoding="utf-8")))


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def number(text: str | float) -> float:
    return float(str(text).split()[0])


def truck_t(scenario: dict, fleet: dict) -> float:
    """Return what a truck carries of food: its rating, or what its space holds."""
    return min(number(fleet["payload"]), number(fleet["space"]) * number(scenario["goods"]["food"]["density"]))


def rations(runs: aw.Runs, agreement: str, arm: str = "as_kept") -> dict[str, float]:
    why = runs.why_undelivered(agreement)
    return why[why["arm"] == arm].groupby("reason", observed=True)["rations"].sum().to_dict()


# The Four Towns.


@pytest.fixture(scope="module")
def towns() -> dict:
    return read(TOWNS / "scenario.yaml")


@pytest.fixture(scope="module")
def linked() -> aw.Runs:
    return aw.simulate(aw.read_scenario(TOWNS), replicates=320, seed=2016)


def test_madaya_lies_forty_kilometres_of_road_from_damascus(towns: dict):
    places = {row["id"]: row for row in rows(TOWNS / "source" / "junctions.csv")}
    way = [places[name] for name in ("damascus", "dimas", "madaya")]
    drawn_m = Geod(ellps="WGS84").line_length([float(p["lon"]) for p in way], [float(p["lat"]) for p in way])
    assert drawn_m / 1000 * towns["vehicles"]["truck-10t"]["detour"] == pytest.approx(40, rel=0.03)


def test_a_month_of_a_town_is_one_convoy(towns: dict):
    """Which it must be: a place whose month has gone in part could send the rest only with all the others."""
    for fleet, town, people, trucks in (("to-madaya", "madaya", 40_000, 60), ("to-foah", "foah", 14_000, 21)):
        month_t = people * number(towns["goods"]["food"]["per_person_day"]) * 30 / 1e6
        assert math.ceil(month_t / truck_t(towns, towns["fleets"][fleet])) == trucks
        assert towns["fleets"][fleet]["convoy_trucks"] == trucks
        assert towns["fleets"][fleet]["convoys_per_week"] == len(FOUR), "linked places share the convoys of a week"
        assert towns["fleets"][fleet]["trucks"] == len(FOUR) * trucks, "and the trucks"
        assert town in towns["communities"]


def test_foah_and_kafraya_are_split_by_the_census(towns: dict):
    foah = 20_000 * 10_264 / (10_264 + 4_404)
    assert towns["communities"]["foah"]["population"] == pytest.approx(foah, abs=10)
    assert towns["communities"]["kafraya"]["population"] == 20_000 - towns["communities"]["foah"]["population"]


def test_six_consents_come_together_in_one_cycle_of_six(towns: dict):
    answers = towns["permission"]["answers"]
    assert (answers["full"] + answers["part"]) ** 6 == pytest.approx(1 / 6, abs=0.02)


def test_the_towns_get_about_one_convoy_and_the_link_stops_more_than_refusal_silence_and_letters(linked: aw.Runs):
    why = rations(linked, "status-quo")
    assert why["linked"] > why["refused"] + why["silent"] + why["letter_never_came"]
    convoy_rations = 30_000 * 0.250 * 30 / 0.555  # Madaya, at the mean of its population
    madaya = linked.dataset["rations_delivered"].sel(agreement="status-quo", arm="as_kept", community="madaya")
    assert 0.5 < float(madaya.mean()) / convoy_rations < 1.5


def test_convoys_leave_for_all_four_towns_on_one_day_or_for_none():
    scenario = aw.read_scenario(TOWNS)
    days: dict[int, list[str]] = {}
    for replicate in range(12):
        events = aw.replay(scenario, agreement="standing", seed=2016, replicate=replicate, public=False)
        for event in events[events["kind"] == "convoy_departed"].to_dict("records"):
            days.setdefault(replicate * 1000 + int(event["time_s"] // 86_400), []).append(event["community"])
    assert days, "no convoy left in any of these"
    for left in days.values():
        assert sorted(set(left)) == sorted(FOUR)


def test_without_the_link_each_town_gets_more(linked: aw.Runs):
    mean = linked.dataset["rations_delivered"].sel(arm="as_signed").mean("replicate")
    for town in FOUR:
        assert float(mean.sel(community=town, agreement="unlinked")) > 2 * float(
            mean.sel(community=town, agreement="status-quo")
        )


# Deir ez-Zor.


def test_drops_from_the_air_are_a_fifth_of_a_ration():
    (series,) = (row for row in rows(DESERT / "source" / "drops.csv") if row["drops"] == "64")
    tonnes, flights = float(series["tonnes"]), int(series["drops"])
    assert tonnes / flights == pytest.approx(17.8, abs=0.05)
    per_day_t = tonnes / 88  # 10 April to 7 July
    assert per_day_t == pytest.approx(12.95, abs=0.01)
    grams = per_day_t * 1e6 / 110_000
    scenario = read(DESERT / "scenario.yaml")
    assert grams == pytest.approx(118, abs=0.5)
    assert grams / number(scenario["food"]["need"]) == pytest.approx(0.21, abs=0.005)
    assert scenario["communities"]["western-quarters"]["population"] == 110_000


def test_without_a_road_nothing_comes_and_the_closed_road_is_why():
    runs = aw.simulate(aw.read_scenario(DESERT), replicates=64, seed=2016)
    why = rations(runs, "status-quo")
    assert why["delivered"] == 0
    ended = {reason: amount for reason, amount in why.items() if reason not in ("met_locally", "never_planned")}
    assert ended["no_open_road"] > 0.9 * sum(ended.values())
    assert rations(runs, "road-open", "as_signed")["delivered"] > 0.5 * ended["no_open_road"]


def test_the_simulated_drops_bring_what_the_drops_of_2016_brought():
    """12.95 t a day were dropped; nine in ten pallets of the scenario are usable."""
    scenario = read(DESERT / "scenario.yaml")
    plane = scenario["air_operations"]["cargo-plane"]
    flown_t = number(plane["load"]) * plane["flyable"] * plane["aircraft"] * plane["sorties_per_day"]
    assert flown_t == pytest.approx(12.95, rel=0.01)
    runs = aw.simulate(aw.read_scenario(DESERT), ["air-drops"], replicates=64, seed=2016)
    delivered = float(runs.dataset["rations_delivered"].sel(arm="as_signed").mean())
    alpha, beta = plane["usable"]["beta"]
    most = flown_t * alpha / (alpha + beta) * 266 / 0.000555
    assert 0.7 * most < delivered < 1.02 * most  # less what is not consented to, or waits for a letter


# The teaching valley.


def own_kinds(path: Path) -> list[str]:
    return [kind for term in read(path)["terms"] for kind in term if kind not in SETTINGS]


def every_kind() -> set[str]:
    """Return the kinds of terms that there are, from the schema of agreements."""
    schema = json.loads((SHIPPED.parent / "docs" / "schema" / "agreement.schema.json").read_text(encoding="utf-8"))
    return schema["$defs"]["term"]["properties"].keys() - SETTINGS


def test_the_lessons_of_the_valley_use_every_term_and_each_agreement_is_a_lesson():
    lessons = {path.stem: own_kinds(path) for path in sorted((VALLEY / "agreements").glob("*.yaml"))}
    told = (VALLEY / "README.md").read_text(encoding="utf-8")
    used = {kind for kinds in lessons.values() for kind in kinds}
    assert used == every_kind()
    for name, kinds in lessons.items():
        (row,) = (line for line in told.splitlines() if line.startswith("|") and f"`{name}`" in line)
        assert all(f"`{kind}`" in row for kind in kinds), f"the lesson {name} does not name its terms"


def test_the_lines_of_the_valley_lead_where_its_picture_shows():
    roads = json.loads((VALLEY / "data" / "roads.geojson").read_text(encoding="utf-8"))["features"]
    gates = {road["properties"]["gate"] for road in roads} - {None}
    assert gates == set(read(VALLEY / "scenario.yaml")["gates"])
    ends = [(road["properties"]["from_junction"], road["properties"]["to_junction"]) for road in roads]
    assert ends == [
        ("fairhaven", "bend"), ("bend", "millbrook"), ("millbrook", "hillfoot"), ("railhead", "saddle"),
        ("saddle", "hillfoot"),
    ]  # fmt: skip


def test_every_lesson_of_the_valley_shows_what_it_teaches():
    runs = aw.simulate(aw.read_scenario(VALLEY), replicates=320, seed=2016)
    signed = runs.dataset.sel(arm="as_signed")
    unmet = signed["unmet_rations"].sum("community").mean("replicate")
    as_kept = runs.dataset["unmet_rations"].sel(arm="as_kept").sum("community").mean("replicate")

    def of(agreement: str) -> float:
        return float(unmet.sel(agreement=agreement))

    for agreement in set(runs.agreements) - {"status-quo", "by-need"}:
        assert of(agreement) < of("status-quo"), agreement
    assert of("two-roads") < of("one-road") < float(as_kept.sel(agreement="one-road"))
    assert of("asked-once") > of("one-road"), "the road is worth more than the asking"
    assert of("quiet-guns") < of("one-road")
    left = signed["displaced_person_days"].sum("community").mean("replicate")
    assert float(left.sel(agreement="open-valley")) > 100_000
    assert float(left.sel(agreement="two-roads")) == 0
