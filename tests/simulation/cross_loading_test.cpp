// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <cmath>

#include "support/run_model.hpp"

namespace aidway {
namespace {

using test::of_kind;

constexpr std::int64_t morning_s = 6 * 3600;

test::SmallScenario loading(Law days) {
    test::SmallScenario small;
    for (double& number : days.numbers) number *= 86'400;
    small.record.depots.find("north")->cross_loading = Chance<Duration>{days};
    return small;
}

std::int64_t first_day(const test::Log& log) {
    const auto departed = of_kind(log, EventKind::convoy_departed);
    return departed.empty() ? -1 : departed.front().at_s / 86'400;
}

TEST(CrossLoading, KeepsAConvoyForItsTimeFromTheClearance) {
    EXPECT_EQ(first_day(test::run_alone(test::SmallScenario())), 2) << "cleared at the beginning of day 2";
    EXPECT_EQ(first_day(test::run_alone(loading(Law::certain(0)))), 2);
    EXPECT_EQ(first_day(test::run_alone(loading(Law::certain(3)))), 5);
    EXPECT_EQ(first_day(test::run_alone(loading(Law::certain(3.5)))), 6) << "ready at noon of day 5";
    EXPECT_EQ(of_kind(test::run_alone(loading(Law::certain(3))), EventKind::convoy_departed).front().at_s % 86'400,
              morning_s);
}

TEST(CrossLoading, IsTheReasonOfWhatItKeptToTheEnd) {
    const auto log = test::run_alone(loading(Law::certain(40)));
    EXPECT_TRUE(of_kind(log, EventKind::convoy_departed).empty());
    EXPECT_EQ(test::mass_of(log, EventKind::ended, Reason::cross_loading), Mass::grams(556 * 10'000) * 60);
}

TEST(CrossLoading, TakesWhatIsFoundOnlyAtDepotsThatLoadOver) {
    auto small = loading(Law::certain(40));
    small.aid_at_b = Access::by_clearance;
    for (const auto& event : of_kind(test::run_alone(small), EventKind::convoy_departed)) EXPECT_EQ(event.fleet, 1);
}

TEST(CrossLoading, CountsFromTheBeginningOfThePlanWhereNobodyIsAsked) {
    auto small = loading(Law::certain(3));
    small.record.permission.procedure = Procedure::notification_only;
    const auto departed = of_kind(test::run_alone(small), EventKind::convoy_departed);
    EXPECT_EQ(departed.front().at_s / 86'400, 3) << "cleared when it was submitted";
    small.aid_at_a = Access::open;
    small.record.permission.procedure = Procedure::two_step;
    small.record.permission.answers.full = Probability(0);
    const auto open = of_kind(test::run_alone(small), EventKind::convoy_departed);
    EXPECT_EQ(open.front().at_s / 86'400, 3);
    const auto later = test::where(open, [](const Event& e) { return e.cycle == 1; });
    EXPECT_EQ(later.front().at_s / 86'400, 33) << "though submitted ten days before";
}

// The first morning at or after a time that is exponential-like: uniform over 0 to 4 days from the clearance at the
// start of day 2, so days 2 to 6; z below 4.5: one false alarm in 10^5 seeds.
TEST(CrossLoading, IsDrawnOncePerDepotPlaceAndPlan) {
    const auto model = test::model_of(loading({LawKind::uniform, {0, 4}}), {test::agreement_from(0, "none", {})});
    int on_day_two = 0;
    constexpr int replicates = 1'000;
    for (std::uint32_t r = 0; r < replicates; ++r) {
        const auto day = first_day(test::log_of(model, {5, r}, 0, Arm::as_kept));
        ASSERT_GE(day, 2);
        ASSERT_LE(day, 6);
        on_day_two += day == 2 ? 1 : 0;
    }
    constexpr double chance = 0.25 / 4;  // ready by six in the morning
    EXPECT_LT(std::abs(on_day_two - replicates * chance) / std::sqrt(replicates * chance * (1 - chance)), 4.5);
}

TEST(Crews, AreNeededForEachTruckThatIsAway) {
    test::SmallScenario small;
    small.record.fleets.find("north")->crews = Count{4};
    std::int64_t away = 0, most = 0;
    for (const auto& event : test::run_alone(small)) {
        if (event.kind == EventKind::convoy_departed) away += event.count;
        most = std::max(most, away);
        if (event.kind == EventKind::convoy_offloaded) away = 0;
    }
    EXPECT_EQ(most, 4);
    small.record.fleets.find("north")->crews = Count{0};
    const auto none = test::run_alone(small);
    EXPECT_TRUE(of_kind(none, EventKind::convoy_departed).empty());
    EXPECT_EQ(test::mass_of(none, EventKind::ended, Reason::no_trucks) +
                  test::mass_of(none, EventKind::ended, Reason::never_planned),
              Mass::grams(556 * 10'000) * 60);
    small.record.fleets.find("north")->crews = Count{20};
    EXPECT_EQ(test::run_alone(small), test::run_alone(test::SmallScenario())) << "one for each truck";
}

}  // namespace
}  // namespace aidway
