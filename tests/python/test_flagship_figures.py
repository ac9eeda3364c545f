# SPDX-License-Identifier: Apache-2.0
"""The numbers of scenarios/eastern-aleppo-2016 against what is on record: by hand, and as simulated."""

import math
import shutil
from datetime import date
from pathlib import Path

import aidway as aw
import pyogrio
import pytest
import yaml
from pyproj import Transformer
from shapely.geometry import Point

FOLDER = Path(__file__).resolve().parents[2] / "scenarios" / "eastern-aleppo-2016"
EAST, WEST = "eastern-aleppo", "western-aleppo"
POPULATION, RATION_G, MONTH_D = 275_000, 555, 30


def plain(node):
    """Return the tree with each {value: ..} replaced by its value, and each pert law by what is most likely."""
    if isinstance(node, dict) and list(node) == ["pert"]:
        return node["pert"][1]
    if isinstance(node, dict):
        return plain(node["value"]) if "value" in node else {key: plain(value) for key, value in node.items()}
    return [plain(item) for item in node] if isinstance(node, list) else node


def number(text: str | float) -> float:
    return float(str(text).split()[0])


@pytest.fixture(scope="module")
def scenario() -> dict:
    return plain(yaml.safe_load((FOLDER / "scenario.yaml").read_text(encoding="utf-8")))


@pytest.fixture(scope="module")
def runs() -> aw.Runs:
    """What each agreement gives from its own date."""
    return aw.simulate(aw.read_scenario(FOLDER), replicates=320, seed=2016)


@pytest.fixture(scope="module")
def siege() -> aw.Runs:
    """The siege as it was, looked at from its first day."""
    return aw.simulate(aw.read_scenario(FOLDER), ["status-quo"], replicates=160, seed=2016, effective_from="2016-07-07")


# By hand: model, section 9, items 1 and 2.


def test_four_convoys_a_week_cannot_feed_this_one_city(scenario: dict):
    month_t = POPULATION * number(scenario["goods"]["food"]["per_person_day"]) * MONTH_D / 1e6
    assert number(scenario["goods"]["food"]["per_person_day"]) == number(scenario["food"]["need"]) == RATION_G
    assert month_t == pytest.approx(4578.75)
    assert [math.ceil(month_t / payload) for payload in (5, 30)] == [916, 153]
    assert [math.ceil(POPULATION * 8 / 1000 / payload) for payload in (5, 30)] == [440, 74]
    fleets = scenario["fleets"].values()
    trucks = sum(fleet["convoys_per_week"] * fleet["convoy_trucks"] for fleet in fleets) * MONTH_D / 7
    assert trucks == pytest.approx(771, abs=0.5)
    assert trucks < 916


def test_the_forty_trucks_that_waited_were_one_day_of_food_or_eight(scenario: dict):
    daily_t = POPULATION * RATION_G / 1e6
    assert daily_t == pytest.approx(152.6, abs=0.05)
    fleet = scenario["fleets"]["cross-border"]
    bulky_t = min(number(fleet["payload"]), number(fleet["space"]) * number(scenario["goods"]["food"]["density"]))
    assert bulky_t == 5
    assert 40 * bulky_t / daily_t == pytest.approx(1.31, abs=0.005)
    assert 40 * 30 / daily_t == pytest.approx(7.86, abs=0.005)
    assert [40 * load * 1000 / 185_000 for load in (bulky_t, 30)] == pytest.approx([1.08, 6.49], abs=0.005)


def test_the_elasticity_is_what_makes_staples_three_times_as_dear_after_six_days(scenario: dict):
    low, high = scenario["price"]["elasticity"]["uniform"]
    for elasticity, informal in ((low, 0.10), (high, 0.40)):
        assert ((1 + 6 * informal) / 7) ** -elasticity == pytest.approx(3, rel=0.01)


def test_the_climate_of_the_long_run_answers_as_2015_did(scenario: dict):
    climate = scenario["climate"]
    restricted = number(climate["closed_to_restricted"]) / number(climate["restricted_to_closed"])
    opened = restricted * number(climate["restricted_to_open"]) / number(climate["open_to_restricted"])
    shares = [share / (1 + restricted + opened) for share in (1, restricted, opened)]
    states = [climate[name] for name in ("closed", "restricted", "open")]
    answers = [
        sum(share * state["answers"][kind] for share, state in zip(shares, states, strict=True))
        for kind in ("full", "part", "silent")
    ]
    assert answers[0] + answers[1] == pytest.approx(0.2, abs=0.02)  # about 20 % approved
    assert answers[2] == pytest.approx(0.75, abs=0.02)  # 75 % unanswered
    assert sum(s * state["violence"] for s, state in zip(shares, states, strict=True)) == pytest.approx(1, abs=0.1)


def test_violence_falls_off_the_roads_but_where_a_front_lies(scenario: dict):
    roads = pyogrio.read_dataframe(FOLDER / "data" / "roads.gpkg").to_crs("EPSG:32637").geometry
    places = {name: at["at"] for name, at in scenario["violence"]["where"].items() if isinstance(at, dict)}

    to_metres = Transformer.from_crs("EPSG:4326", "EPSG:32637", always_xy=True)

    def nearest_km(place: list[float]) -> float:
        return float(roads.distance(Point(to_metres.transform(*place))).min()) / 1000

    near = {name for name, at in places.items() if nearest_km(at) < 0.5}
    assert near == {"north", "north-west", "south-west", "middle"}
    assert nearest_km(places["countryside"]) < 5


def test_a_cessation_lowers_violence_by_the_same_law_for_every_party(scenario: dict):
    laws = [source["while_kept"] for source in scenario["violence"]["by"].values() if isinstance(source, dict)]
    assert laws == [{"uniform": [0.2, 0.7]}] * len(laws)


# As simulated.


def rations(runs: aw.Runs, agreement: str, community: str, arm: str = "as_kept") -> dict[str, float]:
    why = runs.why_undelivered(agreement)
    here = why[(why["community"] == community) & (why["arm"] == arm)]
    return dict(zip(here["reason"], here["rations"], strict=True))


def test_as_it_was_nothing_is_delivered_and_permission_and_closed_fronts_are_why(runs: aw.Runs):
    for arm in ("as_signed", "as_kept"):
        why = rations(runs, "status-quo", EAST, arm)
        planned = sum(why.values()) - why["met_locally"] - why["never_planned"] - why["displaced"]
        assert why["delivered"] / planned < 0.001
        named = sum(why[reason] for reason in ("refused", "silent", "letter_never_came", "no_open_road"))
        assert named / planned > 0.99
        assert why["silent"] > 0.5 * planned


def test_the_west_is_not_besieged_and_no_convoy_is_planned_for_it(runs: aw.Runs):
    for agreement in runs.agreements:
        why = rations(runs, agreement, WEST)
        assert why["delivered"] == 0
        total = sum(why.values())
        assert why["met_locally"] + why["never_planned"] == pytest.approx(total)
        assert why["met_locally"] / total > 0.99


def test_an_agreement_on_aid_leaves_the_west_as_it_was(runs: aw.Runs):
    """One that holds the front may not: the west's own gates then stay as they were on that day."""
    west = runs.dataset["unmet_rations"].sel(community=WEST)
    for agreement in ("castello-only", "ramouseh-only", "both-roads"):
        assert (west.sel(agreement=agreement) == west.sel(agreement="status-quo")).all()
    # Traders of both halves share what a gate lets through: free movement may touch the west, a little.
    need = runs.dataset["rations_needed"].sel(community=WEST, agreement="status-quo")
    touched = west.sel(agreement="break-the-siege") - west.sel(agreement="status-quo")
    assert float(abs(touched / need).max()) < 0.001


def test_the_last_food_of_the_east_comes_about_13_november(runs: aw.Runs):
    """The last UN rations were handed out on 13 November: inside the 80 % interval of the day when stocks end."""
    found = runs.summary()
    row = found[
        (found["agreement"] == "status-quo") & (found["arm"] == "as_kept") & (found["community"] == EAST)
    ].set_index("outcome").loc["days_before_stock_out"]  # fmt: skip
    day = (date(2016, 11, 13) - date(2016, 9, 12)).days
    assert row["low"] < day < row["high"]
    assert abs(row["mean"] - day) < 21


def weekly_price(runs: aw.Runs, community: str) -> dict[str, float]:
    """Return the mean price index by the first day of the week."""
    weekly = runs.dataset["weekly_price_mean"].sel(agreement="status-quo", arm="as_kept", community=community)
    days = (weekly["week"] + 12 * 3600 * 10**9).to_numpy().astype("datetime64[D]").astype(str)
    return dict(zip(days.tolist(), weekly.to_numpy().tolist(), strict=True))


def test_prices_in_the_west_about_double_while_ramouseh_is_cut_and_fall_when_the_loop_opens(siege: aw.Runs):
    price = weekly_price(siege, WEST)
    assert price["2016-07-28"] == pytest.approx(1, abs=0.1)
    assert 1.6 < price["2016-08-11"] < 2.4  # a whole week of the cut
    assert price["2016-08-11"] > price["2016-08-25"] > price["2016-09-08"]
    assert price["2016-09-15"] == pytest.approx(1, abs=0.1)


def test_prices_in_the_east_are_a_multiple_and_stay_high_when_small_loads_come(siege: aw.Runs):
    price = weekly_price(siege, EAST)
    assert price["2016-07-14"] > 3
    assert 2 < price["2016-08-11"] < price["2016-07-14"]
    assert price["2016-09-08"] == pytest.approx(price["2016-07-14"], rel=0.01)


def test_nobody_leaves_before_a_gate_is_open_to_people(siege: aw.Runs):
    assert float(siege.dataset["departures"].max()) == 0


def test_breaking_the_siege_brings_food_by_trade_and_lets_people_leave(runs: aw.Runs):
    found = runs.dataset.sel(arm="as_signed", community=EAST)
    free, convoys = found.sel(agreement="break-the-siege"), found.sel(agreement="both-roads")
    assert float(free["rations_delivered"].max()) == 0
    assert float(free["unmet_rations"].mean()) < float(convoys["unmet_rations"].mean())
    assert float(free["price_mean"].mean()) < float(convoys["price_mean"].mean()) / 2
    assert float(free["departures"].mean()) > 0
    assert float(convoys["departures"].max()) == 0


def test_counting_the_taken_east_in_the_west_feeds_the_status_quo_and_opens_the_wests_roads_to_it(tmp_path):
    """What the guide says of leaving that out."""
    joined = Path(shutil.copytree(FOLDER, tmp_path / FOLDER.name))
    text = (joined / "scenario.yaml").read_text(encoding="utf-8")
    community = "  eastern-aleppo:\n    name: Eastern Aleppo\n"
    assert text.count(community) == 1
    joins = f"{community}    enclave_when_held_by: {{gov: western-aleppo}}\n"
    (joined / "scenario.yaml").write_text(text.replace(community, joins), encoding="utf-8")

    def of_the_east(folder: Path):
        named = ["status-quo", "both-with-cessation"]
        return aw.simulate(aw.read_scenario(folder), named, replicates=96, seed=2016).dataset.sel(community=EAST)

    before, after = of_the_east(FOLDER), of_the_east(joined)
    unmet = [found["unmet_rations"].mean("replicate").sel(arm="as_signed") for found in (before, after)]
    assert 0.05 < 1 - float(unmet[1].sel(agreement="status-quo") / unmet[0].sel(agreement="status-quo")) < 0.11
    assert float(unmet[1].sel(agreement="both-with-cessation")) == float(unmet[0].sel(agreement="both-with-cessation"))
    assert float(before["departures"].sel(agreement="status-quo").max()) == 0
    assert float(after["departures"].sel(agreement="status-quo").max()) > 0


def test_how_the_front_goes_on_matters_only_where_it_was_held_and_was_let_go():
    """Both readings of the scenario, from the first day of the siege on."""
    scenario = aw.read_scenario(FOLDER)
    named = ["castello-only", "cessation-9-sept", "both-with-cessation"]
    read = [
        aw.simulate(of, named, replicates=48, seed=2016, effective_from="2016-07-07").dataset["rations_delivered"]
        for of in (scenario, scenario.replace("fronts/resumes", "unshifted"))
    ]
    assert read[0].sel(arm="as_signed").equals(read[1].sel(arm="as_signed"))
    shifted, unshifted = (found.sel(arm="as_kept") for found in read)
    assert shifted.sel(agreement="castello-only").equals(unshifted.sel(agreement="castello-only"))
    assert not shifted.sel(agreement="both-with-cessation").equals(unshifted.sel(agreement="both-with-cessation"))


def test_the_cessation_of_september_lasts_about_as_long_as_it_did():
    """Seven days, from 12 to 19 September: inside the 80 % interval of the day when it lapses."""
    scenario = aw.read_scenario(FOLDER)
    lasted = []
    for replicate in range(100):
        events = aw.replay(scenario, agreement="cessation-9-sept", seed=2016, replicate=replicate, public=False)
        begun = events.loc[events["kind"] == "residents", "time_s"].iloc[0]
        cessation = (events["kind"] == "term_lapsed") & events["entity"].str.startswith("cease_hostilities")
        lasted.append((events.loc[cessation, "time_s"].min() - begun) / 86_400 if cessation.any() else math.inf)
    lasted.sort()
    assert lasted[9] < 7 < lasted[89] < 40
