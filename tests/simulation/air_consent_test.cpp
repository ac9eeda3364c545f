// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "support/air_scenario.hpp"

namespace aidway {
namespace {

using test::agreement_from;
using test::air_drop;
using test::airy;
using test::food_by_air;
using test::food_ended;
using test::of_kind;
using test::operation;

constexpr Mass ration = Mass::grams(555);

test::Log asked(const test::SmallScenario& small, Arm arm = Arm::as_kept, ReplicateKey key = {2016, 0}) {
    return test::run_under(small, agreement_from(0, "air", {air_drop({"one"}, AirConsent::asked)}), arm, key);
}

bool is_answer(const Event& e) { return e.kind >= EventKind::request_submitted && e.kind <= EventKind::cleared; }

TEST(AirConsent, IsAskedForEachPlanAndFlightsWaitForTheLetter) {
    const auto log = asked(airy(), Arm::as_signed);
    const auto requests =
        test::where(log, [](const Event& e) { return e.kind == EventKind::request_submitted && is_by_air(e); });
    ASSERT_EQ(requests.size(), 2U);
    EXPECT_EQ(requests[0].at_s, 0);
    EXPECT_EQ(requests[1].at_s, 20 * 86'400) << "ten days before the cycle, as for the road";
    // The answer comes after a day, the letter on the next.
    EXPECT_EQ(of_kind(log, EventKind::flown).at(0).at_s, 2 * 86'400 + 8 * 3600);
    EXPECT_EQ(food_by_air(log, EventKind::delivered), ration * 10'000 * 60);
}

// The answer to the first plan comes after a day: two of its 60 sorties were not answered yet.
TEST(AirConsent, GivesTheReasonWhyNothingFlew) {
    const double answered_kg = (ration * 10'000).kilograms() * (29 + 30);
    auto small = airy();
    small.record.permission.answers.full = Probability(0);
    EXPECT_NEAR(food_ended(asked(small), Reason::refused).kilograms(), answered_kg, 1e-3);
    EXPECT_EQ(food_ended(asked(small), Reason::refused) + food_ended(asked(small), Reason::silent),
              ration * 10'000 * 60);
    small.record.permission.answers.silent = Probability(1);
    EXPECT_EQ(food_ended(asked(small), Reason::silent), ration * 10'000 * 60);
    small.record.permission.answers = {Probability(1), Probability(0), Probability(0)};
    small.record.permission.letter.daily_chance = Probability(0);
    EXPECT_NEAR(food_ended(asked(small), Reason::letter_never_came).kilograms(), answered_kg, 1e-3);
    EXPECT_TRUE(of_kind(asked(small), EventKind::flown).empty());
}

TEST(AirConsent, InPartLetsSoMuchFly) {
    auto small = airy();
    small.record.permission.answers = {Probability(0), Probability(1), Probability(0)};
    small.record.permission.part_people = Chance<Probability>::certain(0.25);
    const auto log = asked(small, Arm::as_signed);
    const Mass quarter = Mass::grams(555 * 10'000 * 30 / 4) * 2;
    EXPECT_EQ(food_by_air(log, EventKind::delivered), quarter);
    const Mass not_granted = food_ended(log, Reason::not_granted);
    const Mass waited = food_ended(log, Reason::silent) + food_ended(log, Reason::letter_never_came);
    EXPECT_EQ(not_granted + waited, ration * 10'000 * 60 - quarter);
    EXPECT_GT(not_granted, waited * 10) << "two days of 60 were waited for";
}

TEST(AirConsent, IsNotNeededUnderNotification) {
    auto small = airy();
    small.record.permission.procedure = Procedure::notification_only;
    EXPECT_EQ(of_kind(asked(small, Arm::as_signed), EventKind::flown).at(0).at_s, 8 * 3600);
}

TEST(AirConsent, StandsApartFromThatForTheRoad) {
    auto small = airy();
    small.record.permission.procedure = Procedure::standing;
    const auto log = asked(small, Arm::as_signed);
    // The second plan is cleared when it is submitted, for the road and for the air.
    std::size_t at_once = 0;
    for (const auto& cleared : of_kind(log, EventKind::cleared)) at_once += cleared.at_s == 20 * 86'400 ? 1 : 0;
    EXPECT_EQ(at_once, 2U);
}

TEST(AirConsent, MovesNoDrawOfTheRoad) {
    auto small = airy();
    small.make_chancy();
    const auto model = test::model_of(
        small, {agreement_from(12, "none", {}), agreement_from(12, "air", {air_drop({"one"}, AirConsent::asked)})});
    const auto by_road = [](const Event& e) { return is_answer(e) && !is_by_air(e) && e.kind != EventKind::planned; };
    const auto by_air = [](const Event& e) { return is_answer(e) && is_by_air(e); };
    std::size_t asked_by_air = 0, alike = 0, different = 0;
    for (std::uint32_t r = 0; r < 100; ++r) {
        const auto none = test::log_of(model, {3, r}, 0, Arm::as_kept);
        const auto air = test::log_of(model, {3, r}, 1, Arm::as_kept);
        EXPECT_EQ(test::where(none, by_road), test::where(air, by_road)) << r;
        const auto flights = test::where(air, by_air);
        asked_by_air += flights.size();
        const auto refused = [](const test::Log& log) { return of_kind(log, EventKind::answered_refused).size(); };
        (refused(flights) == refused(test::where(air, by_road)) ? alike : different) += 1;
    }
    EXPECT_GT(asked_by_air, 100U);
    EXPECT_GT(alike, 0U);
    EXPECT_GT(different, 20U) << "the air draws its own answers";
}

TEST(AirConsent, IsDrawnByTheNameOfTheOperationNotItsPlace) {
    auto small = airy();
    small.make_chancy();
    auto other = small;
    const auto drops = operation(other, "drops");
    const auto lift = operation(other, "lift");
    other.record.air_operations.clear();
    other.record.air_operations.add("lift", lift);
    other.record.air_operations.add("drops", drops);
    for (std::uint32_t r = 0; r < 30; ++r) {
        const auto a = asked(small, Arm::as_kept, {4, r});
        const auto b = asked(other, Arm::as_kept, {4, r});
        EXPECT_EQ(test::mass_of(a, EventKind::delivered), test::mass_of(b, EventKind::delivered)) << r;
        EXPECT_EQ(of_kind(a, EventKind::flown).size(), of_kind(b, EventKind::flown).size()) << r;
    }
}

}  // namespace
}  // namespace aidway
