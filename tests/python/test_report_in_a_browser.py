# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import json

import pytest
from report_sections import SECTIONS


@pytest.mark.parametrize("width", [1200, 390])
def test_opens_in_chromium_without_errors_or_requests(browser, pages, width):
    browser.get("about:blank")  # a browser that has just started still loads its own first page
    browser.get_log("performance")
    browser.get_log("browser")
    browser.set_window_size(width, 900)
    browser.get(pages["clear"].as_uri())
    assert "Aleppo" in browser.title
    assert browser.get_log("browser") == []
    messages = [json.loads(entry["message"])["message"] for entry in browser.get_log("performance")]
    asked = [
        message["params"]["request"]["url"] for message in messages if message["method"] == "Network.requestWillBeSent"
    ]
    assert [url for url in asked if not url.startswith(("file:", "data:"))] == []
    for section in SECTIONS:
        assert browser.find_element("id", section).is_displayed()


def test_fits_a_phone_without_sideways_scrolling(browser, pages):
    browser.execute_cdp_cmd(
        "Emulation.setDeviceMetricsOverride", {"width": 390, "height": 844, "deviceScaleFactor": 1, "mobile": True}
    )
    browser.get(pages["clear"].as_uri())
    width = browser.execute_script("return document.documentElement.scrollWidth")
    browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
    assert width <= 390


@pytest.mark.parametrize("case", ["clear", "backfire"])
def test_axe_finds_nothing_serious(browser, pages, case):
    from axe_core_python.selenium import Axe

    browser.set_window_size(1200, 900)
    browser.get(pages[case].as_uri())
    browser.execute_script("document.querySelectorAll('details').forEach(part => part.open = true)")
    found = Axe().run(browser)["violations"]
    assert [
        (entry["id"], entry["nodes"][0]["html"][:120]) for entry in found if entry["impact"] in {"serious", "critical"}
    ] == []


def test_prints_every_value_and_no_navigation(browser, pages):
    browser.get(pages["clear"].as_uri())
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
    hidden = browser.execute_script("return getComputedStyle(document.querySelector('nav')).display")
    shown = browser.execute_script(
        "return document.querySelector('#assumed details table').getBoundingClientRect().height"
    )
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})
    assert hidden == "none"
    assert shown > 0


@pytest.mark.parametrize("case", ["clear", "swung"])
def test_the_first_printed_page_holds_everything_up_to_the_contents(browser, pages, case):
    width, height = (210 - 2 * 13) / 25.4 * 96, (297 - 2 * 11) / 25.4 * 96  # A4 less the margins of the style
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
    browser.execute_cdp_cmd(
        "Emulation.setDeviceMetricsOverride",
        {"width": int(width), "height": int(height), "deviceScaleFactor": 1, "mobile": False},
    )
    browser.get(pages[case].as_uri())
    bottom = browser.execute_script("return document.querySelector('#answer').getBoundingClientRect().bottom")
    browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})
    assert bottom <= height
