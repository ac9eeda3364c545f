// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include "simulation/processes/sortie.hpp"
#include "support/air_scenario.hpp"

namespace aidway {
namespace {

// Pallets of one drop share one chance that is Beta(2, 1): how many of 21 can be used is Beta-binomial.
constexpr double a = 2, b = 1;
constexpr std::int64_t pallets = 21;
constexpr int drops = 20'000;

AirOperationParameters scattering() {
    AirOperationParameters operation;
    operation.key = entity_key({"air operation", "test"});
    operation.usable = {LawKind::beta, {a, b}};
    operation.damaged = 0.2;
    operation.out_of_zone = 0.5;
    return operation;
}

Pallets fell(int number) {
    const auto operation = scattering();
    const Draw draw({2016, static_cast<std::uint32_t>(number)}, StreamId{28}, operation.key, 0);
    return draw_pallets(operation, pallets, draw);
}

// z below 4.5 in four tests: one false alarm in 30,000 seeds.
TEST(Pallets, ThatCanBeUsedAreBetaBinomial) {
    double sum = 0, squares = 0, fourth = 0;
    int none = 0;
    constexpr double n = pallets;
    constexpr double mean = n * a / (a + b);
    for (int i = 0; i < drops; ++i) {
        const auto usable = static_cast<double>(fell(i).usable);
        const double off = usable - mean;
        sum += off;
        squares += off * off;
        fourth += off * off * off * off;
        none += usable == 0 ? 1 : 0;
    }
    constexpr double variance = n * a * b * (a + b + n) / ((a + b) * (a + b) * (a + b + 1));
    const double found = squares / drops;
    EXPECT_LT(std::abs(sum / drops) / std::sqrt(variance / drops), 4.5);
    EXPECT_LT(std::abs(found - variance) / std::sqrt((fourth / drops - found * found) / drops), 4.5);
    // All 21 lost has chance B(2, 22)/B(2, 1) = 2/(22 x 23); were pallets independent it would be 1e-10.
    constexpr double all_lost = 2.0 / (22 * 23);
    EXPECT_LT(std::abs(none - drops * all_lost) / std::sqrt(drops * all_lost), 4.5);
    EXPECT_GT(none, 0);
}

TEST(Pallets, ThatCannotAreSharedOutOverWhatGoesWrong) {
    std::int64_t damaged = 0, out_of_zone = 0, rest = 0;
    for (int i = 0; i < drops; ++i) {
        const auto [usable, broken, out, lost] = fell(i);
        ASSERT_EQ(usable + broken + out + lost, pallets);
        ASSERT_GE(std::min(std::min(usable, broken), std::min(out, lost)), 0);
        damaged += broken;
        out_of_zone += out;
        rest += pallets - usable;
    }
    const auto z = [&](std::int64_t found, double share) {
        const auto all = static_cast<double>(rest);
        return std::abs(static_cast<double>(found) - all * share) / std::sqrt(all * share * (1 - share));
    };
    EXPECT_LT(z(damaged, 0.2), 4.5);
    EXPECT_LT(z(out_of_zone, 0.5), 4.5);
}

TEST(Pallets, AllArriveOrNoneWhereTheirChanceIsCertain) {
    auto operation = scattering();
    const Draw draw({1, 1}, StreamId{28}, operation.key, 0);
    operation.usable = Law::certain(1);
    EXPECT_EQ(draw_pallets(operation, pallets, draw).usable, pallets);
    operation.usable = Law::certain(0);
    operation.damaged = 1;
    operation.out_of_zone = 0;
    EXPECT_EQ(draw_pallets(operation, pallets, draw).damaged, pallets);
}

TEST(FlyingDays, AreBinomialAndSharedByARegion) {
    auto small = test::airy();
    auto& drops_of = test::operation(small, "drops");
    drops_of.sorties_per_day = {1};
    drops_of.load = Mass::tonnes(1);
    drops_of.flyable = Probability(0.7);
    test::operation(small, "lift").flyable = Probability(0.7);
    small.record.depots.find("north")->stock.add("food", {});
    const auto model =
        test::model_of(small, {test::agreement_from(0, "air", {test::air_drop({"one"}), test::air_bridge("north")})});
    Runner runner(model);
    double sum = 0, squares = 0;
    constexpr int replicates = 400;
    constexpr double days = 60, mean = days * 0.7, variance = days * 0.7 * 0.3;
    for (std::uint32_t r = 0; r < replicates; ++r) {
        std::array<std::vector<std::int64_t>, 2> flown;
        for (const auto& event : runner.run({8, r}, 0, Arm::as_kept)) {
            if (event.kind == EventKind::flown) flown.at(event.place).push_back(event.at_s / 86'400);
        }
        EXPECT_EQ(flown[0], flown[1]) << "one weather";
        const double off = static_cast<double>(flown[0].size()) - mean;
        sum += off;
        squares += off * off;
    }
    EXPECT_LT(std::abs(sum / replicates) / std::sqrt(variance / replicates), 4.5);
    // The variance of a sample's variance of nearly normal counts.
    EXPECT_LT(std::abs(squares / replicates - variance) / (variance * std::sqrt(2.0 / replicates)), 4.5);
}

}  // namespace
}  // namespace aidway
