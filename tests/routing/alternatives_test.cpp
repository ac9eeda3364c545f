// SPDX-License-Identifier: Apache-2.0
#include "routing/alternatives.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "support/route_world.hpp"

namespace aidway {
namespace {

using std::chrono::minutes;
using test::drawn_world;
using test::RouteWorld;

constexpr TerminalId first{0}, second{1};

// Three ways from A to B: 8, 12 and 14 minutes.
const char* const three_ways =
    "C-------D\n"
    "|       |\n"
    "A---1---B\n"
    "|       |\n"
    "|       |\n"
    "E---2---F\n";

std::vector<std::int64_t> minutes_of(const std::vector<Route>& routes) {
    std::vector<std::int64_t> all;
    for (const Route& route : routes) all.push_back(std::chrono::round<minutes>(route.driving).count());
    return all;
}

TEST(Alternatives, ListDifferentWaysTheFastestFirst) {
    const RouteWorld world = drawn_world(three_ways, "AB");
    const std::vector<GateState> open(2);
    EXPECT_THAT(minutes_of(alternatives(world.program(), first, second, open, {})), testing::ElementsAre(8, 12, 14));
    AlternativeOptions two;
    two.most = 2;
    EXPECT_THAT(minutes_of(alternatives(world.program(), first, second, open, two)), testing::ElementsAre(8, 12));
    AlternativeOptions quick;
    quick.slower_by = 1.6;
    EXPECT_THAT(minutes_of(alternatives(world.program(), first, second, open, quick)), testing::ElementsAre(8, 12));
}

TEST(Alternatives, NeverPassAClosedGateAndCountDelays) {
    const RouteWorld world = drawn_world(three_ways, "AB");
    const auto routes =
        alternatives(world.program(), first, second, std::vector<GateState>{{false, {}}, {true, minutes(3)}}, {});
    ASSERT_THAT(minutes_of(routes), testing::ElementsAre(12, 14));
    EXPECT_NEAR(routes[1].total_ms, 17 * 60'000, 10);
    EXPECT_THAT(routes[1].steps, testing::SizeIs(1));
}

TEST(Alternatives, AreNoneWhereThereIsNoWay) {
    const RouteWorld world = drawn_world("A-1-B", "AB");
    EXPECT_THAT(alternatives(world.program(), first, second, std::vector<GateState>{{false, {}}}, {}),
                testing::IsEmpty());
    EXPECT_THAT(alternatives(world.program(), first, second, std::vector<GateState>{{true, {}}}, {}),
                testing::SizeIs(1));
}

TEST(Law, AlternativesKeepTheirBounds) {
    std::mt19937 random(41);
    std::size_t most = 0;
    for (int trial = 0; trial < 30; ++trial) {
        const RouteWorld world =
            trial % 2 == 0 ? test::random_world(random, 20, 50, 3) : test::one_way_world(random, 20, 50, 3);
        const RouteProgram program = world.program();
        const TerminalId to{static_cast<std::uint32_t>(world.terminals.size() - 1)};
        const auto states = test::random_states(random, world.gates.size());
        AlternativeOptions options;
        options.most = 4;
        options.overlap = 0.5;
        const auto routes = alternatives(program, first, to, states, options);
        EXPECT_EQ(routes, alternatives(program, first, to, states, options));
        most = std::max(most, routes.size());
        for (std::size_t i = 0; i < routes.size(); ++i) {
            EXPECT_LE(routes[i].total_ms, 2.0 * routes[0].total_ms);
            EXPECT_GE(routes[i].total_ms, routes[i > 0 ? i - 1 : 0].total_ms);
            for (std::size_t j = 0; j < i; ++j) {
                const std::set<ArcId> others(routes[j].arcs.begin(), routes[j].arcs.end());
                double shared = 0;
                for (const ArcId arc : routes[i].arcs) {
                    if (others.count(arc) > 0) shared += world.network->length_m()[arc.index()];
                }
                EXPECT_LE(shared, 0.5 * routes[i].length_m + 1e-6);
            }
        }
    }
    EXPECT_GE(most, 3U);
}

}  // namespace
}  // namespace aidway
