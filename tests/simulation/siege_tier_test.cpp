// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "support/run_model.hpp"

namespace aidway {
namespace {

double informal_of(const test::SmallScenario& small) {
    const auto scenario = small.build();
    return parameters_of(*scenario, scenario->record()).enclaves[0].informal;
}

test::SmallScenario by_tier(std::int64_t tier) {
    test::SmallScenario small;
    small.record.food.informal_by_tier = {Probability(0.05), Probability(0.15), Probability(0.5)};
    small.record.enclaves.find("one")->informal.reset();
    small.record.enclaves.find("one")->siege_tier = {tier};
    return small;
}

TEST(SiegeTier, GivesTheInformalInflowThatAnEnclaveDoesNotState) {
    EXPECT_EQ(informal_of(by_tier(1)), 0.05);
    EXPECT_EQ(informal_of(by_tier(2)), 0.15);
    EXPECT_EQ(informal_of(by_tier(3)), 0.5);
    auto stated = by_tier(3);
    stated.record.enclaves.find("one")->informal = Probability(0.02);
    EXPECT_EQ(informal_of(stated), 0.02) << "what is stated goes before the tier";
}

TEST(SiegeTier, MayBeUncertain) {
    auto small = by_tier(2);
    small.add_uncertain("food/informal_by_tier/tier_2", {LawKind::uniform, {0.05, 0.25}});
    const auto model = test::model_of(small, {test::agreement_from(0, "none", {})}, {1, {}});
    std::int64_t least = 5'550'000;
    std::int64_t most = 0;
    Runner runner(model);
    for (std::uint32_t point = 0; point < 64; ++point) {
        const auto log = runner.run({4, point}, 0, Arm::as_kept);
        const auto inflow = test::of_kind({log.begin(), log.end()}, EventKind::informal_inflow);
        ASSERT_FALSE(inflow.empty());
        const auto rate = inflow[0].mass.ticks() / inflow[0].count;
        least = std::min(least, rate);
        most = std::max(most, rate);
    }
    // The ends of the law, of 5.55 t a day, to within what 64 points leave open.
    EXPECT_NEAR(static_cast<double>(least), 277'500, 50'000);
    EXPECT_NEAR(static_cast<double>(most), 1'387'500, 50'000);
    EXPECT_GE(least, 277'500);
    EXPECT_LE(most, 1'387'500);
}

TEST(SiegeTier, ATighterSiegeLetsFewerRationsIn) {
    Mass before;
    for (const std::int64_t tier : {1, 2, 3}) {
        const auto eaten = test::mass_of(test::run_alone(by_tier(tier)), EventKind::informal_inflow);
        EXPECT_GT(eaten, before) << tier;
        before = eaten;
    }
}

}  // namespace
}  // namespace aidway
