// SPDX-License-Identifier: Apache-2.0
// Every reason for which aid does not arrive, forced one at a time.
#include <gtest/gtest.h>

#include "support/run_model.hpp"

namespace aidway {
namespace {

/// One cycle, one fleet; everything would arrive.
test::SmallScenario one_month() {
    test::SmallScenario small;
    small.days = 30;
    small.without_south_fleet();
    return small;
}

constexpr Mass month_of_food = Mass::grams(10'000LL * 555 * 30);
constexpr Mass month_of_medicine = Mass::grams(10'000LL * 1 * 30);

void expect_all_ended(const test::SmallScenario& small, Reason reason) {
    const auto log = test::run_alone(small);
    EXPECT_EQ(test::mass_of(log, EventKind::ended, reason), month_of_food + month_of_medicine) << name_of(reason);
    EXPECT_EQ(test::mass_of(log, EventKind::delivered), Mass{});
    EXPECT_TRUE(test::of_kind(log, EventKind::convoy_departed).empty());
    const auto mornings = test::of_kind(log, EventKind::no_go);
    ASSERT_EQ(mornings.size(), 30U);
    EXPECT_EQ(mornings.back().reason, reason);
}

TEST(Reasons, WithNothingInTheWayEverythingPlannedIsDelivered) {
    const auto log = test::run_alone(one_month());
    EXPECT_EQ(test::mass_of(log, EventKind::planned), month_of_food + month_of_medicine);
    EXPECT_EQ(test::mass_of(log, EventKind::delivered), month_of_food + month_of_medicine);
    EXPECT_EQ(test::mass_of(log, EventKind::ended), Mass{});
}

TEST(Reasons, ARefusalEndsThePlan) {
    auto small = one_month();
    small.record.permission.answers = {};
    expect_all_ended(small, Reason::refused);
}

TEST(Reasons, SilenceEndsThePlan) {
    auto small = one_month();
    small.record.permission.answers = {Probability(0), Probability(0), Probability(1)};
    expect_all_ended(small, Reason::silent);
}

TEST(Reasons, ALetterThatNeverComesEndsThePlan) {
    auto small = one_month();
    small.record.permission.letter.daily_chance = Probability(0);
    expect_all_ended(small, Reason::letter_never_came);
}

TEST(Reasons, WithoutAnOpenRoadAClearanceIsWorthNothing) {
    auto small = one_month();
    small.aid_at_a = Access::closed;
    expect_all_ended(small, Reason::no_open_road);
}

TEST(Reasons, ASecurityGuaranteeWithheldEveryMorningStopsEveryConvoy) {
    auto small = one_month();
    small.record.permission.security_withheld = Probability(1);
    expect_all_ended(small, Reason::security);
}

TEST(Reasons, WithoutTrucksNothingIsAskedFor) {
    auto small = one_month();
    small.record.fleets.find("north")->trucks = {0};
    expect_all_ended(small, Reason::never_planned);
    small = one_month();
    small.record.fleets.find("north")->convoys_per_week = {0};
    expect_all_ended(small, Reason::never_planned);
}

TEST(Reasons, NothingLeavesThatCouldNotBeBackInTime) {
    // There and back are two hours, the gate six minutes, the bay twenty.
    auto small = one_month();
    small.record.movement.crew = std::chrono::minutes{2 * 60 + 6 + 20};
    EXPECT_GT(test::mass_of(test::run_alone(small), EventKind::delivered), Mass{});
    small.record.movement.crew -= Duration{1};
    expect_all_ended(small, Reason::no_time);
}

TEST(Reasons, PermissionIsAskedFirstAndTheGateLast) {
    auto small = one_month();
    small.record.permission.answers = {};
    small.aid_at_a = Access::closed;
    expect_all_ended(small, Reason::refused);
}

TEST(Reasons, APartialAnswerLeavesTheRestNotGranted) {
    auto small = one_month();
    small.record.permission.answers = {Probability(0), Probability(1), Probability(0)};
    small.record.permission.part_people = Chance<Probability>::certain(0.5);
    const auto log = test::run_alone(small);
    const Mass half = Mass::ticks((month_of_food + month_of_medicine).ticks() / 2);
    EXPECT_EQ(test::mass_of(log, EventKind::delivered), half);
    EXPECT_EQ(test::mass_of(log, EventKind::ended, Reason::not_granted), half);
    EXPECT_EQ(test::of_kind(log, EventKind::answered_part).at(0).count, 5'000);
}

TEST(Reasons, GoodsStruckOutOfAnAnswerAreNotGranted) {
    auto small = one_month();
    small.record.permission.answers = {Probability(0), Probability(1), Probability(0)};
    small.record.permission.part_people = Chance<Probability>::certain(1);
    small.record.goods.find("medicine")->struck_out = Probability(1);
    const auto log = test::run_alone(small);
    EXPECT_EQ(test::mass_of(log, EventKind::delivered), month_of_food);
    EXPECT_EQ(test::mass_of(log, EventKind::ended, Reason::not_granted), month_of_medicine);
}

TEST(Reasons, ConvoysTurnedBackBringEverythingHome) {
    auto small = one_month();
    small.record.turn_back.not_kept = Probability(1);
    const auto log = test::run_alone(small);
    EXPECT_EQ(test::mass_of(log, EventKind::delivered), Mass{});
    EXPECT_GT(test::mass_of(log, EventKind::loaded), Mass{});
    EXPECT_EQ(test::mass_of(log, EventKind::returned, Reason::turned_back), test::mass_of(log, EventKind::loaded));
    EXPECT_GT(test::mass_of(log, EventKind::ended, Reason::turned_back) +
                  test::mass_of(log, EventKind::ended, Reason::no_trucks),
              Mass{});
}

TEST(Reasons, AShareOfEachClassIsRemovedAtTheGate) {
    auto small = one_month();
    small.record.goods.find("medicine")->removed = {Probability(1), Chance<Probability>::certain(0.25)};
    const auto log = test::run_alone(small);
    for (const auto& removed : test::of_kind(log, EventKind::removed)) {
        const auto loaded = test::where(log, [&](const Event& e) {
            return e.kind == EventKind::loaded && e.number == removed.number && e.goods == removed.goods;
        });
        ASSERT_EQ(loaded.size(), 1U);
        EXPECT_EQ(removed.goods, 1);
        EXPECT_EQ(removed.reason, Reason::removed);
        EXPECT_NEAR(removed.mass.kilograms(), loaded[0].mass.kilograms() / 4, 0.001);
    }
    EXPECT_EQ(test::of_kind(log, EventKind::removed).size(), test::of_kind(log, EventKind::convoy_departed).size());
    EXPECT_EQ(test::mass_of(log, EventKind::delivered) + test::mass_of(log, EventKind::removed),
              month_of_food + month_of_medicine);
}

}  // namespace
}  // namespace aidway
