// SPDX-License-Identifier: Apache-2.0
#include "routing/arrivals.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "support/route_oracle.hpp"
#include "support/route_world.hpp"

namespace aidway {
namespace {

using std::chrono::minutes;
using test::drawn_world;
using test::RouteWorld;

std::int64_t to_minutes(std::uint32_t ms) { return std::chrono::round<minutes>(std::chrono::milliseconds(ms)).count(); }

std::uint32_t at(const RouteWorld& world, const Arrivals& found, std::size_t terminal) {
    return found.node_ms[world.terminals[terminal].index()];
}

TEST(Arrivals, CountDelaysAndNameTheOriginThatIsNearest) {
    const RouteWorld world = drawn_world("A---1---B---C", "ABC");
    const auto program = world.program();
    const std::vector<GateState> states{{true, minutes(5)}};
    const auto from_a = arrivals(program.graph(), std::vector{world.terminals[0]}, states);
    EXPECT_EQ(to_minutes(at(world, from_a, 1)), 8 + 5);
    EXPECT_EQ(to_minutes(at(world, from_a, 2)), 12 + 5);
    const auto both = arrivals(program.graph(), std::vector{world.terminals[0], world.terminals[2]}, states);
    EXPECT_EQ(to_minutes(at(world, both, 1)), 4);
    EXPECT_EQ(both.origin[world.terminals[1].index()], 1U);
    EXPECT_EQ(both.origin[world.terminals[0].index()], 0U);
}

TEST(Arrivals, StopAtAClosedGate) {
    const RouteWorld world = drawn_world("A---1---B---C", "ABC");
    const auto program = world.program();
    const auto found = arrivals(program.graph(), std::vector{world.terminals[0]}, std::vector<GateState>{{false, {}}});
    EXPECT_EQ(at(world, found, 1), no_way_ms);
    EXPECT_EQ(found.origin[world.terminals[1].index()], 1U) << "there is one origin, and it is none of them";
    EXPECT_EQ(at(world, found, 0), 0U);
}

double driven_km(const RouteWorld& world, const std::vector<Stretch>& stretches) {
    double km = 0;
    for (const auto& stretch : stretches) km += stretch.share * world.network->length_m()[stretch.arc.index()] / 1000;
    return km;
}

TEST(DrivenWithin, EndsOnTheRoadWhereTheTimeIsUp) {
    const RouteWorld world = drawn_world("A-------B", "AB");
    const auto program = world.program();
    const auto found = arrivals(program.graph(), std::vector{world.terminals[0]}, {});
    EXPECT_NEAR(driven_km(world, driven_within(program.graph(), found, {}, minutes(2))), 2, 1e-2);
    // The whole road, and as much of the way back as time is left for.
    EXPECT_NEAR(driven_km(world, driven_within(program.graph(), found, {}, minutes(11))), 8 + 3, 1e-2);
    EXPECT_THAT(driven_within(program.graph(), found, {}, minutes(0)), testing::IsEmpty());
}

TEST(DrivenWithin, WaitsBeforeAGateAndGoesNowhereBehindAClosedOne) {
    const RouteWorld world = drawn_world("A---C-1-B", "AB");
    const auto program = world.program();
    const auto km = [&](GateState gate) {
        const std::vector<GateState> states{gate};
        const auto found = arrivals(program.graph(), std::vector{world.terminals[0]}, states);
        return driven_km(world, driven_within(program.graph(), found, states, minutes(7)));
    };
    const double free = km({true, {}});
    EXPECT_GT(free, km({true, minutes(2)}));
    EXPECT_GT(km({true, minutes(2)}), km({false, {}}));
    EXPECT_GT(km({false, {}}), 0);
}

TEST(Arrivals, RefuseOriginsThatAreNoNodes) {
    const RouteWorld world = drawn_world("A-B", "AB");
    const auto program = world.program();
    EXPECT_THROW((void)arrivals(program.graph(), std::vector{NodeId{99}}, {}), std::invalid_argument);
    EXPECT_THROW((void)arrivals(program.graph(), std::vector{world.terminals[0]}, std::vector<GateState>(1)),
                 std::invalid_argument);
    EXPECT_NO_THROW((void)arrivals(program.graph(), std::vector{world.terminals[0]}, {}));
}

TEST(Law, ArrivalsAreTheLeastOverOriginsByAnIndependentSearch) {
    std::mt19937 random(1848);
    for (int trial = 0; trial < 60; ++trial) {
        const RouteWorld world =
            trial % 2 == 0 ? test::random_world(random, 15, 35, 3) : test::one_way_world(random, 15, 35, 3);
        const auto states = test::random_states(random, world.gates.size());
        const auto matrix = test::boost_matrix(world, states);
        const std::size_t count = world.terminals.size();
        const std::vector<NodeId> origins{world.terminals[0], world.terminals[count / 2], world.terminals[count - 1]};
        const auto program = world.program();
        const auto found = arrivals(program.graph(), origins, states);
        for (std::size_t to = 0; to < count; ++to) {
            const auto expected =
                std::min({matrix[to], matrix[count / 2 * count + to], matrix[(count - 1) * count + to]});
            EXPECT_EQ(at(world, found, to), expected);
        }
    }
}

TEST(Law, OpeningAGateNeverDelaysAnArrivalNorShortensWhatIsDriven) {
    std::mt19937 random(1862);
    for (int trial = 0; trial < 60; ++trial) {
        const RouteWorld world = test::random_world(random, 15, 30, 3);
        const auto program = world.program();
        auto states = test::random_states(random, world.gates.size());
        const std::vector<NodeId> origins{world.terminals[0]};
        const auto reach = [&] {
            const auto found = arrivals(program.graph(), origins, states);
            std::map<std::size_t, double> share;
            for (const auto& one : driven_within(program.graph(), found, states, minutes(40))) {
                share[one.arc.index()] = one.share;
            }
            return std::pair(found.node_ms, share);
        };
        states[0] = {false, {}};
        const auto [before, driven_before] = reach();
        states[0] = {true, minutes(3)};
        auto [after, driven_after] = reach();
        for (std::size_t node = 0; node < before.size(); ++node) EXPECT_LE(after[node], before[node]);
        for (const auto& [arc, share] : driven_before) EXPECT_GE(driven_after[arc], share);
    }
}

}  // namespace
}  // namespace aidway
