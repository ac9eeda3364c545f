// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <set>

#include "simulation/study.hpp"
#include "support/run_model.hpp"

namespace aidway {
namespace {

Model two_agreements(double day) {
    test::SmallScenario small;
    small.days = 31;
    small.add_second_community();
    small.make_chancy();
    return Model(small.build(),
                 {test::agreement_from(day, "none", {}), test::agreement_from(day, "a", {test::open_road("a")})}, {});
}

TEST(TallyLayout, HasACellForEveryCommunityWeekAndReason) {
    const auto model = two_agreements(10);
    const TallyLayout layout(model);
    EXPECT_EQ(layout.variants(), 4U);
    EXPECT_EQ(layout.communities(), 2U);
    EXPECT_EQ(layout.weeks(), 3U);  // 21 days
    EXPECT_EQ(TallyLayout(two_agreements(9.99)).weeks(), 4U);
    EXPECT_EQ(TallyLayout(two_agreements(-3)).weeks(), 5U) << "from the first day: 31 days";
    EXPECT_EQ(layout.outcome("weekly_coverage").cells, 6U);
    EXPECT_EQ(layout.outcome("unmet_rations").cells, 2U);
    EXPECT_EQ(layout.outcome("obligations_kept").cells, 2U) << "one per party";
    EXPECT_EQ(layout.outcome("reasons").cells, 2U * reasons);
    EXPECT_EQ(layout.outcome("need_waterfall").cells, 2U * reasons);
    EXPECT_EQ(layout.outcome("funnel").cells, 2U * stages * stage_measures);
}

TEST(TallyLayout, GivesEveryOutcomeItsOwnCellsAndName) {
    const auto model = two_agreements(10);
    const TallyLayout layout(model);
    std::set<std::string_view> names;
    std::array<std::size_t, outcome_shapes> next{};
    for (const auto& outcome : layout.outcomes()) {
        auto& first = next.at(static_cast<std::size_t>(outcome.info.shape));
        EXPECT_EQ(outcome.first, first) << outcome.info.name;
        first += outcome.cells;
        EXPECT_TRUE(names.insert(outcome.info.name).second) << outcome.info.name;
        EXPECT_FALSE(outcome.info.doc.empty()) << outcome.info.name;
        EXPECT_FALSE(outcome.info.unit.empty()) << outcome.info.name;
    }
    for (const auto shape : {OutcomeShape::community, OutcomeShape::scenario, OutcomeShape::community_week,
                             OutcomeShape::community_reason, OutcomeShape::community_stage, OutcomeShape::party}) {
        EXPECT_EQ(next.at(static_cast<std::size_t>(shape)), layout.cells(shape)) << name_of(shape);
    }
    EXPECT_EQ(layout.scalar_cells(), next[0] + next[1] + next[5]) << "communities, the scenario and parties";
    EXPECT_EQ(layout.part_cells(), next[3] + next[4]) << "reasons and stages";
}

TEST(TallyLayout, LeavesOutWhatTheScenarioHasNoGroundsFor) {
    test::SmallScenario small;
    const std::vector<DatedAgreement> none{test::agreement_from(10, "none", {})};
    const auto plain = test::model_of(small, none);
    small.record.price.emplace();
    small.record.violence.emplace();
    const auto with_both = test::model_of(small, none);
    for (const std::string name : {"price_mean", "weekly_price", "incidents", "breaches"}) {
        EXPECT_GT(TallyLayout(with_both).outcome(name).cells, 0U) << name;
        EXPECT_THROW((void)TallyLayout(plain).outcome(name), std::invalid_argument) << name;
    }
    EXPECT_EQ(TallyLayout(with_both).outcome("incidents").cells, 1U);
    try {
        (void)TallyLayout(plain).outcome("price_mean");
        FAIL();
    } catch (const std::invalid_argument& fault) {
        EXPECT_STREQ(fault.what(), "there is no outcome 'price_mean' without `price` in the scenario");
    }
}

TEST(TallyLayout, GivesTheScenariosCellsAPlaceBehindTheCommunities) {
    test::SmallScenario small;
    small.record.violence.emplace();
    const TallyLayout layout(test::model_of(small, {test::agreement_from(10, "none", {})}));
    EXPECT_EQ(layout.first_cell(layout.outcome("incidents")), layout.cells(OutcomeShape::community));
    EXPECT_EQ(layout.first_cell(layout.outcome("unmet_rations")), 0U);
}

TEST(TallyLayout, NamesTheNearestOutcome) {
    const auto model = two_agreements(10);
    const TallyLayout layout(model);
    try {
        (void)layout.outcome("unmet_ration");
        FAIL();
    } catch (const std::invalid_argument& fault) {
        EXPECT_STREQ(fault.what(), "no outcome 'unmet_ration'; did you mean 'unmet_rations'?");
    }
    EXPECT_EQ(layout.outcome("unmet_rations").info.better, Better::lower);
}

TEST(TallyLayout, RefusesAgreementsThatBeginAfterTheEnd) {
    EXPECT_THROW(TallyLayout(two_agreements(31)), std::invalid_argument);
    EXPECT_NO_THROW(TallyLayout(two_agreements(30.99)));
}

Tally run(const Model& model, std::uint32_t first, std::uint32_t count) {
    const TallyLayout layout(model);
    BlockRunner runner(model, layout);
    Tally tally;
    EXPECT_TRUE(runner.run(3, first, count, tally, [] { return true; }));
    return tally;
}

TEST(Tally, HistogramsCountEveryReplicateOnceAndSumsAgreeWithThem) {
    const auto model = two_agreements(10);
    const TallyLayout layout(model);
    const auto tally = run(model, 0, 50);
    const auto rows = layout.cells(OutcomeShape::community_week) * layout.variants();
    ASSERT_EQ(tally.histogram.size(), rows * histogram_bins);
    for (std::size_t row = 0; row < rows; ++row) {
        const auto* bins = tally.histogram.data() + row * histogram_bins;
        EXPECT_EQ(std::accumulate(bins, bins + histogram_bins, std::int64_t{0}), 50);
        double low = 0;
        for (std::size_t bin = 0; bin < histogram_bins; ++bin) {
            low += static_cast<double>(bins[bin]) * static_cast<double>(bin) / static_cast<double>(histogram_bins);
        }
        EXPECT_GE(tally.weekly_sum[row], low - 1e-9);
        EXPECT_LE(tally.weekly_sum[row], low + 50.0 / static_cast<double>(histogram_bins) + 1e-9);
    }
}

TEST(Tally, JoinedBlocksAreTheWhole) {
    const auto model = two_agreements(10);
    const TallyLayout layout(model);
    const auto whole = run(model, 0, 40);
    const auto joined_in = [&](const std::vector<std::uint32_t>& order) {
        JoinedBlocks blocks(layout, 40, 15);
        for (const auto number : order) blocks.add(number, run(model, number * 15, number < 2 ? 15 : 10));
        return blocks.take();
    };
    const auto joined = joined_in({0, 1, 2});
    EXPECT_EQ(joined.replicates, 40U);
    EXPECT_EQ(joined.scalars, whole.scalars);
    EXPECT_EQ(joined.histogram, whole.histogram);
    EXPECT_EQ(joined.parts, whole.parts);
    EXPECT_EQ(joined_in({2, 0, 1}), joined);
    EXPECT_EQ(joined_in({1, 2, 0}), joined);
    EXPECT_GT(*std::max_element(whole.parts.begin(), whole.parts.end()), 0.0F);
}

TEST(Tally, JoinedBlocksEndBeforeTheFirstThatIsMissing) {
    const auto model = two_agreements(10);
    const TallyLayout layout(model);
    const auto begun = run(model, 0, 15);
    JoinedBlocks blocks(layout, 40, 15);
    blocks.add(2, run(model, 30, 10));
    blocks.add(0, begun);
    EXPECT_EQ(blocks.take(), begun);
    JoinedBlocks none(layout, 40, 15);
    none.add(1, run(model, 15, 15));
    EXPECT_EQ(none.take().replicates, 0U);
}

TEST(Tally, PartsOfThePlanAddUpToWhatWasPlannedInEveryReplicate) {
    const auto model = two_agreements(10);
    const TallyLayout layout(model);
    const auto tally = run(model, 0, 40);
    const auto& funnel = layout.outcome("funnel");
    const auto& ended = layout.outcome("reasons");
    const auto at = [&](std::size_t cell, std::size_t variant, std::uint32_t replicate) {
        return static_cast<double>(tally.parts[(cell * layout.variants() + variant) * tally.replicates + replicate]);
    };
    const auto requested = static_cast<std::size_t>(Stage::requested) * stage_measures;
    const auto in_rations = static_cast<std::size_t>(StageMeasure::rations);
    for (std::size_t v = 0; v < layout.variants(); ++v) {
        for (std::uint32_t r = 0; r < tally.replicates; ++r) {
            double total = 0;
            for (std::size_t k = 0; k < reasons; ++k) total += at(layout.first_cell(ended) + k, v, r);
            const double planned = at(layout.first_cell(funnel) + requested + in_rations, v, r);
            EXPECT_GT(planned, 0);
            EXPECT_NEAR(total, planned, 1e-5 * planned) << "kept to seven digits";
        }
    }
}

TEST(Tally, BinsAndMeansOfPricesAreGeometric) {
    test::SmallScenario small;
    small.days = 21;
    small.record.price = PriceRecord{1.0, Probability(0.01), Probability(1.0)};
    small.record.enclaves.find("one")->informal = Probability(0.1);
    const auto model = test::model_of(small, {test::agreement_from(0, "none", {})});
    const TallyLayout layout(model);
    const auto tally = run(model, 0, 10);
    // A tenth of the inflow before the siege: ten times the price, halfway from 0.1 to 1,000.
    const auto& outcome = layout.outcome("weekly_price");
    const std::size_t row = outcome.first * layout.variants();
    EXPECT_NEAR(tally.weekly_sum[row] / 10, std::log(10.0), 1e-12);
    EXPECT_EQ(tally.histogram[row * histogram_bins + histogram_bins / 2] +
                  tally.histogram[row * histogram_bins + histogram_bins / 2 - 1],
              10);
    EXPECT_NEAR(tally.scalars[layout.outcome("price_mean").first * layout.variants() * 10], 10, 1e-12);
}

TEST(Tally, ABlockThatIsGivenUpSaysSo) {
    const auto model = two_agreements(10);
    const TallyLayout layout(model);
    BlockRunner runner(model, layout);
    Tally tally;
    int seen = 0;
    EXPECT_FALSE(runner.run(3, 0, 40, tally, [&] { return ++seen < 5; }));
    EXPECT_EQ(seen, 5);
}

}  // namespace
}  // namespace aidway
