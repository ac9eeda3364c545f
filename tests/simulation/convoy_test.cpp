// SPDX-License-Identifier: Apache-2.0
// Convoys whose whole day is known by hand.
#include <gtest/gtest.h>

#include "simulation/processes/convoy_steps.hpp"
#include "support/run_model.hpp"

namespace aidway {
namespace {

using test::of_kind;

constexpr std::int64_t minute = 60, day_s = 86'400;

/// Cleared at once; a convoy leaves on the first morning at 06:00.
test::SmallScenario notified() {
    test::SmallScenario small;
    small.days = 30;
    small.without_south_fleet();
    small.record.permission.procedure = Procedure::notification_only;
    small.record.fleets.find("north")->convoys_per_week = {1};
    return small;
}

std::int64_t second_of(const test::Log& log, EventKind kind, std::size_t i = 0) {
    return of_kind(log, kind).at(i).at_s;
}

TEST(Convoy, KeepsTheTimetableWorkedOutByHand) {
    const auto log = test::run_alone(notified());
    const std::int64_t leaves = 6 * 60 * minute;
    EXPECT_EQ(second_of(log, EventKind::convoy_departed), leaves);
    EXPECT_EQ(second_of(log, EventKind::gate_passed), leaves + 2'400);
    // Ten trucks through one lane at six minutes: the last is through an hour after the first stood there; then
    // 1,200 s to town. There the trucks come six minutes apart to four bays of twenty minutes: nobody waits.
    EXPECT_EQ(second_of(log, EventKind::delivered), leaves + 2'400 + 60 * minute + 1'200 + 20 * minute);
    const auto offloaded = of_kind(log, EventKind::convoy_offloaded).at(0);
    EXPECT_EQ(offloaded.count, 10 * 950);
}

TEST(Convoy, GatesAndBaysWorkAtOnceNotOneAfterTheOther) {
    auto small = notified();
    small.record.communities.find("one")->bays = {1};
    const auto log = test::run_alone(small);
    // The first truck reaches the only bay at 06:00 + 2,400 s + 6 min + 1,200 s; ten trucks of twenty minutes follow.
    EXPECT_EQ(second_of(log, EventKind::delivered), 6 * 60 * minute + 2'400 + 6 * minute + 1'200 + 200 * minute);
}

TEST(Convoy, ATruckThatWouldWaitTooLongReturnsWithItsLoad) {
    auto small = notified();
    small.add_second_community();
    auto& fleet = *small.record.fleets.find("north");
    fleet.convoys_per_week = {2};
    small.record.gates.find("a")->inspection = std::chrono::minutes{30};
    small.record.movement.wait_limit = std::chrono::hours{2};
    const auto log = test::run_alone(small);
    const auto first_day = test::where(log, [](const Event& e) { return e.at_s < day_s; });
    // Both convoys of the morning send the five trucks a free gate would pass within the limit: 0, 30, ... 120 min.
    const auto departed = of_kind(first_day, EventKind::convoy_departed);
    ASSERT_EQ(departed.size(), 2U);
    EXPECT_EQ(departed[0].count, 5);
    EXPECT_EQ(departed[1].count, 5);
    // They stand there together: whoever is second would wait 150 minutes and more.
    const auto returned = of_kind(first_day, EventKind::trucks_returned);
    ASSERT_EQ(returned.size(), 1U);
    EXPECT_EQ(returned[0].count, 5);
    EXPECT_EQ(returned[0].reason, Reason::waited_too_long);
    EXPECT_EQ(returned[0].at_s, 6 * 60 * minute + 2'400);
    const auto home = of_kind(first_day, EventKind::returned);
    ASSERT_FALSE(home.empty());
    EXPECT_EQ(home[0].at_s, returned[0].at_s + 2'400);
    EXPECT_EQ(test::mass_of(first_day, EventKind::loaded),
              test::mass_of(first_day, EventKind::delivered) + test::mass_of(first_day, EventKind::returned));
}

TEST(Convoy, TrucksThatCannotBeBackInTimeAreNotSent) {
    auto small = notified();
    // 2 h driving, 6 min inspection, 20 min in a bay; 30 minutes more let five more trucks through the gate.
    small.record.movement.crew = std::chrono::minutes{120 + 6 + 20 + 30};
    const auto log = test::run_alone(small);
    EXPECT_EQ(of_kind(log, EventKind::convoy_departed).at(0).count, 6);
    EXPECT_TRUE(of_kind(log, EventKind::trucks_returned).empty()) << "what dispatchers reckon with is what happens";
}

TEST(Convoy, GoesNoMoreOftenThanAllowedAWeek) {
    auto small = notified();
    small.days = 28;
    small.record.fleets.find("north")->convoys_per_week = {2};
    std::array<int, 4> weeks{};
    for (const auto& convoy : of_kind(test::run_alone(small), EventKind::convoy_departed)) {
        ++weeks.at(static_cast<std::size_t>(convoy.at_s / (7 * day_s)));
    }
    EXPECT_EQ(weeks, (std::array<int, 4>{2, 2, 0, 0})) << "35 truckloads in convoys of ten";
}

TEST(Convoy, NoMoreTrucksAreAwayThanThereAre) {
    auto small = notified();
    small.make_chancy();
    small.add_second_community();
    auto& fleet = *small.record.fleets.find("north");
    fleet.trucks = {7};
    fleet.convoys_per_week = {100};
    for (std::uint32_t r = 0; r < 50; ++r) {
        std::int64_t sent = 0, day = -1;
        for (const auto& event : of_kind(test::run_alone(small, {9, r}), EventKind::convoy_departed)) {
            if (event.at_s / day_s != day) sent = 0;
            day = event.at_s / day_s;
            sent += event.count;
            EXPECT_LE(sent, 7) << "replicate " << r << " day " << day;
        }
    }
}

TEST(CarriedBy, IsAShareInWholeTicksHoweverLargeTheMass) {
    const Mass mass = Mass::ticks(1'000'000'000'000'000'007);
    for (const std::int64_t trucks : {1, 3, 7, 44}) {
        EXPECT_NEAR(carried_by(mass, trucks, 45).kilograms(), mass.kilograms() * static_cast<double>(trucks) / 45,
                    1e-2);
    }
    EXPECT_EQ(carried_by(mass, 45, 45), mass);
    EXPECT_EQ(carried_by(Mass::ticks(10), 1, 3), Mass::ticks(3));
}

}  // namespace
}  // namespace aidway
