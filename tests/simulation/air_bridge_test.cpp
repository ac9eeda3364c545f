// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "support/air_scenario.hpp"

namespace aidway {
namespace {

using test::agreement_from;
using test::air_bridge;
using test::airy;
using test::food_by_road;
using test::food_ended;
using test::of_kind;
using test::operation;

/// Road a passes by clearance, and the depot at its end has no food.
test::SmallScenario empty_depot() {
    auto small = airy();
    small.aid_at_a = Access::by_clearance;
    small.record.depots.find("north")->stock.add("food", {});
    return small;
}

TEST(AirBridge, FillsADepotFromWhichConvoysGoOn) {
    const auto small = empty_depot();
    EXPECT_EQ(food_by_road(test::run_alone(small), EventKind::delivered), Mass{});
    const auto log = test::run_under(small, agreement_from(0, "lift", {air_bridge("north")}), Arm::as_kept);
    EXPECT_EQ(test::mass_of(log, EventKind::depot_filled), Mass::tonnes(10) * 60);
    const Mass delivered = food_by_road(log, EventKind::delivered);
    EXPECT_GT(delivered, Mass::tonnes(200));
    EXPECT_EQ(test::food_by_air(log, EventKind::delivered), Mass{}) << "what it landed counts as gone by road";
    for (const auto& flown : of_kind(log, EventKind::flown)) EXPECT_EQ(flown.at_s % 86'400, 10 * 3600);
}

TEST(AirBridge, NeverHasConvoysCarryMoreThanHasLanded) {
    auto small = empty_depot();
    small.make_chancy();
    operation(small, "lift").flyable = Probability(0.4);
    const auto model = test::model_of(small, {agreement_from(3.5, "lift", {air_bridge("north")})});
    for (std::uint32_t r = 0; r < 200; ++r) {
        Mass there;
        for (const auto& event : test::log_of(model, {7, r}, 0, Arm::as_kept)) {
            if (event.goods != 0) continue;
            if (event.kind == EventKind::depot_filled || event.kind == EventKind::returned) there += event.mass;
            if (event.kind == EventKind::loaded) there -= event.mass;
            ASSERT_GE(there, Mass{});
        }
    }
}

TEST(AirBridge, SaysWhyItDidNotFly) {
    auto small = empty_depot();
    operation(small, "lift").flyable = Probability(0);
    const auto log = test::run_under(small, agreement_from(0, "lift", {air_bridge("north")}), Arm::as_kept);
    const auto stayed = test::where(log, [](const Event& e) { return e.reason == Reason::weather; });
    EXPECT_EQ(stayed.size(), 60U);
    EXPECT_GT(food_ended(log, Reason::no_stock), Mass{}) << "to the plan it is an empty depot";
}

TEST(AirBridge, BringsWhatTheDepotCountsInProportionToNeed) {
    auto small = empty_depot();
    small.record.depots.find("north")->stock.add("medicine", {});
    operation(small, "lift").goods.clear();
    const auto log = test::run_under(small, agreement_from(0, "lift", {air_bridge("north")}), Arm::as_kept);
    const auto of_goods = [&](std::uint16_t goods) {
        return test::mass_of(test::where(log, [&](const Event& e) { return e.goods == goods; }),
                             EventKind::depot_filled)
            .kilograms();
    };
    EXPECT_NEAR(of_goods(0), 600'000.0 * 555 / 556, 1e-3);
    EXPECT_NEAR(of_goods(1), 600'000.0 / 556, 1e-3);
}

}  // namespace
}  // namespace aidway
