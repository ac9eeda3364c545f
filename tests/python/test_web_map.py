# SPDX-License-Identifier: Apache-2.0
"""The map for the browser: what it shows at each date, that it loads nothing, and that everybody can use it."""

from __future__ import annotations

import html
import itertools
import json
import re

import aidway as aw
import pytest
from aidway.web_map.scenes import dates
from aidway.web_map.sheet import Sheet
from shapely import box

WEEK_S = 7 * 86_400


@pytest.fixture(scope="module")
def aleppo():
    from conftest import ROOT

    return aw.read_scenario(ROOT / "scenarios" / "eastern-aleppo-2016")


@pytest.fixture(scope="module")
def page(aleppo):
    return aw.map_html(aleppo, "both-roads")


@pytest.fixture(scope="module")
def file(page, tmp_path_factory):
    path = tmp_path_factory.mktemp("map") / "map.html"
    path.write_text(page, encoding="utf-8")
    return path


def data(page):
    return json.loads(re.search(r'<script type="application/json" id="data">(.*?)</script>', page, re.DOTALL)[1])


def plain(page):
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", " ", page)))


def test_dates_are_those_at_which_ground_changes_hands_a_week_apart_in_public(aleppo):
    told, exact = dates(aleppo, "both-roads", public=True), dates(aleppo, "both-roads", public=False)
    assert all(later - earlier >= WEEK_S for earlier, later in itertools.pairwise(told))
    assert any(later - earlier < WEEK_S for earlier, later in itertools.pairwise(exact))
    assert set(told) <= set(exact)
    assert aleppo.moment_s("both-roads") in told
    assert told[0] == aleppo.engine.period_from_s


def test_a_gate_that_shuts_between_two_dates_is_a_date_of_its_own(tiny):
    written = (tiny / "scenario.yaml").read_text()
    shut = "overlays:\n  mines: {name: Mines, close: {gate: pass}, from: 2016-07-04, to: 2016-07-14}\n"
    plain = dates(aw.read_scenario(tiny), "two-roads", public=False)
    (tiny / "scenario.yaml").write_text(written.replace("gates:\n", shut + "gates:\n", 1))
    scenario = aw.read_scenario(tiny)
    added = sorted({*dates(scenario, "two-roads", public=False)} - {*plain})
    assert [aw.instants.to_iso(at_s)[:10] for at_s in added] == ["2016-07-03", "2016-07-13"], "midnights of Damascus"
    status = scenario.engine.gate_status("two-roads", added[0], True)
    assert {row["gate"]: row["aid"] for row in status}["pass"] == "closed"


def test_every_date_says_who_is_reached_as_reach_does(aleppo, page):
    told = data(page)
    for place, at_s in enumerate(dates(aleppo, "both-roads", public=True)):
        found = aw.reach(aleppo, "both-roads", at=aw.instants.to_iso(at_s))
        assert [states[place] == "reached" for states in told["places"]] == found["reachable"].tolist()
        assert [row[place][0] == "not" for row in told["placeRows"]] == (~found["reachable"]).tolist()


def test_gates_stand_as_the_agreement_has_them_on_each_date(aleppo, page):
    told = data(page)
    moments = dates(aleppo, "both-roads", public=True)
    names = [gate["name"] for gate in aleppo.engine.gates()]
    for place, at_s in enumerate(moments):
        status = {entry["gate"]: entry["aid"] for entry in aleppo.engine.gate_status("both-roads", at_s, True)}
        assert [row[place][0] == "open to aid" for row in told["gateRows"]] == [
            status[name] == "open" for name in names
        ]


def test_an_area_is_drawn_once_for_as_long_as_it_stays_the_same(page):
    spells = [
        (int(a), int(b)) for a, b in re.findall(r'class="held[^"]*"[^>]*data-begin="(\d+)" data-until="(\d+)"', page)
    ]
    count = len(data(page)["days"])
    assert spells
    assert all(begin < until <= count for begin, until in spells)
    assert any(until - begin > 1 for begin, until in spells)
    shown = re.findall(r'<path [^>]*class="held( off)?"', page)
    assert "" in shown


def test_legend_tells_everything_apart_without_colour(page):
    told = plain(page[page.index('id="legend-head"') : page.index('id="reach-head"')])
    for word in (
        "Armed opposition",
        "gate open to aid",
        "gate closed to aid",
        "place that no way leads to",
        "fastest way",
    ):
        assert word in told
    hatches = re.findall(r'<pattern id="hatch-(\w+)".*?</pattern>', page, re.DOTALL)
    drawn = [
        re.sub(r'fill="[^"]*"|id="[^"]*"', "", part) for part in re.findall(r"<pattern.*?</pattern>", page, re.DOTALL)
    ]
    assert len(hatches) > 1
    assert len(set(drawn)) == len(drawn)
    signs = re.findall(r'<g id="sign-[^"]+">(.*?)</g>', page)
    assert len({re.sub(r'class="[^"]*"', "", sign) for sign in signs}) == len(signs)


def test_public_map_draws_ways_on_schematic_networks_only(aleppo, tmp_path, tiny):
    assert 'class="way' in aw.map_html(aleppo, "both-roads")
    surveyed = tiny / "scenario.yaml"
    surveyed.write_text(surveyed.read_text().replace("schematic: true", "schematic: false"))
    scenario = aw.read_scenario(tiny)
    drawn = re.compile(r'<path d="M[^"]+" class="way (best|other)')
    assert not drawn.search(aw.map_html(scenario, "two-roads").split('id="legend-head"')[0])
    assert drawn.search(aw.map_html(scenario, "two-roads", public=False))
    assert "Not for publication" in aw.map_html(scenario, "two-roads", public=False)


def test_public_map_tells_of_a_small_community_only_in_its_enclave(tiny):
    text = (tiny / "scenario.yaml").read_text()
    text = text.replace("population: 9000", "population: 900").replace(
        "members: [oldmere]", "members: [oldmere, tarnwick]"
    )
    start, end = text.index("  upper-wend:"), text.index("depots:")
    (tiny / "scenario.yaml").write_text(text[:start] + "\n" + text[end:])
    scenario = aw.read_scenario(tiny)
    assert "Tarnwick" not in aw.map_html(scenario, "two-roads")
    assert "Tarnwick" in aw.map_html(scenario, "two-roads", public=False)


def test_a_period_that_is_not_long_past_is_refused_in_public(tiny):
    from datetime import UTC, datetime

    text = (tiny / "scenario.yaml").read_text().replace("to: 2016-07-31", f"to: {datetime.now(UTC):%Y-%m-%d}")
    (tiny / "scenario.yaml").write_text(text)
    status = tiny / "data" / "gate_status.csv"
    status.write_text(status.read_text().replace("2016-07-31", f"{datetime.now(UTC):%Y-%m-%d}"))
    scenario = aw.read_scenario(tiny)
    with pytest.raises(aw.PublicationError):
        aw.map_html(scenario, "two-roads")
    assert aw.map_html(scenario, "two-roads", public=False)


def test_a_scenario_without_control_has_one_date_and_no_areas(tiny):
    text = (tiny / "scenario.yaml").read_text()
    start, end = text.index("control:"), text.index("parties:")
    (tiny / "scenario.yaml").write_text(text[:start] + text[end:])
    page = aw.map_html(aw.read_scenario(tiny), "two-roads")
    assert len(data(page)["days"]) == 2  # the first day, and that of the agreement
    assert 'class="held' not in page


def test_texts_are_escaped_where_a_script_could_read_them(tiny):
    text = (tiny / "scenario.yaml").read_text()
    (tiny / "scenario.yaml").write_text(text.replace("name: Wend bridge", 'name: "</script><script>alert(1)</script>"'))
    page = aw.map_html(aw.read_scenario(tiny), "two-roads")
    assert "<script>alert" not in page


def test_the_same_scenario_gives_the_same_text(aleppo, page):
    assert aw.map_html(aleppo, "both-roads") == page


def test_an_unknown_agreement_is_told_with_the_nearest(aleppo):
    with pytest.raises(aw.UnknownNameError, match="did you mean 'both-roads'"):
        aw.map_html(aleppo, "both-road")


def test_the_command_writes_the_file_whole_or_not_at_all(tiny, tmp_path, aidway):
    called = aidway("map", tiny, "--agreement", "two-roads", "--to", tmp_path / "map.html")
    assert (called.code, called.out) == (0, f"{tmp_path / 'map.html'}\n")
    assert (tmp_path / "map.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    assert aidway("map", tiny, "--agreement", "two-roads", "--to", tmp_path / "no" / "map.html").code == 3
    assert aidway("map", tiny, "--agreement", "two-road", "--to", tmp_path / "other.html").code == 2
    assert not (tmp_path / "other.html").exists()


def test_names_stand_apart_and_on_the_sheet():
    sheet = Sheet((0.0, 0.0, 1.0, 1.0))
    names = [sheet.name("A place", 500.0, 500.0) for _ in range(12)]
    found = [name for name in names if name]
    assert 1 < len(found) < 12
    assert len({(name.x, name.y, name.anchor) for name in found}) == len(found)
    assert sheet.name("Right at the edge", 995.0, 500.0).anchor == "end"


def test_what_lies_beyond_the_sheet_is_cut_off():
    sheet = Sheet((0.0, 0.0, 1.0, 1.0))
    numbers = [float(word) for word in re.findall(r"-?[\d.]+", sheet.outline(box(-50, -50, 50, 50)))]
    assert max(map(abs, numbers)) < 1.1 * max(1000.0, sheet.height)
    assert sheet.outline(box(5, 5, 6, 6)) == ""


@pytest.mark.parametrize("width", [1200, 390])
def test_opens_in_chromium_without_errors_or_requests(browser, file, width):
    browser.get("about:blank")
    browser.get_log("performance")
    browser.get_log("browser")
    browser.set_window_size(width, 900)
    browser.get(file.as_uri())
    assert browser.get_log("browser") == []
    messages = [json.loads(entry["message"])["message"] for entry in browser.get_log("performance")]
    asked = [found["params"]["request"]["url"] for found in messages if found["method"] == "Network.requestWillBeSent"]
    assert [url for url in asked if not url.startswith(("file:", "data:"))] == []


def test_fits_a_phone_without_sideways_scrolling(browser, file):
    browser.execute_cdp_cmd(
        "Emulation.setDeviceMetricsOverride", {"width": 390, "height": 844, "deviceScaleFactor": 1, "mobile": True}
    )
    browser.get(file.as_uri())
    width = browser.execute_script("return document.documentElement.scrollWidth")
    browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
    assert width <= 390


def test_the_slider_changes_map_tables_and_sentence_by_keyboard(browser, file, page):
    from selenium.webdriver.common.keys import Keys

    browser.set_window_size(1200, 900)
    browser.get(file.as_uri())
    told = data(page)
    slider = browser.find_element("id", "date")
    slider.send_keys(Keys.HOME)
    assert browser.find_element("id", "said").text == told["said"][0]
    slider.send_keys(Keys.END)
    last = len(told["days"]) - 1
    assert browser.find_element("id", "said").text == told["said"][last]
    assert slider.get_attribute("aria-valuetext") == told["days"][last]
    cells = browser.find_elements("css selector", "#gate-rows tr:first-child td")
    assert [cell.text for cell in cells] == told["gateRows"][0][last]
    signs = browser.find_elements("css selector", "[data-gate]")
    assert [sign.get_attribute("href") for sign in signs] == [f"#sign-{states[last]}" for states in told["gates"]]
    for shape in browser.find_elements("css selector", ".held[data-begin]"):
        seen = int(shape.get_attribute("data-begin")) <= last < int(shape.get_attribute("data-until"))
        assert ("off" not in shape.get_attribute("class")) == seen


def test_layers_are_switched_and_the_map_comes_closer_by_keyboard(browser, file):
    from selenium.webdriver.common.keys import Keys

    browser.set_window_size(1200, 900)
    browser.get(file.as_uri())
    switch = browser.find_element("css selector", '[data-layer="gates"]')
    switch.send_keys(Keys.SPACE)
    assert not browser.find_element("css selector", '[data-on="gates"]').is_displayed()
    switch.send_keys(Keys.SPACE)
    assert browser.find_element("css selector", '[data-on="gates"]').is_displayed()
    browser.find_element("css selector", '[data-zoom="1.5"]').send_keys(Keys.ENTER)
    closer = view_box(browser)
    assert closer[2] == pytest.approx(1000 / 1.5)
    browser.find_element("css selector", ".sheet").send_keys(Keys.ARROW_RIGHT)
    assert view_box(browser)[0] > closer[0]
    browser.find_element("css selector", '[data-zoom="0"]').send_keys(Keys.ENTER)
    assert view_box(browser)[:3] == [0, 0, 1000]


def view_box(browser):
    shown = browser.execute_script("return document.getElementById('map').getAttribute('viewBox')")
    return [float(word) for word in shown.split()]


def test_axe_finds_nothing_serious(browser, file):
    from axe_core_python.selenium import Axe

    browser.set_window_size(1200, 900)
    browser.get(file.as_uri())
    found = Axe().run(browser)["violations"]
    assert [
        (entry["id"], entry["nodes"][0]["html"][:120]) for entry in found if entry["impact"] in {"serious", "critical"}
    ] == []
