// SPDX-License-Identifier: Apache-2.0
// Which climate weighs on the violence of which theatre. Climates stand still; nothing happens where they are closed.
#include <gtest/gtest.h>

#include <array>

#include "support/run_model.hpp"

namespace aidway {
namespace {

using test::of_kind;

constexpr std::size_t east = 0, west = 1;

IncidentSourceRecord strikes_in(const std::string& theatre) {
    IncidentSourceRecord source;
    source.party = "gov";
    source.kind = ViolenceKind::air_strikes;
    source.rate = Hazard(2);
    source.theatre = theatre;
    return source;
}

/// A place in each of two regions, each closed or open throughout by a coin of its own; strikes in two theatres.
test::SmallScenario two_regions(const std::string& first, const std::string& second) {
    test::SmallScenario small;
    small.add_second_community();
    small.record.communities.find("one")->region = "east";
    small.record.communities.find("two")->region = "west";
    auto& climate = small.record.climate.emplace();
    climate.closed.violence = 0;
    climate.open.violence = 1;
    climate.starts_closed = Probability(0.5);
    auto& violence = small.record.violence.emplace();
    for (const auto& theatre : {first, second}) {
        violence.by.add(theatre, strikes_in(theatre));
        violence.where.add(theatre, {test::small_place(-300), 1.0, Name(theatre)});
    }
    return small;
}

/// Per region whether it is open to gov, and how much happens in each theatre.
struct Seen {
    std::array<bool, 2> open{};
    std::array<std::size_t, 2> incidents{};
};

Seen seen_in(const test::SmallScenario& small, std::uint32_t replicate) {
    Seen seen;
    const auto log = test::run_alone(small, {91, replicate});
    for (const auto& e : of_kind(log, EventKind::climate_changed)) {
        if (e.place == 0) seen.open.at(e.number) = e.count == static_cast<int>(ClimateState::open);
    }
    for (const auto& e : of_kind(log, EventKind::incident)) ++seen.incidents.at(e.place);
    return seen;
}

TEST(ClimateOfATheatre, IsThatOfTheRegionOfItsName) {
    const auto small = two_regions("east", "west");
    int apart = 0;
    for (std::uint32_t r = 0; r < 20; ++r) {
        const auto seen = seen_in(small, r);
        for (const auto region : {east, west}) EXPECT_EQ(seen.incidents.at(region) > 0, seen.open.at(region)) << r;
        apart += seen.open[east] != seen.open[west] ? 1 : 0;
    }
    EXPECT_GT(apart, 3);
}

TEST(ClimateOfATheatre, IsTheMeanOfAllRegionsWhereNoneBearsItsName) {
    const auto small = two_regions("north", "south");
    for (std::uint32_t r = 0; r < 20; ++r) {
        const auto seen = seen_in(small, r);
        const bool some = seen.open[east] || seen.open[west];
        EXPECT_EQ(seen.incidents[0] > 0, some) << r;
        EXPECT_EQ(seen.incidents[1] > 0, some) << r;
    }
}

}  // namespace
}  // namespace aidway
