# SPDX-License-Identifier: Apache-2.0
"""Agreements as documents, what one says otherwise than another, and what is noticed in them."""

import html.parser
import json
import re

import aidway as aw
import pytest
from aidway.documents.rendering import markdown_text

HOSTILE = "<script>alert(1)</script> & [a](http://x) **b** | `c` # d"


@pytest.fixture
def scenario(tiny):
    return aw.read_scenario(tiny)


@pytest.fixture
def hostile(tiny):
    """The same scenario, whose every title would break out of a page."""
    quoted = json.dumps(HOSTILE)
    scenario_file, agreement = tiny / "scenario.yaml", tiny / "agreements" / "one-road.yaml"
    text = scenario_file.read_text(encoding="utf-8")
    for title in ("The Crown", "River Road", "Wend bridge"):
        text = text.replace(f"name: {title}", f"name: {quoted}")
    scenario_file.write_text(re.sub(r"(?m)^title: .*$", f"title: {quoted}", text), encoding="utf-8")
    text = agreement.read_text(encoding="utf-8")
    agreement.write_text(re.sub(r"(title|question|cite): .*", rf"\1: {quoted}", text), encoding="utf-8")
    return aw.read_scenario(tiny)


@pytest.fixture
def overlaid(tiny):
    """The same scenario with two overlays that wait for an agreement: one ends before any begins, one shuts all."""
    file = tiny / "scenario.yaml"
    overlays = """overlays:
  slide: {name: A landslide, when: by_agreement, to: 2016-06-10, close: {road: river}}
  craters: {name: Craters, when: by_agreement, close: {gate: pass}}
  flood: {name: A flood, when: by_agreement, close: {gate: bridge}}
"""
    file.write_text(file.read_text(encoding="utf-8").replace("gates:\n", overlays + "gates:\n", 1), encoding="utf-8")
    return aw.read_scenario(tiny)


class Page(html.parser.HTMLParser):
    """A page's tags, its headings, and the ids it has and refers to."""

    def __init__(self, text):
        super().__init__()
        self.tags, self.open, self.ids, self.wanted, self.text = [], [], [], [], ""
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        told = dict(attrs)
        if "id" in told:
            self.ids.append(told["id"])
        self.wanted += told.get("aria-labelledby", "").split()
        if told.get("href", "").startswith("#"):
            self.wanted.append(told["href"][1:])
        if tag not in ("meta", "br"):
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.text += data


def laying(overlay):
    return {"apply_overlay": {"overlay": overlay}}


def test_a_document_tells_parties_dates_places_articles_and_duties(scenario):
    text = scenario.document("two-roads")
    assert text.startswith("# River Road and Hill Road open, notice given\n")
    assert "It takes effect on 15 June 2016, 12:00 (Asia/Damascus time)." in text
    assert "- The Crown\n- The River League\n" in text
    assert (
        "- **River Road**: a road that passes Harbour gate (held by The Crown) and Wend bridge (held by The Crown and "
        "The River League)\n" in text
    )
    assert "### Roads, crossings and gates" in text
    assert "**Article 1.** River Road is open to aid convoys and civilians" in text
    assert (
        "- A breach: Aid convoys or civilians are kept from passing Harbour gate or Wend bridge between 06:00" in text
    )
    assert "- Taken from: treaty of the ferry, article 2" in text
    crown = text[text.index("### The Crown") : text.index("### The River League")]
    assert "| 1 | River Road is open" in crown
    assert "| 3 | Aid convoys are notified to The Crown; no permission is asked. | 15 June 2016, 12:00 |" in crown
    assert "| 2 |" not in crown, "the Hill Road obliges the League alone"


def test_a_document_says_what_is_not_covered(scenario):
    text = scenario.document("two-roads")
    missing = text[text.index("## What this agreement does not cover") :]
    assert "- No term lifts the siege of Oldmere or Tarnwick.\n" in missing
    assert "- No term says who watches whether the agreement is kept.\n" in missing
    assert "permitted off opened roads" not in missing, "it has a term on that"


def test_places_that_no_convoy_comes_to_are_not_covered(overlaid):
    told = "With every term kept, no convoy has a way to Oldmere or Tarnwick when the agreement begins."
    shut = overlaid.with_agreement("shut", "one-road", terms=[laying("craters"), laying("flood")])
    assert told in shut.document("shut")
    assert "no convoy has a way" not in shut.document("one-road")


def test_the_same_sentences_stand_in_every_form(scenario):
    terms = scenario.agreement("two-roads").terms
    page = Page(scenario.document("two-roads", "html")).text
    for said in [part for term in terms for part in (term.sentence, term.breach, term.cite)]:
        assert said in page
        assert said in scenario.document("two-roads", "text")
        assert markdown_text(said) in scenario.document("two-roads", "markdown")


def test_an_agreement_without_terms_has_a_document_too(scenario):
    for form in ("markdown", "html"):
        text = scenario.document("status-quo", form)
        assert "There is none: everything stays as it was." in text
        assert "No party is obliged to anything." in text
        assert "does not cover" not in text


def test_terms_that_are_switched_off_timed_and_renewed_are_told(scenario):
    changed = scenario.with_agreement(
        "less",
        "two-roads",
        without=["the-pass"],
        replace={"open_road/river/renewal": "2 d", "open_road/river/lasting": "10 d"},
    )
    text = changed.document("less")
    assert "Left out, and without effect: the-pass." in text.replace("\\", "")
    assert "Article 1 lapses unless renewed. A renewal is given if no obligation of it was broken" in text
    assert "| 15 June 2016, 12:00 | 25 June 2016, 12:00 |" in text
    assert "Hill Road is open" not in text


def test_a_page_is_whole_and_loads_nothing(scenario):
    text = scenario.document("two-roads", "html")
    page = Page(text)
    assert page.open == []
    assert len(page.ids) == len(set(page.ids))
    assert set(page.wanted) <= set(page.ids)
    assert not re.search(r"(?:src|href)=\"(?!#)|url\(|@import", text)
    assert page.tags.count("h1") == 1
    assert '<html lang="en">' in text


def test_titles_cannot_break_out_of_a_page(hostile):
    difference = aw.diff_agreements(hostile, "status-quo", "one-road")
    for text in (hostile.document("one-road", "html"), difference.document("html")):
        assert "<script" not in text
        assert HOSTILE in Page(text).text


def test_titles_cannot_break_out_of_markdown(hostile):
    difference = aw.diff_agreements(hostile, "status-quo", "one-road")
    for text in (hostile.document("one-road"), difference.document("markdown")):
        assert "<script" not in text.replace("\\<", "")
        assert "](http" not in text.replace("\\]", "")
        for row in re.findall(r"(?m)^\| 1 .*$", text):
            assert len(re.findall(r"(?<!\\)\|", row)) == 5, "a title opens no column"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain, with a 'quote'", "plain, with a 'quote'"),
        ("a*b_c", r"a\*b\_c"),
        ("1. first", r"1\. first"),
        ("- item", r"\- item"),
        ("two\n# lines", "two # lines"),
        ("# title", r"\# title"),
        ("<b>&amp;", r"\<b\>\&amp;"),
    ],
)
def test_markdown_shows_a_text_as_it_is(text, shown):
    assert markdown_text(text) == shown


def test_a_format_that_is_none_is_refused(scenario):
    with pytest.raises(aw.UnknownNameError, match="did you mean 'markdown'"):
        scenario.document("one-road", "markdwn")
    with pytest.raises(aw.UnknownNameError, match="did you mean 'one-road'"):
        scenario.document("one-roads")
    assert scenario.document("one-road", "text") == scenario.describe("one-road")


def test_equal_agreements_differ_in_nothing(scenario):
    same = scenario.with_agreement("same", "two-roads", title="Another title")
    found = aw.diff_agreements(same, "two-roads", "same")
    assert found.is_nothing
    assert str(found) == "Nothing: same and two-roads say the same.\n"
    assert found.shared == 3


def test_a_difference_tells_what_is_added_taken_and_changed(scenario):
    found = aw.diff_agreements(scenario, "one-road", "two-roads")
    assert [term.name for term in found.added] == ["the-pass", "permission/notification_only"]
    assert found.taken == ()
    assert [change.after.name for change in found.changed] == ["open_road/river"]
    assert found.changed[0].lines == ("for: also civilians",)
    text = str(found)
    assert "  + Hill Road is open to aid convoys, at all hours, through Hill pass. [the-pass]" in text
    assert "It said: River Road is open to aid convoys, every day" in text
    assert "It says: River Road is open to aid convoys and civilians, every day" in text
    back = aw.diff_agreements(scenario, "two-roads", "one-road")
    assert [term.name for term in back.taken] == ["the-pass", "permission/notification_only"]
    assert back.changed[0].lines == ("for: no longer civilians",)


def test_a_difference_tells_fields_duties_and_times_in_words(scenario):
    changed = scenario.with_agreement(
        "changed",
        "two-roads",
        replace={
            "open_road/river/hours": "08:00-16:00",
            "open_road/river/trucks_per_day": "40",
            "open_road/river/obliges": ["crown"],
            "the-pass/after": "3 d",
            "permission/notification_only/deciders": ["league"],
        },
    )
    lines = {change.after.name: change.lines for change in aw.diff_agreements(changed, "two-roads", "changed").changed}
    assert lines["open_road/river"] == (
        "hours: 08:00-16:00 instead of 06:00-18:00",
        "trucks per day: 40, where nothing was said",
        "obliges: no longer The River League",
    )
    assert lines["the-pass"] == ("time: It begins 3 days after the agreement. instead of: It lasts as the agreement.",)
    assert lines["permission/notification_only"] == ("deciders: also The River League", "deciders: no longer The Crown")


def test_a_term_that_is_switched_off_is_taken_away(scenario):
    less = scenario.with_agreement("less", "two-roads", without=["the-pass"], effective_from="2016-06-20")
    found = aw.diff_agreements(less, "two-roads", "less")
    assert [term.name for term in found.taken] == ["the-pass"]
    assert "[the-pass] (switched off)" in str(found)
    assert found.general == ("It takes effect on 20 June 2016 instead of 15 June 2016, 12:00.",)
    assert not found.is_nothing


def test_a_term_with_another_name_is_the_same_term(scenario):
    road = {"open_road": {"road": "hill", "for": ["aid"]}, "cite": "treaty of the ferry, article 3"}
    named = scenario.with_agreement("named", "two-roads", without=["the-pass"], terms=[road])
    found = aw.diff_agreements(named, "two-roads", "named")
    assert (found.added, found.taken) == ((), ())
    assert [change.lines for change in found.changed] == [("named open_road/hill instead of the-pass",)]
    assert found.general == (
        "The terms that both have stand in another order: of two that speak of one thing the later one counts.",
    )


def test_hours_that_leave_no_time_to_come_back_are_noticed(scenario):
    """Lorries of the docks are back at the bridge 68 minutes after they leave at six, those to Tarnwick later."""
    early = scenario.with_agreement("early", "one-road", replace={"open_road/river/hours": "06:00-06:40"})
    (oldmere, tarnwick) = early.notes_on("early")
    assert oldmere == (
        "open_road/river/hours: 'open_road/river' leaves no time to serve Oldmere by it: even the first truck is back "
        "at Wend bridge at 07:08 at the earliest, and it shuts at 06:40"
    )
    assert "leaves no time to serve Tarnwick by it" in tarnwick
    later = scenario.with_agreement("later", "one-road", replace={"open_road/river/hours": "06:00-09:00"})
    assert later.notes_on("later") == []
    assert scenario.notes_on("one-road") == []


def test_hours_in_which_nobody_comes_are_noticed(scenario):
    night = scenario.with_agreement("night", "one-road", replace={"open_road/river/hours": "02:00-04:00"})
    assert "no truck comes to Harbour gate within its hours on the day it leaves" in night.notes_on("night")[0]


def test_notes_of_every_agreement_are_notes_of_the_scenario(scenario):
    late = scenario.with_agreement("late", "one-road", replace={"open_road/river/after": "100 d"})
    assert late.notes_on("late") == [
        "open_road/river/after: 'open_road/river' never holds: the period ends before it begins"
    ]
    assert set(late.notes_on("late")) <= set(late.notes)
    assert not [note for note in scenario.notes if "never holds" in note]
    assert "To be looked at:\n  - open_road/river/after" in late.describe("late")
    assert "To be looked at" not in scenario.describe("one-road")


def test_overlays_that_lie_at_another_time_or_never_are_noticed(overlaid):
    idle = [note for note in overlaid.notes if "no agreement lays it" in note]
    assert [note.partition(": ")[2] for note in idle] == [
        f"overlay '{name}' waits for an agreement, and no agreement lays it" for name in ("slide", "craters", "flood")
    ]
    assert idle[0].startswith("scenario.yaml:")
    laid = overlaid.with_agreement("laid", "one-road", terms=[laying("slide"), laying("craters"), laying("flood")])
    assert laid.notes_on("laid") == [
        "agreements/laid, term 1: 'apply_overlay/slide' lays overlay 'slide', whose own dates lie outside it"
    ]
    assert not [note for note in laid.notes if "no agreement lays it" in note]


def test_validate_shows_what_is_noticed(tiny, aidway):
    assert "note: agreements/" not in aidway("validate", tiny).out
    file = tiny / "agreements" / "one-road.yaml"
    file.write_text(file.read_text(encoding="utf-8") + "    after: 100 d\n", encoding="utf-8")
    called = aidway("validate", tiny)
    assert called.code == 0, "it is no fault"
    assert "note: agreements/one-road.yaml:8:5: 'open_road/river' never holds" in called.out


def test_describe_writes_documents(tiny, aidway, tmp_path):
    page = tmp_path / "page.html"
    called = aidway("describe", tiny, "two-roads", "--format", "html", "--to", page)
    assert (called.code, called.out) == (0, f"{page}\n")
    assert page.read_text(encoding="utf-8") == aw.read_scenario(tiny).document("two-roads", "html")
    printed = aidway("describe", tiny, "two-roads", "--format", "markdown").out
    assert printed == aw.read_scenario(tiny).document("two-roads")
    assert aidway("describe", tiny, "--format", "html").code == 2
    assert aidway("describe", tiny, "two-roads", "--format", "pdf").code == 2
    assert aidway("describe", tiny, "two-roads", "--to", tmp_path / "no" / "page.md").code == 3


def test_diff_prints_what_differs(tiny, aidway, tmp_path):
    called = aidway("diff", tiny, "one-road", "two-roads")
    assert called.code == 0
    assert called.out == str(aw.diff_agreements(aw.read_scenario(tiny), "one-road", "two-roads"))
    same = aidway("diff", tiny, "one-road", "one-road")
    assert (same.code, same.out) == (0, "Nothing: one-road and one-road say the same.\n")
    unknown = aidway("diff", tiny, "one-road", "two-road")
    assert unknown.code == 2
    assert "did you mean 'two-roads'" in unknown.err
    assert aidway("diff", tiny, "one-road").code == 2


def test_diff_takes_an_agreement_from_a_file(tiny, aidway, tmp_path):
    asked = tmp_path / "less.json"
    asked.write_text(json.dumps({"name": "less", "base": "two-roads", "without": ["the-pass"]}), encoding="utf-8")
    by_file = aidway("diff", tiny, "two-roads", "less", "--with-agreement", f"@{asked}")
    by_text = aidway("diff", tiny, "two-roads", "less", "--with-agreement", asked.read_text(encoding="utf-8"))
    assert by_file == by_text
    assert "Taken away:" in by_file.out
    assert aidway("diff", tiny, "two-roads", "less", "--with-agreement", f"@{tmp_path}/none.json").code == 3
