// SPDX-License-Identifier: Apache-2.0
#include "simulation/processes/queueing.hpp"

#include <gtest/gtest.h>

#include <random>

namespace aidway {
namespace {

constexpr std::int64_t hour = 3'600, minute = 60;

Service gate(std::int64_t lanes, std::int64_t each_s) { return {lanes, each_s, 0, 24 * hour, 5 * hour}; }

TEST(Queue, FortyFiveTrucksAtSixMinutesNeedFourAndAHalfHours) {
    Station station;
    const auto served = serve({10 * hour, 0, 45}, gate(1, 6 * minute), station);
    EXPECT_EQ(served.trucks, 45);
    EXPECT_EQ(served.first_done_s, 10 * hour + 6 * minute);
    EXPECT_EQ(served.last_done_s, 10 * hour + 270 * minute);
    EXPECT_EQ(served.why_not_all, Reason::none);
}

TEST(Queue, AtTwelveMinutesOnly26StartWithinFiveHours) {
    // Truck k waits 12 (k - 1) minutes: the 26th exactly 300, the 27th 312.
    Station station;
    const auto served = serve({0, 0, 45}, gate(1, 12 * minute), station);
    EXPECT_EQ(served.trucks, 26);
    EXPECT_EQ(served.why_not_all, Reason::waited_too_long);
}

TEST(Queue, LanesShareTheWork) {
    Station station;
    const auto served = serve({0, 0, 7}, gate(3, 10 * minute), station);
    EXPECT_EQ(served.trucks, 7);
    EXPECT_EQ(served.last_done_s, 30 * minute);  // three rounds: 3 + 3 + 1
    EXPECT_EQ(station.free_at_s[0], 30 * minute);
    EXPECT_EQ(station.free_at_s[1], 20 * minute);
    EXPECT_EQ(station.free_at_s[2], 20 * minute);
}

TEST(Queue, WhoComesLaterWaitsForWhoWasThereBefore) {
    Station station;
    (void)serve({0, 0, 10}, gate(1, 6 * minute), station);
    const auto second = serve({30 * minute, 0, 2}, gate(1, 6 * minute), station);
    EXPECT_EQ(second.first_done_s, 66 * minute);
    EXPECT_EQ(second.last_done_s, 72 * minute);
}

TEST(Queue, TrucksThatFollowEachOtherSlowerThanServiceDoNotWait) {
    // One truck each ten minutes, served in six: deterministic and below capacity, so nobody queues.
    Station station;
    auto service = gate(1, 6 * minute);
    service.wait_limit_s = 0;
    const auto served = serve({0, 90 * minute, 10}, service, station);
    EXPECT_EQ(served.trucks, 10);
    EXPECT_EQ(served.last_done_s, 96 * minute);
}

TEST(Queue, TruckOfManyComesAtItsShareOfTheSpreadInWholeSeconds) {
    std::mt19937 random(11);
    for (int round = 0; round < 200; ++round) {
        const auto trucks = 2 + static_cast<std::int64_t>(random() % 60);
        const auto spread_s = static_cast<std::int64_t>(random() % 5'000);
        const auto until_s = static_cast<std::int64_t>(random() % 5'000);
        std::int64_t in_time = 0;
        for (std::int64_t i = 0; i < trucks; ++i) in_time += spread_s * i / (trucks - 1) <= until_s ? 1 : 0;
        Station station;
        const Service at_once{1, 0, 0, until_s, 0};
        EXPECT_EQ(serve({0, spread_s, trucks}, at_once, station).trucks, in_time)
            << trucks << " trucks within " << spread_s << " s, until " << until_s << " s";
    }
}

TEST(Queue, TrucksThatFollowEachOtherFasterThanServiceWaitLongerAndLonger) {
    // One each five minutes, served in six: truck k waits k - 1 minutes.
    Station station;
    auto service = gate(1, 6 * minute);
    service.wait_limit_s = 3 * minute;
    const auto served = serve({0, 45 * minute, 10}, service, station);
    EXPECT_EQ(served.trucks, 4);
    EXPECT_EQ(served.why_not_all, Reason::waited_too_long);
}

TEST(Queue, NothingBeginsBeforeOpeningNorEndsAfterClosing) {
    Station station;
    Service service{1, 10 * minute, 9 * hour, 10 * hour, 5 * hour};
    const auto served = serve({8 * hour, 0, 45}, service, station);
    EXPECT_EQ(served.first_done_s, 9 * hour + 10 * minute);
    EXPECT_EQ(served.trucks, 6);
    EXPECT_EQ(served.last_done_s, 10 * hour);
    EXPECT_EQ(served.why_not_all, Reason::no_time);
}

TEST(Queue, WaitingIsTheReasonWhereBothWouldBe) {
    Station station;
    Service service{1, 10 * minute, 9 * hour, 9 * hour + 5 * minute, 30 * minute};
    const auto served = serve({8 * hour, 0, 3}, service, station);
    EXPECT_EQ(served.trucks, 0);
    EXPECT_EQ(served.why_not_all, Reason::waited_too_long);
}

TEST(Queue, WithoutInspectionTrucksPassAsTheyCome) {
    Station station;
    const auto served = serve({hour, 20 * minute, 5}, gate(1, 0), station);
    EXPECT_EQ(served.trucks, 5);
    EXPECT_EQ(served.first_done_s, hour);
    EXPECT_EQ(served.last_done_s, hour + 20 * minute);
}

}  // namespace
}  // namespace aidway
