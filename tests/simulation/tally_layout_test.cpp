// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

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
    EXPECT_EQ(layout.outcome("reasons").cells, 2U * reasons);
}

TEST(TallyLayout, GivesEveryOutcomeItsOwnCellsAndName) {
    const auto model = two_agreements(10);
    const TallyLayout layout(model);
    std::set<std::string_view> names;
    std::array<std::size_t, 3> next{};
    for (const auto& outcome : layout.outcomes()) {
        auto& first = next.at(static_cast<std::size_t>(outcome.info.shape));
        EXPECT_EQ(outcome.first, first) << outcome.info.name;
        first += outcome.cells;
        EXPECT_TRUE(names.insert(outcome.info.name).second) << outcome.info.name;
        EXPECT_FALSE(outcome.info.doc.empty()) << outcome.info.name;
        EXPECT_FALSE(outcome.info.unit.empty()) << outcome.info.name;
    }
    EXPECT_EQ(next[0], layout.cells(OutcomeShape::community));
    EXPECT_EQ(next[1], layout.cells(OutcomeShape::community_week));
    EXPECT_EQ(next[2], layout.cells(OutcomeShape::community_reason));
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
    const auto first = run(model, 0, 25);
    const auto rest = run(model, 25, 15);
    const auto joined = join(layout, {&first, &rest});
    EXPECT_EQ(joined.replicates, 40U);
    EXPECT_EQ(joined.scalars, whole.scalars);
    EXPECT_EQ(joined.histogram, whole.histogram);
    for (std::size_t i = 0; i < whole.reason_sum.size(); ++i) {
        EXPECT_NEAR(joined.reason_sum[i], whole.reason_sum[i], 1e-9 * (1 + whole.reason_sum[i]));
    }
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
