// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "support/run_model.hpp"

namespace aidway {
namespace {

using test::mass_of;
using test::of_kind;

// 10,000 people need 166.5 t of food and 0.3 t of medicine in 30 days: 832.5 m3 and 1.7 m3, so 33.4 trucks of 25 m3.
constexpr double food_t = 166.5, medicine_t = 0.3;

/// A month, one depot, and nobody who objects; one truck a convoy, so many convoys a week.
test::SmallScenario with_convoys(std::int64_t a_week) {
    test::SmallScenario small;
    small.days = 30;
    small.without_south_fleet();
    auto& fleet = *small.record.fleets.find("north");
    fleet.convoy_trucks = {1};
    fleet.convoys_per_week = {a_week};
    return small;
}

Mass asked(const test::Log& log, std::uint16_t goods) {
    const auto of_goods = [goods](const Event& e) { return e.kind == EventKind::requested && e.goods == goods; };
    const auto found = test::where(log, of_goods);
    EXPECT_EQ(found.size(), 1U);
    return found.empty() ? Mass{} : found[0].mass;
}

TEST(PlanCeiling, IsNoneWhereFleetsCanBringAll) {
    test::SmallScenario small;
    small.days = 30;
    const auto log = test::run_alone(small);
    EXPECT_EQ(asked(log, 0), Mass::tonnes(166) + Mass::kilograms(500));
    EXPECT_EQ(asked(log, 1), Mass::kilograms(300));
    EXPECT_EQ(mass_of(log, EventKind::ended, Reason::never_planned), Mass{});
}

TEST(PlanCeiling, IsWhatTrucksCanCarryInTheMorningsOfTheCycle) {
    // 30 mornings lie in four weeks and two days: 2 + 2 + 2 + 2 + 2 trucks of the 34 that are needed.
    const auto log = test::run_alone(with_convoys(2));
    EXPECT_NEAR(asked(log, 0).kilograms(), food_t * 1'000 * 10 / 34, 0.001);
    EXPECT_NEAR(asked(log, 1).kilograms(), medicine_t * 1'000 * 10 / 34, 0.001);
}

TEST(PlanCeiling, OfARequestThatIsRefusedIsNeverPlannedAndNotRefused) {
    auto small = with_convoys(2);
    small.record.permission.answers = {};
    const auto log = test::run_alone(small);
    const Mass all = asked(log, 0) + asked(log, 1);
    EXPECT_EQ(mass_of(log, EventKind::ended, Reason::refused), all);
    EXPECT_EQ(mass_of(log, EventKind::ended, Reason::never_planned), mass_of(log, EventKind::planned) - all);
}

TEST(PlanCeiling, LetsAPartGrantWhatItsPeopleNeedAsFarAsThatIsAskedFor) {
    auto small = with_convoys(2);
    small.record.permission.answers = {Probability(0), Probability(1), Probability(0)};
    small.record.permission.part_people = Chance<Probability>::certain(0.1);
    const auto tenth = test::run_alone(small);
    EXPECT_NEAR(mass_of(tenth, EventKind::delivered).kilograms(), (food_t + medicine_t) * 100, 0.01);
    small.record.permission.part_people = Chance<Probability>::certain(0.9);
    const auto most = test::run_alone(small);
    const Mass can_go = asked(most, 0) + asked(most, 1);
    EXPECT_EQ(mass_of(most, EventKind::ended, Reason::never_planned), mass_of(most, EventKind::planned) - can_go);
    EXPECT_EQ(mass_of(most, EventKind::ended, Reason::not_granted), Mass{}) << "it grants more than can go";
}

TEST(PlanCeiling, CountsWhatDepotsHaveByTheEndOfTheCycle) {
    auto small = with_convoys(7);
    small.record.fleets.find("north")->convoy_trucks = {10};
    small.record.depots.find("north")->stock.add("food", {Mass::tonnes(20), Mass::tonnes(5), one_day * 7});
    // 5 t come in on days 7, 14, 21 and 28.
    EXPECT_EQ(asked(test::run_alone(small), 0), Mass::tonnes(40));
    small.record.depots.find("north")->stock.find("food")->first_after = one_day * 29;
    EXPECT_EQ(asked(test::run_alone(small), 0), Mass::tonnes(25)) << "on day 29, the last morning";
    small.record.depots.find("north")->stock.find("food")->first_after = one_day * 30;
    EXPECT_EQ(asked(test::run_alone(small), 0), Mass::tonnes(20));
}

TEST(PlanCeiling, IsLookedAtAnewWhenAnAgreementBegins) {
    const auto agreement = test::agreement_from(16, "quick", {test::permission_by(Procedure::notification_only)});
    auto small = with_convoys(2);
    small.record.permission.answers = {};
    const auto found = of_kind(test::run_under(small, agreement, Arm::as_signed), EventKind::requested);
    ASSERT_EQ(found.size(), 4U);
    EXPECT_EQ(found[2].at_s, test::seconds_of_days(16));
    // 14 mornings, five of the third week, seven, two: 6 trucks of the 16 that half a month needs.
    EXPECT_NEAR(found[2].mass.kilograms(), 5.55 * 14 * 1'000 * 6 / 16, 0.001);
}

TEST(Requests, SayTheRoomThatTheirGoodsTake) {
    test::SmallScenario small;
    small.days = 30;
    const auto found = of_kind(test::run_alone(small), EventKind::requested);
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(found[0].count, 832'500) << "litres, at 200 kg/m3";
    EXPECT_EQ(found[1].count, 1'714) << "litres, at 175 kg/m3";
}

}  // namespace
}  // namespace aidway
