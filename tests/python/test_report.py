# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import html
import itertools
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from aidway import report, results, wording
from aidway.limits import limits_of
from aidway.meanings import meanings
from aidway.report.cells import Cells
from aidway.report.facts import read_facts
from aidway.report.tables import shown_outcomes
from aidway.report.unknowns import informal
from report_sections import SECTIONS
from synthetic_runs import synthetic_runs

VOID = {"meta", "link", "br", "hr", "img", "input"}


class Outline(HTMLParser):
    """The elements of a page with their attributes, and whether every one is closed."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


@pytest.fixture(scope="module")
def clear_runs(tmp_path_factory):
    return synthetic_runs("clear", tmp_path_factory.mktemp("clear"))


@pytest.fixture(scope="module")
def clear(pages):
    return pages["clear"].read_text(encoding="utf-8")


def plain(page: str) -> str:
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", "", page)))


def answer(path: Path) -> str:
    page = path.read_text(encoding="utf-8")
    start = page.index('<div class="answer">')
    return plain(page[start : page.index("<figure", start)])


def test_answer_says_who_does_better_how_much_and_how_sure(pages):
    told = answer(pages["clear"])
    assert "If it were signed, Both roads would almost certainly feed Eastern Aleppo better than Status quo." in told
    assert "About 7 in 10 of the food needed would be eaten (67 %; 80 % range 56 to 79 %; nobody displaced)" in told
    assert "against about 3 in 10" in told
    assert "Warning" not in told


def test_answer_to_a_tie_is_that_nothing_changes(pages):
    told = answer(pages["tie"])
    assert "No agreement compared would change what Eastern Aleppo eats" in told
    assert "in 100 of 100 paired runs" in told
    assert "better" not in told


def test_answer_to_a_backfire_warns_of_it(pages):
    told = answer(pages["backfire"])
    assert "No agreement compared would help" in told
    assert "Castello only can backfire: as kept, it would almost certainly leave Eastern Aleppo worse fed" in told
    assert "broken promises cost 22 % of the need" in told


def test_answer_says_where_fewer_are_driven_out_that_more_must_be_fed(tmp_path):
    runs = synthetic_runs("clear", tmp_path, replicates=80)
    dataset = runs.dataset.copy(deep=True)
    dataset["displaced_person_days"].loc[{"agreement": "status-quo", "community": "eastern-aleppo"}] += 9e6
    path = report.write(type(runs)(dataset, runs.provenance, runs.scenario), tmp_path / "page.html")
    told = answer(path)
    assert "Not to be compared by what is eaten, because fewer people would be driven out, so that more must be" in told
    assert "because people would leave" not in told


def test_answer_names_the_other_place_too(pages):
    assert "In Western Aleppo, Both roads would do the same as Status quo" in answer(pages["clear"])


def test_every_section_is_there_in_order(clear):
    found = [attrs["id"] for tag, attrs in Outline(clear).elements if tag == "section" and "id" in attrs]
    assert found == SECTIONS


def test_page_one_carries_question_answer_condition_assumptions_and_limits(clear, clear_runs):
    front = plain(clear[: clear.index("<nav")])
    for words in (
        "who would have eaten?", "80 % range", "Conditional on signature", "whether anyone would sign",
        "scenario, not evidence", "3 are assumed (50 %)", "What is not modelled", "violence",
        "Informal supply was never measured", "Eastern Aleppo 5 to 25 %", "Emptying a town is never success",
        "an input, not a finding", "Western Aleppo",
    ):  # fmt: skip
        assert words in front
    for limit in limits_of(clear_runs.provenance):
        assert limit.name in front.replace("Whether", "whether")


def test_page_one_shows_the_widest_swings_and_counts_the_others(pages, clear):
    swung = pages["swung"].read_text(encoding="utf-8")
    front = plain(swung[swung.index('id="flip-head"') : swung.index('class="glance"')])
    assert "120 values were varied together, over 200 sets of values" in front
    assert "15 move the difference by more than chance, of which 12 are shown" in front
    assert "one report in twenty would show a bar" in front
    assert "no varied value moves the difference by more than chance" in plain(clear)
    assert 'class="tornado"' not in clear


def test_headings_are_in_order(clear):
    levels = [int(tag[1]) for tag, _ in Outline(clear).elements if re.fullmatch(r"h[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))


def test_every_element_is_closed(clear):
    assert Outline(clear).open == []


def test_nothing_is_loaded_from_elsewhere(clear):
    for tag, attrs in Outline(clear).elements:
        assert tag not in {"script", "iframe", "object", "embed", "img", "video", "audio", "base"}
        for name in ("src", "href", "xlink:href", "action"):
            assert (attrs.get(name) or "#").startswith(("#", "data:,"))
    assert "@import" not in clear
    assert not re.search(r"url\((?!#)", clear)


def test_every_link_leads_somewhere_and_no_identifier_is_used_twice(clear):
    elements = Outline(clear).elements
    identifiers = [attrs["id"] for _, attrs in elements if attrs.get("id")]
    assert len(identifiers) == len(set(identifiers))
    for tag, attrs in elements:
        if tag == "a":
            assert attrs["href"][1:] in identifiers


def test_every_picture_has_a_title_and_a_description(pages):
    swung = pages["swung"].read_text(encoding="utf-8")
    pictures = re.findall(r"<svg[^>]*>.*?</svg>", swung, flags=re.DOTALL)
    assert len(pictures) == 3 + (5 + 1) + (5 + 1) + (5 + 1) + 5 + (1 + 4) + 4 + 4
    for picture in pictures:
        assert re.match(r'<svg role="img" aria-labelledby="\S+-title \S+-desc"', picture)
        assert re.search(r"<title[^>]*>[^<]{10,}</title><desc[^>]*>[^<]{20,}</desc>", picture)


def test_tables_have_captions_and_scopes(clear):
    for table in re.findall(r"<table.*?</table>", clear, flags=re.DOTALL):
        assert "<caption" in table
        assert all(
            re.search(r'scope="(col|row|rowgroup|colgroup)"', head) for head in re.findall(r"<th(?: [^>]*)?>", table)
        )


def test_texts_from_the_scenario_are_escaped(clear):
    assert "matches &lt;bakeries&gt; closing" in clear
    assert "<bakeries>" not in clear


def test_unmet_is_never_shown_without_the_closing_stock(tmp_path):
    runs = synthetic_runs("clear", tmp_path, replicates=20, leave_out=("closing_stock",))
    assert "unmet_rations" not in shown_outcomes(Cells(runs))
    page = report.render(runs, public=True).split('<section id="meanings"')[0]
    assert ">Rations missing to those who stay<" in page
    assert ">Rations missing<" not in page
    assert ">difference in rations missing<" not in page
    assert "stay unmet" not in plain(page)
    whole = synthetic_runs("clear", tmp_path, replicates=20)
    outcomes = shown_outcomes(Cells(whole))
    assert {"unmet_rations", "closing_stock", "displaced_person_days"} <= set(outcomes)


def test_assumed_values_come_first_with_their_count(clear):
    section = plain(clear[clear.index('id="assumed"') : clear.index('id="limits"')])
    assert section.index("Assumed: 3") < section.index("Derived: 2") < section.index("Seen: 1")


def test_varied_values_are_printed_in_the_units_of_their_author(clear):
    section = plain(clear[clear.index('id="assumed"') : clear.index('id="limits"')])
    assert "{uniform: [30 d, 60 d]}" in section
    assert "2592000" not in section


def test_how_to_repeat_it_is_complete(clear):
    section = plain(clear[clear.index('id="repeat"') :])
    for words in ("aidway run scenarios/eastern-aleppo-2016", "2016", "8f1d2c3b4a596877", "0.1.0", "400, 16 to each"):
        assert words in section


def test_too_few_runs_are_called_too_few(clear, tmp_path):
    assert "more runs would not change the picture" not in plain(
        report.render(synthetic_runs("clear", tmp_path, replicates=20), public=True)
    )
    enough = synthetic_runs("clear", tmp_path, replicates=4000)
    assert "more runs would not change the picture" in plain(report.render(enough, public=True))


def test_same_runs_give_the_same_bytes(pages, tmp_path):
    again = report.write(synthetic_runs("clear", tmp_path), tmp_path / "again.html")
    assert again.read_bytes() == pages["clear"].read_bytes()


def test_a_single_agreement_is_reported_without_a_comparison(tmp_path):
    runs = synthetic_runs("clear", tmp_path, replicates=20)
    alone = type(runs)(runs.dataset.sel(agreement=["status-quo"]), runs.provenance, runs.scenario)
    page = plain(report.render(alone, public=True))
    assert "Under Status quo, about 3 in 10 of the food needed in Eastern Aleppo would be eaten" in page
    assert "minus Status quo" not in page


def test_every_head_that_names_an_outcome_says_what_it_means(clear, clear_runs):
    labels = [meaning.label for meaning in meanings(clear_runs).values()]
    heads = re.findall(r'<th scope="col(?:group)?"[^>]*>(.*?)(?:<small|</th>)', clear, flags=re.DOTALL)
    named = [
        head
        for head in heads
        if re.sub("^(Difference in|By) ", "", plain(head).strip(), flags=re.IGNORECASE).lower()
        in [label.lower() for label in labels]
    ]
    assert len(named) > 60
    assert all(head.startswith('<a class="term" href="#outcome-') for head in named)


def test_what_a_head_means_is_told_to_the_mouse_the_keyboard_and_the_screen_reader(clear, clear_runs):
    told = {attrs["id"] for tag, attrs in Outline(clear).elements if tag == "dd" and "id" in attrs}
    assert told == {f"outcome-{name.replace('_', '-')}-means" for name in meanings(clear_runs)}
    terms = [attrs for tag, attrs in Outline(clear).elements if tag == "a" and attrs.get("class") == "term"]
    for attrs in terms:
        assert attrs["aria-describedby"] == f"{attrs['href'][1:]}-means"
        words = plain(re.search(rf'<dd id="{attrs["aria-describedby"]}">(.*?)</dd>', clear)[1])
        assert html.unescape(attrs["title"]) == words
        assert "Unit: " in words
        assert "Safe to compare: " in words


def test_page_one_says_what_is_eaten_over_what(clear):
    front = clear[: clear.index("<nav")]
    assert 'title="Share of need eaten, by hand. Unit: share. Out of: food needed by those there.' in front
    assert front.count('href="#outcome-coverage"') == 1 + 2 * 2


def test_coverage_and_unmet_never_stand_without_the_displaced(pages):
    for path in pages.values():
        told = answer(path)
        for figure in re.findall(r"\([^()]*80 % range[^()]*\)", told):
            if "days" not in figure and "mean difference" not in figure:
                assert "displaced" in figure or re.search(r"mean difference is [^(]*" + re.escape(figure), told)


def coverages_alone(page: str) -> list[str]:
    """Return the captions of the tables that tell of what is eaten or met and of nobody who is away."""
    body = page[page.index("<body") :].split('<section id="meanings"')[0]
    told = (
        r"need eaten|\beaten\b|feeds people|median, and the range from|[Rr]ations missing|medicine met|rations gained"
    )
    tables = re.findall(
        r'<table class="figures.*?</table>\s*</div>(?:\s*<p class="credit">.*?</p>)?', body, flags=re.DOTALL
    )
    return [
        plain(table)[:90]
        for table in tables
        if re.search(told, plain(table.split("<tbody>")[0])) and "displaced" not in plain(table).lower()
        if "week's price" not in table and "× " not in plain(table)
    ]


def test_no_table_tells_of_coverage_without_the_displaced(pages):
    for path in pages.values():
        assert coverages_alone(path.read_text(encoding="utf-8")) == []


def test_who_is_left_behind_is_told_with_everybody_who_is_away(tmp_path):
    runs = synthetic_runs("clear", tmp_path)
    dataset = runs.dataset.copy()
    dataset["worst_off"] = dataset["coverage"].min("community").assign_attrs(
        label="Share of need eaten where it was least", unit="share", doc="by hand", better="higher", safe="yes",
        shape="scenario",
    )  # fmt: skip
    page = report.render(type(runs)(dataset, runs.provenance, runs.scenario), public=True)
    section = page[page.index("Who is left behind") :].split("</table>")[0]
    heads = plain(section.split("</thead>")[0])
    assert "Share of need eaten where it was least" in heads
    assert "Person-days displaced" in heads
    away = dataset["displaced_person_days"].sel(agreement="break-the-siege", arm="as_kept").sum("community").mean()
    assert wording.count(float(away)) in section
    assert coverages_alone(page) == []


def test_page_one_tells_the_displaced_beside_what_moves_the_answer(pages):
    swung = pages["swung"].read_text(encoding="utf-8")
    front = plain(swung[swung.index('id="flip-head"') : swung.index('class="glance"')])
    assert "Beside it, as kept: nobody displaced under Both roads and Status quo." in front


def test_an_agreement_that_empties_the_town_is_not_called_the_best(pages):
    told = answer(pages["clear"])
    assert told.strip().startswith("The answer If it were signed, Both roads")
    assert "Break the siege cannot be compared by what is eaten, because people would leave" in told
    assert "emptying a town is never success" in told
    assert "Each of those who stay to the end would miss 26 days of food on average, against 70 days under" in told


def test_a_few_people_who_leave_do_not_bar_comparison(pages):
    assert "cannot be compared" not in answer(pages["backfire"])


def test_tables_mark_what_may_not_be_compared(clear):
    row = re.search(
        r"<th scope=\"row\">Break the siege</th>.*?</tr>", clear[clear.index('class="glance"') :], re.DOTALL
    )
    assert plain(row[0]).count("not comparable") == 2
    assert "5 million6.3 million as signed" in plain(row[0]).replace("\u00a0", " ")
    section = plain(clear[clear.index('id="side-by-side"') : clear.index('id="weeks"')])
    assert "do not compare" in section
    assert "no: announced people are not rations" in section


def test_every_place_has_columns_of_its_own_on_page_one(clear):
    heads = re.findall(r'<th scope="colgroup" colspan="3">([^<]+)</th>', clear[: clear.index("<nav")])
    assert heads == ["Eastern Aleppo", "Western Aleppo"]


def test_every_agreement_is_held_against_every_other(clear):
    caption = "share of paired runs in which the agreement of the row feeds people better"
    table = plain(clear[clear.index(caption) :].split("</table>")[0])
    for name in (
        "than Status quo",
        "than Castello only",
        "than Ramouseh only",
        "than Both roads",
        "than Break the siege",
    ):
        assert name in table
    assert table.count("–") >= 5
    assert table.count("not comparable") == 8


def test_a_place_that_no_agreement_changes_is_told_once(clear):
    assert "No agreement changes anything in Western Aleppo" in plain(clear)
    weeks = clear[clear.index('id="weeks"') : clear.index('id="why"')]
    assert weeks.count('aria-labelledby="weekly-coverage-western-aleppo') == 1
    assert weeks.count('aria-labelledby="weekly-coverage-eastern-aleppo') == 5


def test_violence_is_told_once_and_marked_as_scenario(clear, tmp_path):
    section = plain(clear[clear.index('id="side-by-side"') : clear.index('id="weeks"')])
    assert section.count("Acts of violence in the runs") == 1
    assert "scenario, not evidence" in section
    calm = synthetic_runs("clear", tmp_path, replicates=20, leave_out=("incidents",))
    assert "Acts of violence" not in report.render(calm, public=True)


def test_a_report_of_many_agreements_stays_small(pages):
    assert max(path.stat().st_size for path in pages.values()) < 5_000_000


def test_weekly_bands_say_what_they_are(clear):
    section = plain(clear[clear.index('id="weeks"') : clear.index('id="why"')])
    assert "medians (50 %); shaded bands run from the 10 % to the 90 % quantile" in section
    assert "no single run need stay inside a band" in section


def test_waterfall_starts_from_need_and_adds_up_to_it(clear, clear_runs):
    parts = results.reason_rations(clear_runs, "status-quo", "eastern-aleppo", "as_kept", outcome="need_waterfall")
    need = float(parts.sum())
    assert need == pytest.approx(25_250_000, rel=1e-6)
    section = clear[clear.index('id="why"') : clear.index('id="maps"')]
    table = section[section.index("Status quo, Eastern Aleppo: rations by the cause") :].split("</table>")[0]
    rows = {plain(row.split("</th>")[0]).strip(): plain(row) for row in table.split("<tr>")[2:]}
    assert next(iter(rows)) == "met from stock, trade and local food"
    assert list(rows)[-1] == "all rations needed"
    assert plain(wording.count(need)) in rows["all rations needed"]


def test_funnel_gives_requests_people_and_rations_in_both_arms(clear):
    section = clear[clear.index("From request to delivery") : clear.index('id="maps"')]
    table = plain(section[section.index("<table") :].split("</table>")[0])
    for word in ("requests", "people", "rations", "as signed", "as kept", "letter issued", "pending"):
        assert word in table


def test_gates_are_told_by_agreement_in_words_and_signs(clear):
    section = clear[clear.index('id="maps"') : clear.index('id="texts"')]
    row = re.search(r'<th scope="row">Ramouseh east</th>.*?</tr>', section, re.DOTALL)
    assert plain(row[0]).count("✕ closed to aid") == 3
    assert plain(row[0]).count("▲ opened to aid by a term") == 2
    assert plain(row[0]).count("▲ opened to goods and people by a term") == 1


def test_ways_are_told_with_their_gates_holders_and_delays(clear):
    section = clear[clear.index('id="ways"') : clear.index('id="texts"')]
    table = plain(section[section.index('aria-label="Ways under Both roads"') :].split("</table>")[0])
    for told in ("West Hub", "1 h 10 min", "40.0 km", "Ramouseh east (Government of Syria and allies, 10 min 00 s)"):
        assert told in table
    assert "; then Castello east (Government" in table


def test_the_report_says_why_there_is_no_way(clear):
    section = plain(clear[clear.index('aria-label="Ways under Status quo"') :].split("</table>")[0])
    assert "no way" in section
    assert "closed to aid: Castello east [castello-east, held by Government of Syria and allies, opened by" in section
    assert "No trip is shown" in plain(clear[clear.index('id="ways"') :])


def test_ways_that_share_no_road_are_counted_by_agreement_and_place(clear):
    section = clear[clear.index("Ways from the depots of which no two share a road") :].split("</table>")[0]
    rows = {
        plain(row.split("</th>")[0]).strip(): plain(row.split("</th>")[1]).split() for row in section.split("<tr>")[2:]
    }
    assert rows["Both roads"] == ["2", "2"]
    assert rows["Castello only"] == ["1", "1"]
    assert rows["Status quo"] == ["none", "none"]


def test_surveyed_ways_are_drawn_for_your_own_eyes_only(tmp_path):
    runs = synthetic_runs("clear", tmp_path, replicates=20)
    runs.scenario.engine.schematic = False
    assert "<figure" not in ways_of(report.render(runs, public=True))
    assert ways_of(report.render(runs, public=False)).count("<figure") == 4


def ways_of(page):
    return page[page.index('id="ways"') : page.index('id="texts"')]


def test_maps_say_to_whom_an_agreement_opens_a_road(clear):
    section = plain(clear[clear.index('id="maps"') : clear.index('id="texts"')])
    assert "Both roads Opens Castello Road and Ramouseh Road to aid" in section
    assert "Break the siege Opens Castello Road and Ramouseh Road to goods and people" in section


def test_texts_say_since_when_who_and_where_a_term_comes_from(clear):
    section = plain(clear[clear.index('id="text-both-roads"') : clear.index('id="assumed"')])
    for words in ("every day from 06:00 to 18:00. From 12 September 2016.", "Armed opposition", "letter, point 4"):
        assert words in section
    assert section.count("As in castello only") == 1


def test_control_is_told_by_date(clear):
    section = plain(clear[clear.index("Who held what, by date") : clear.index('id="texts"')])
    days = ["7 July 2016", "12 September 2016", "28 November 2016", "21 December 2016"]
    assert [section.index(day) for day in days] == sorted(section.index(day) for day in days)
    assert "Armed opposition" in section


def test_three_parts_of_doubt_stand_for_every_outcome(clear, clear_runs):
    section = plain(clear[clear.index('id="reading"') : clear.index('id="sources"')])
    cell = (
        clear_runs.summary()
        .query(
            "agreement == 'both-roads' and arm == 'as_kept' and community == 'eastern-aleppo' and outcome == 'coverage'"
        )
        .iloc[0]
    )
    assert (
        f"{wording.percent(cell.epistemic_share)} not known; ±{100 * cell.standard_error:.2f} points".replace(
            "\u00a0", " "
        )
        in section
    )
    for label in ("Share of need eaten", "Rations delivered", "Longest gap", "Price index"):
        assert label in section


def test_a_mechanism_that_the_scenario_states_is_no_limit(clear_runs):
    assert "violence" in {limit.name for limit in limits_of(clear_runs.provenance)}
    told = dict(clear_runs.provenance)
    value = {"path": "violence/sources/gov/rate", "value": "1 / d", "sources": [], "confidence": "assumed", "note": ""}
    told["values"] = [*told["values"], value]
    assert "violence" not in {limit.name for limit in limits_of(told)}


def test_informal_supply_of_a_siege_tier_is_told_on_page_one(clear_runs):
    told = dict(clear_runs.provenance)
    stated = {
        "enclaves/eastern-aleppo/siege_tier": "2", "enclaves/western-aleppo/siege_tier": "1",
        "food/informal_by_tier/tier_1": "{uniform: [0.0, 0.1]}", "food/informal_by_tier/tier_2": "0.4",
    }  # fmt: skip
    values = [{"path": path, "value": value, "sources": [], "confidence": "assumed"} for path, value in stated.items()]
    told["values"] = [*told["values"], *values]
    facts = read_facts(type(clear_runs)(clear_runs.dataset, told, clear_runs.scenario))
    assert [(place, law.replace("\u00a0", " ")) for place, law in informal(clear_runs, facts)] == [
        ("Eastern Aleppo", "5 to 25 %"),  # its own goes before that of its tier
        ("Western Aleppo", "0 to 10 % (siege tier 1)"),
    ]


def test_older_runs_are_reported_with_what_they_have(tmp_path):
    absent = (
        "displaced_person_days", "rations_needed", "unmet_rations_stayers", "need_waterfall", "funnel", "weekly_price",
        "price_mean", "departures",
    )  # fmt: skip
    page = plain(report.render(synthetic_runs("clear", tmp_path, replicates=20, leave_out=absent), public=True))
    assert "as trucks and depots could not have brought it, stands first" in page
    assert "The price of food" not in page
    assert "From request to delivery" not in page
