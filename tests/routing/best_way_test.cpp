// SPDX-License-Identifier: Apache-2.0
#include "routing/best_way.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <optional>

#include "support/route_oracle.hpp"
#include "support/route_world.hpp"

namespace aidway {
namespace {

using std::chrono::minutes;
using test::drawn_world;
using test::RouteWorld;

constexpr Criterion all_criteria[] = {Criterion::fastest, Criterion::shortest, Criterion::fewest_gates};

Route ask(const RouteWorld& world, const std::vector<GateState>& states, Criterion by) {
    return best_way(world.program().graph(), world.terminals[0], world.terminals[1], states, by);
}

/// By which a way is the best, and the time that decides between equals, in one number.
std::int64_t weight(Criterion by, std::int64_t length_mm, std::int64_t gates, std::int64_t time_ms) {
    if (by == Criterion::shortest) return (length_mm << 32) + time_ms;
    return by == Criterion::fewest_gates ? (gates << 32) + time_ms : time_ms;
}

std::int64_t weight(const RouteWorld& world, const Route& route, Criterion by) {
    if (!route.reachable) return -1;
    std::int64_t length_mm = 0;
    for (const ArcId arc : route.arcs) length_mm += world.network->length_m().mm(arc.index());
    return weight(by, length_mm, static_cast<std::int64_t>(route.steps.size()), route.total_ms);
}

TEST(BestWay, IsAnotherByTimeByLengthAndByGates) {
    // 10 km through two gates in 16 minutes, 14 km through one in 14, 16 km through none in 16.
    const RouteWorld world = drawn_world(
        "C---------D\n"
        "|         |\n"
        "|         |\n"
        "A--1-G-2--B\n"
        "|         |\n"
        "E----3----F\n",
        "AB");
    const std::vector<GateState> states{{true, minutes(3)}, {true, minutes(3)}, {true, minutes(0)}};
    EXPECT_NEAR(ask(world, states, Criterion::fastest).length_m, 14'000, 1);
    EXPECT_NEAR(ask(world, states, Criterion::shortest).length_m, 10'000, 1);
    EXPECT_NEAR(ask(world, states, Criterion::fewest_gates).length_m, 16'000, 1);
}

TEST(BestWay, IsNoneBehindAClosedGateAndEmptyWhereOneStands) {
    const RouteWorld world = drawn_world("A-1-B", "AB");
    for (const Criterion by : all_criteria) {
        EXPECT_EQ(ask(world, {{false, {}}}, by), Route{});
        EXPECT_TRUE(ask(world, {{true, {}}}, by).reachable);
        EXPECT_THAT(ask(drawn_world("A-1-B", "AA"), {{false, {}}}, by).arcs, testing::IsEmpty());
    }
}

TEST(BestWay, CountsAGateOnceForARunOfItsRoads) {
    // Twice through 1 with a road between is more than once through 2.
    const RouteWorld world = drawn_world(
        "A-1-B-1-C---D-1-E\n"
        "|               |\n"
        "|               |\n"
        "F-------2-------G\n",
        "AE");
    const std::vector<GateState> open(2);
    EXPECT_THAT(ask(world, open, Criterion::fastest).steps, testing::SizeIs(2));
    EXPECT_THAT(ask(world, open, Criterion::fewest_gates).steps, testing::SizeIs(1));
    const RouteWorld whole = drawn_world("A-1-B-1-C", "AC");
    EXPECT_THAT(ask(whole, {{true, {}}}, Criterion::fewest_gates).steps, testing::SizeIs(1));
}

TEST(Law, BestWaysAgreeWithBoostByEveryCriterion) {
    std::mt19937 random(71);
    for (int trial = 0; trial < 120; ++trial) {
        const RouteWorld world = trial % 2 == 0
                                     ? test::random_world(random, 6 + trial % 15, 12 + trial % 40, trial % 6)
                                     : test::one_way_world(random, 6 + trial % 15, 12 + trial % 40, trial % 6);
        const PassageGraph graph(world.network, world.times_ms, world.gates);
        const auto states = test::random_states(random, world.gates.size());
        for (const Criterion by : all_criteria) {
            const auto least = test::boost_costs(world, states, [&](std::size_t arc, const GateState* entered) {
                const std::int64_t delay_ms = entered != nullptr ? entered->delay.count() * 1000 : 0;
                return weight(by, world.network->length_m().mm(arc), entered != nullptr ? 1 : 0,
                              world.times_ms[arc] + delay_ms);
            });
            const std::size_t count = world.terminals.size();
            for (std::size_t pair = 0; pair < least.size(); pair += 3) {
                const Route route =
                    best_way(graph, world.terminals[pair / count], world.terminals[pair % count], states, by);
                ASSERT_EQ(weight(world, route, by), least[pair]) << "trial " << trial;
            }
        }
    }
}

TEST(Law, ByTimeTheBestWayIsTheRouteOfAProgram) {
    std::mt19937 random(72);
    for (int trial = 0; trial < 40; ++trial) {
        const RouteWorld world = test::random_world(random, 20, 50, 4);
        const RouteProgram program = world.program();
        const auto states = test::random_states(random, world.gates.size());
        RouteProgram::Scratch scratch;
        for (std::uint32_t to = 0; to < world.terminals.size(); ++to) {
            EXPECT_EQ(best_way(program.graph(), world.terminals[0], world.terminals[to], states, Criterion::fastest),
                      program.route(TerminalId{0}, TerminalId{to}, states, scratch));
        }
    }
}

TEST(Law, NoWayBeatsTheBestByItsOwnCriterion) {
    std::mt19937 random(73);
    int shorter = 0, faster = 0, fewer = 0;
    for (int trial = 0; trial < 150; ++trial) {
        const RouteWorld world = test::random_world(random, 25, 60, 4);
        const auto states = test::random_states(random, world.gates.size());
        const Route fastest = ask(world, states, Criterion::fastest);
        const Route shortest = ask(world, states, Criterion::shortest);
        const Route fewest = ask(world, states, Criterion::fewest_gates);
        EXPECT_LE(fastest.total_ms, std::min(shortest.total_ms, fewest.total_ms));
        EXPECT_LE(shortest.length_m, std::min(fastest.length_m, fewest.length_m));
        EXPECT_LE(fewest.steps.size(), std::min(fastest.steps.size(), shortest.steps.size()));
        shorter += shortest.length_m < fastest.length_m ? 1 : 0;
        faster += fastest.total_ms < fewest.total_ms ? 1 : 0;
        fewer += fewest.steps.size() < shortest.steps.size() ? 1 : 0;
    }
    EXPECT_GT(std::min({shorter, faster, fewer}), 5);
}

TEST(Law, OpeningAGateNeverMakesTheBestWayWorse) {
    std::mt19937 random(74);
    for (const Criterion by : all_criteria) {
        int better = 0;
        for (int trial = 0; trial < 60; ++trial) {
            const RouteWorld world = test::one_way_world(random, 20, 50, 5);
            auto states = test::random_states(random, world.gates.size());
            std::optional<std::int64_t> before;
            for (std::size_t gate = 0; gate <= states.size(); ++gate) {
                const Route route = ask(world, states, by);
                if (route.reachable) {
                    const std::int64_t now = weight(world, route, by);
                    EXPECT_LE(now, before.value_or(now));
                    better += before && now < *before ? 1 : 0;
                    before = now;
                } else {
                    EXPECT_FALSE(before.has_value());
                }
                if (gate < states.size()) states[gate].open = true;
            }
        }
        EXPECT_GT(better, 0);
    }
}

TEST(BestWay, RefusesWhatDoesNotFit) {
    const RouteWorld world = drawn_world("A-1-B", "AB");
    const PassageGraph graph(world.network, world.times_ms, world.gates);
    const std::vector<GateState> open(1);
    EXPECT_NO_THROW((void)best_way(graph, NodeId{0}, NodeId{1}, open, Criterion::shortest));
    EXPECT_THROW((void)best_way(graph, NodeId{0}, NodeId{2}, open, Criterion::shortest), std::invalid_argument);
    EXPECT_THROW((void)best_way(graph, NodeId{2}, NodeId{0}, open, Criterion::shortest), std::invalid_argument);
    EXPECT_THROW((void)best_way(graph, NodeId{0}, NodeId{1}, {}, Criterion::shortest), std::invalid_argument);
}

}  // namespace
}  // namespace aidway
