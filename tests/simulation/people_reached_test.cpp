// SPDX-License-Identifier: Apache-2.0
// A week's ration is 3.5 kg.
#include "simulation/outcomes/people_reached.hpp"

#include <gtest/gtest.h>

#include <utility>

#include "support/hand_log.hpp"

namespace aidway {
namespace {

using test::at;
using test::day;
using test::medicine;
using test::people;
using test::values;
using test::Values;

std::vector<Event> convoys(const std::vector<std::pair<std::int64_t, std::int64_t>>& announced_and_kg) {
    std::vector<Event> log;
    for (const auto& [announced, kg] : announced_and_kg) {
        const auto number = static_cast<std::uint16_t>(log.size());
        log.push_back(people(12 * day + number, EventKind::convoy_offloaded, 0, announced));
        log.back().number = number;
        log.push_back(at(12 * day + number, EventKind::delivered, 0, Mass::kilograms(9'999), medicine));
        log.back().number = number;
        log.push_back(at(12 * day + number, EventKind::delivered, 0, Mass::kilograms(kg)));
        log.back().number = number;
    }
    return log;
}

TEST(PeopleReached, LieBetweenTheBestConvoyAndAllOfThem) {
    const auto log = convoys({{300, 3'500}, {500, 700}});  // enough for 1,000 and 200
    EXPECT_EQ(values<PeopleReachedLow>(log), (Values{300, 0}));
    EXPECT_EQ(values<PeopleReachedHigh>(log), (Values{500, 0}));
}

TEST(PeopleReached, AreNeverMoreThanTheEntitled) {
    auto log = convoys({{5'000, 10'000}, {5'000, 10'000}});
    EXPECT_EQ(values<PeopleReachedLow>(log)[0], 1'000);
    EXPECT_EQ(values<PeopleReachedHigh>(log)[0], 1'000);
    log.insert(log.begin(), people(10 * day, EventKind::residents, 0, 800));
    EXPECT_EQ(values<PeopleReachedLow>(log)[0], 800);
}

TEST(PeopleReached, ByOneConvoyAreKnown) {
    const auto log = convoys({{700, 350}});
    EXPECT_EQ(values<PeopleReachedLow>(log), values<PeopleReachedHigh>(log));
    EXPECT_EQ(values<PeopleReachedLow>(log)[0], 100);
}

TEST(PeopleReached, WithoutFoodAreNone) {
    EXPECT_EQ(values<PeopleReachedHigh>({people(12 * day, EventKind::convoy_offloaded, 0, 900),
                                         at(12 * day, EventKind::delivered, 0, Mass::kilograms(5), medicine)})[0],
              0);
}

}  // namespace
}  // namespace aidway
