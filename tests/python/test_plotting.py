# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import re

import numpy as np
import pytest
from aidway import plotting, results
from aidway.errors import UnknownNameError
from aidway.figures import ARM_COLOURS, inline_svg
from aidway.histogram import quantiles
from synthetic_runs import AGREEMENTS, REPLICATES, synthetic_runs

EDGES = np.linspace(0.0, 1.0, 11)


@pytest.fixture(scope="module")
def runs(tmp_path_factory):
    return synthetic_runs("clear", tmp_path_factory.mktemp("layers"))


def words(picture) -> str:
    return " ".join(re.findall(r"<text[^>]*>([^<]*)<", picture.svg()))


def test_quantiles_of_one_full_bin_lie_inside_it():
    counts = np.zeros((1, 10), dtype=np.int64)
    counts[0, 3] = 100
    assert quantiles(counts, EDGES).ravel() == pytest.approx([0.31, 0.35, 0.39])


def test_quantiles_agree_with_the_replicates_to_a_bin():
    values = np.random.default_rng(7).beta(3, 2, 5000)
    counts = np.histogram(values, bins=EDGES)[0][np.newaxis, :]
    assert quantiles(counts, EDGES).ravel() == pytest.approx(np.quantile(values, [0.1, 0.5, 0.9]), abs=0.1)


def test_quantiles_of_a_week_without_replicates_are_not_a_number():
    assert np.isnan(quantiles(np.zeros((1, 10), dtype=np.int64), EDGES)).all()


def test_weeks_stand_side_by_side_on_one_scale(runs):
    picture = plotting.weekly(runs)
    assert [panel.get_title(loc="left") for panel in picture.axes] == [results.short_label(name) for name in AGREEMENTS]
    assert len({panel.get_ylim() for panel in picture.axes}) == 1


def test_one_arm_names_its_band(runs):
    told = words(plotting.weekly(runs, arm="as_kept", community="eastern-aleppo"))
    assert "as kept" in told
    assert "as signed" not in told
    assert "10 %" in told
    assert "90 %" in told


def test_arms_differ_in_line_and_colour(runs):
    panel = plotting.weekly(runs, agreements=["both-roads"]).axes[0]
    thick = [line for line in panel.lines if line.get_linewidth() > 2]
    assert {line.get_color() for line in thick} == set(ARM_COLOURS.values())
    assert {line.get_linestyle() for line in thick} == {"-", "--"}


@pytest.mark.parametrize(("key", "value"), [("arm", "as_keept"), ("community", "eastern-alepo")])
def test_refuses_an_unknown_name(runs, key, value):
    with pytest.raises(UnknownNameError, match="did you mean"):
        plotting.weekly(runs, **{key: value})


def test_ranges_print_what_the_summary_says(runs):
    table = runs.summary().query("outcome == 'coverage' and community == 'eastern-aleppo'")
    told = words(plotting.ranges(runs, community="eastern-aleppo"))
    for row in table.itertuples():
        assert f"{100 * row.mean:.0f} % {results.ARM_LABELS[row.arm]}" in told


def test_an_axis_names_the_outcome_and_its_unit(runs):
    assert "Stock left at the end (days)" in words(plotting.ranges(runs, "closing_stock"))
    assert "Share of need eaten" in words(plotting.ranges(runs))
    assert "Share of need eaten" not in words(plotting.ranges(runs, axis=False))
    assert "By week (index)" in words(plotting.weekly(runs, "weekly_price"))
    assert "By week (index)" not in words(plotting.weekly(runs, "weekly_price", axis=False))


def test_waterfall_bars_add_up_to_everything(runs):
    axes = plotting.reasons(runs, "both-roads").axes[0]
    assert sum(bar.get_width() for bar in axes.patches) == pytest.approx(100.0)


def test_waterfall_ends_with_what_was_delivered(runs):
    axes = plotting.reasons(runs, "both-roads").axes[0]
    rations = results.reason_rations(runs, "both-roads", "eastern-aleppo", "as_kept", outcome="need_waterfall")
    assert axes.get_yticklabels()[-1].get_text() == "delivered"
    assert axes.patches[-1].get_width() == pytest.approx(100 * rations["delivered"] / rations.sum())


def test_unknown_reasons_come_before_delivered():
    assert results.ordered_reasons(["delivered", "eaten_by_goats", "refused"]) == [
        "refused",
        "eaten_by_goats",
        "delivered",
    ]


def test_waterfall_of_need_hatches_what_no_convoy_was_asked_to_bring(runs):
    axes = plotting.reasons(runs, "break-the-siege").axes[0]
    told = {label.get_text(): bar for label, bar in zip(axes.get_yticklabels(), axes.patches, strict=True)}
    hatched = {name for name, bar in told.items() if bar.get_hatch()}
    assert hatched == {"met from stock, trade\nand local food", "of people who are away", "not asked for"}
    assert told["of people who are away"].get_width() == pytest.approx(20.0)


def test_waterfall_starts_from_the_plan_where_the_runs_know_no_need(tmp_path):
    older = synthetic_runs("clear", tmp_path, replicates=20, leave_out=("need_waterfall",))
    assert "planned" not in words(plotting.reasons(older, "both-roads"))


def test_ranges_print_the_displaced_beside_every_agreement(runs):
    told = words(plotting.ranges(runs, community="eastern-aleppo"))
    assert told.count("nobody displaced") == 4
    assert "5 million person-days displaced" in told.replace("\u00a0", " ")


def test_ranges_of_amounts_fit_their_axis(runs):
    axes = plotting.ranges(runs, "unmet_rations").axes[0]
    high = runs.summary().query("outcome == 'unmet_rations' and community == 'eastern-aleppo'")["high"].max()
    assert axes.get_xlim()[1] > high
    assert "17.5 million as kept" in words(axes.figure).replace("\u00a0", " ")


def test_prices_are_drawn_by_factors(runs):
    panel = plotting.weekly(runs, "weekly_price", agreements=["status-quo"]).axes[0]
    assert panel.get_yscale() == "log"
    assert "× 2" in [label.get_text() for label in panel.get_yticklabels()]


def test_funnel_narrows_from_everything_to_what_was_delivered(runs):
    axes = plotting.funnel(runs, "both-roads").axes[0]
    kept = [bar.get_width() for bar in axes.patches[6:]]
    assert kept[0] == 100.0
    assert kept == sorted(kept, reverse=True)
    rations = results.reason_rations(runs, "both-roads", "eastern-aleppo", "as_kept")
    assert kept[-1] == pytest.approx(100 * rations["delivered"] / rations.sum())


def test_a_place_without_rations_draws_an_empty_waterfall(runs):
    axes = plotting.reasons(runs, "both-roads", community="western-aleppo", outcome="reasons").axes[0]
    assert all(bar.get_width() == 0 for bar in axes.patches)


def test_same_runs_give_the_same_bytes(tmp_path, runs):
    again = synthetic_runs("clear", tmp_path, replicates=REPLICATES)
    assert plotting.weekly(runs).svg() == plotting.weekly(again).svg()
    assert plotting.reasons(runs, AGREEMENTS[2]).svg() == plotting.reasons(again, AGREEMENTS[2]).svg()


def test_inline_pictures_carry_words_and_identifiers_of_their_own(runs):
    svg = inline_svg(plotting.weekly(runs), key="one", title="A < B", description="what it shows")
    assert "<title" in svg
    assert "A &lt; B" in svg
    assert all(name.startswith("one-") for name in re.findall(r'\bid="([^"]+)"', svg))
    assert all(name.startswith("one-") for name in re.findall(r"(?:url\(#|href=\"#)([^)\"]+)", svg))


def test_readers_own_settings_stay_as_they_are(runs):
    import matplotlib as mpl

    with mpl.rc_context({"font.size": 23.0}):
        plotting.weekly(runs).svg()
        assert mpl.rcParams["font.size"] == 23.0


def test_runs_offer_their_pictures(runs):
    plots = plotting.Plots(runs)
    assert words(plots.weekly(arm="as_kept")) == words(plotting.weekly(runs, arm="as_kept"))
    assert words(plots.ranges()) == words(plotting.ranges(runs))
    assert words(plots.reasons("both-roads")) == words(plotting.reasons(runs, "both-roads"))
