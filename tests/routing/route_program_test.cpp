// SPDX-License-Identifier: Apache-2.0
#include "routing/route_program.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "support/route_oracle.hpp"
#include "support/route_world.hpp"

namespace aidway {
namespace {

using std::chrono::minutes;
using std::chrono::seconds;
using test::drawn_world;
using test::RouteWorld;

constexpr TerminalId first{0}, second{1};

std::vector<std::uint32_t> matrix_of(const RouteProgram& program, const std::vector<GateState>& states) {
    std::vector<std::uint32_t> matrix(program.terminals().size() * program.terminals().size());
    RouteProgram::Scratch scratch;
    program.evaluate(states, matrix, scratch);
    return matrix;
}

Route route_of(const RouteProgram& program, const std::vector<GateState>& states, TerminalId from = first,
               TerminalId to = second) {
    RouteProgram::Scratch scratch;
    return program.route(from, to, states, scratch);
}

// Directly through the gate in 10 minutes; round it in 18.
const char* const detour_map =
    "A----1----B\n"
    "|         |\n"
    "|         |\n"
    "|         |\n"
    "C---------D\n";

TEST(RouteProgram, TakesTheGateUntilItsDelayCostsMoreThanTheWayRound) {
    const RouteWorld world = drawn_world(detour_map, "AB");
    const RouteProgram program = world.program();
    const Route straight = route_of(program, {{true, minutes(7)}});
    EXPECT_EQ(straight.driving, minutes(10));
    EXPECT_NEAR(straight.total_ms, 17 * 60'000, 5);
    EXPECT_THAT(straight.steps, testing::ElementsAre(RouteStep{world.gate("1"), seconds(0)}));
    EXPECT_EQ(straight.after, minutes(10));
    EXPECT_NEAR(straight.length_m, 10'000, 0.1);
    const Route round = route_of(program, {{true, minutes(9)}});
    EXPECT_EQ(round.driving, minutes(18));
    EXPECT_THAT(round.steps, testing::IsEmpty());
    EXPECT_EQ(round.arcs.size(), 3U);
}

TEST(RouteProgram, AClosedGateIsNoWay) {
    const RouteWorld world = drawn_world("A--1--B", "AB");
    const Route route = route_of(world.program(), {{false, minutes(0)}});
    EXPECT_FALSE(route.reachable);
    EXPECT_EQ(route.total_ms, no_way_ms);
    EXPECT_THAT(route.arcs, testing::IsEmpty());
    EXPECT_TRUE(route_of(world.program(), {{true, minutes(0)}}).reachable);
}

TEST(RouteProgram, AContiguousRunOfOneGateChargesOnce) {
    const RouteWorld world = drawn_world("A---B-1-C-1-D---E-1-F---G", "AG");
    const Route route = route_of(world.program(), {{true, minutes(5)}});
    EXPECT_NEAR(route.total_ms, (24 + 2 * 5) * 60'000, 10);
    EXPECT_THAT(route.steps, testing::ElementsAre(RouteStep{GateId{0}, minutes(4)}, RouteStep{GateId{0}, minutes(12)}));
    EXPECT_EQ(route.after, minutes(8));
}

TEST(RouteProgram, ComingThroughAGateMayBeatComingSoonerFromElsewhere) {
    // C is reached sooner by the side road, yet then the gate's delay falls due only at C: all the same. But with the
    // gate entered early at A, the second part of it is free.
    const RouteWorld world = drawn_world(
        "A-1-C-1-B\n"
        "|   |    \n"
        "D---E    \n",
        "AB");
    EXPECT_NEAR(route_of(world.program(), {{true, minutes(20)}}).total_ms, 28 * 60'000, 10);
    // Two gates: through 1 and then 2 costs both delays, by the side road only that of 2.
    const RouteWorld two = drawn_world(
        "A-1-C-2-B\n"
        "|   |    \n"
        "D---E    \n",
        "AB");
    EXPECT_NEAR(route_of(two.program(), {{true, minutes(5)}, {true, minutes(1)}}).total_ms, 13 * 60'000, 10);
}

TEST(RouteProgram, AWayToWhereOneStandsIsEmpty) {
    const RouteWorld world = drawn_world("A--1--B", "AA");
    const Route route = route_of(world.program(), {{false, minutes(0)}});
    EXPECT_TRUE(route.reachable);
    EXPECT_EQ(route.total_ms, 0U);
    EXPECT_EQ(route.driving, minutes(0));
}

TEST(Law, MatrixAgreesWithBoostOnRandomNetworks) {
    std::mt19937 random(11);
    for (int trial = 0; trial < 60; ++trial) {
        const RouteWorld world = trial % 2 == 0 ? test::random_world(random, 6 + trial % 25, 12 + trial, trial % 6)
                                                : test::one_way_world(random, 6 + trial % 25, 12 + trial, trial % 6);
        const RouteProgram program = world.program();
        for (int state = 0; state < 4; ++state) {
            const auto states = test::random_states(random, world.gates.size());
            EXPECT_EQ(matrix_of(program, states), test::boost_matrix(world, states)) << "trial " << trial;
        }
    }
}

TEST(Law, RoutesTakeTheTimesOfTheMatrix) {
    std::mt19937 random(12);
    for (int trial = 0; trial < 20; ++trial) {
        const RouteWorld world = test::random_world(random, 15, 40, 4);
        const RouteProgram program = world.program();
        const auto states = test::random_states(random, world.gates.size());
        const auto matrix = matrix_of(program, states);
        const std::uint32_t count = static_cast<std::uint32_t>(program.terminals().size());
        for (std::uint32_t pair = 0; pair < count * count; ++pair) {
            const Route route = route_of(program, states, TerminalId{pair / count}, TerminalId{pair % count});
            ASSERT_EQ(route.total_ms, matrix[pair]);
            ASSERT_EQ(route.reachable, matrix[pair] != no_way_ms);
            if (!route.reachable) continue;
            std::int64_t total = 0;
            Duration parts = route.after;
            for (const RouteStep& step : route.steps) {
                total += states[step.gate.index()].delay.count() * 1000;
                parts += step.before;
            }
            NodeId here = program.terminals()[pair / count];
            for (const ArcId arc : route.arcs) {
                ASSERT_EQ(world.network->tail()[arc.index()], here);
                here = world.network->head()[arc.index()];
                total += world.times_ms[arc.index()];
            }
            EXPECT_EQ(here, program.terminals()[pair % count]);
            EXPECT_EQ(total, matrix[pair]);
            EXPECT_EQ(parts, route.driving);
        }
    }
}

TEST(Law, OpeningAGateNeverDelays) {
    std::mt19937 random(13);
    int sooner = 0;
    for (int trial = 0; trial < 30; ++trial) {
        const RouteWorld world = test::random_world(random, 20, 35, 5);
        const RouteProgram program = world.program();
        auto states = test::random_states(random, world.gates.size());
        auto before = matrix_of(program, states);
        for (GateState& state : states) {
            state.open = true;
            const auto after = matrix_of(program, states);
            for (std::size_t i = 0; i < after.size(); ++i) {
                EXPECT_LE(after[i], before[i]);
                sooner += after[i] < before[i] ? 1 : 0;
            }
            before = after;
        }
    }
    EXPECT_GT(sooner, 0);
}

TEST(Law, RoutesDoNotDependOnTheOrderOfFeaturesOrGates) {
    std::mt19937 random(14);
    for (int trial = 0; trial < 20; ++trial) {
        // A lattice: very many ways tie.
        std::vector<LineFeature> lines = test::random_lines(random, 25, 70, 4);
        const std::vector<LonLat> ends{lines[0].points[0], lines[5].points[1]};
        const RouteWorld world = test::world_of(lines, ends);
        std::shuffle(lines.begin(), lines.end(), random);
        RouteWorld other = test::world_of(lines, ends);
        std::reverse(other.gates.begin(), other.gates.end());
        auto states = test::random_states(random, world.gates.size());
        for (GateState& state : states) state.delay = minutes(state.delay.count() % 2);
        const Route route = route_of(world.program(), states);
        std::reverse(states.begin(), states.end());
        const Route again = route_of(other.program(), states);
        EXPECT_EQ(again.arcs, route.arcs);
        EXPECT_EQ(again.total_ms, route.total_ms);
        EXPECT_EQ(again.steps.size(), route.steps.size());
    }
}

TEST(RouteProgram, ScratchServesProgramsOfAnySize) {
    std::mt19937 random(15);
    RouteProgram::Scratch shared;
    for (const int nodes : {30, 5, 12, 30}) {
        const RouteWorld world = test::random_world(random, nodes, 2 * nodes, 3);
        const RouteProgram program = world.program();
        const auto states = test::random_states(random, world.gates.size());
        std::vector<std::uint32_t> matrix(program.terminals().size() * program.terminals().size());
        program.evaluate(states, matrix, shared);
        EXPECT_EQ(matrix, matrix_of(program, states));
    }
}

TEST(RouteProgram, EvaluateAllocatesNothingOnceWarm) {
    std::mt19937 random(16);
    const RouteWorld world = test::random_world(random, 40, 90, 5);
    const RouteProgram program = world.program();
    std::vector<std::uint32_t> matrix(program.terminals().size() * program.terminals().size());
    RouteProgram::Scratch scratch;
    program.evaluate(test::random_states(random, world.gates.size()), matrix, scratch);
    const auto memory = [&scratch] {
        return std::tuple(scratch.search.label.data(), scratch.search.parent.data(), scratch.search.touched.data(),
                          scratch.search.heap.data(), scratch.search.heap.capacity(), scratch.delay_ms.data());
    };
    const auto warm = memory();
    for (int i = 0; i < 20; ++i) {
        program.evaluate(test::random_states(random, world.gates.size()), matrix, scratch);
        ASSERT_EQ(memory(), warm);
    }
}

TEST(RouteProgram, TimesSaturateAndStillMeanArrival) {
    RouteWorld world = drawn_world("A--1--B-----C", "AC");
    std::fill(world.times_ms.begin(), world.times_ms.end(), longest_ms - 5);
    const Route route = route_of(world.program(), {{true, std::chrono::hours(24 * 365)}});
    EXPECT_TRUE(route.reachable);
    EXPECT_EQ(route.total_ms, longest_ms);
    EXPECT_EQ(route.arcs.size(), 2U);
}

TEST(RouteProgram, RefusesWhatDoesNotFit) {
    const RouteWorld world = drawn_world("A--1--B", "AB");
    const RouteProgram program = world.program();
    RouteProgram::Scratch scratch;
    std::vector<std::uint32_t> matrix(4);
    const std::vector<GateState> states(1);
    EXPECT_NO_THROW(program.evaluate(states, matrix, scratch));
    EXPECT_THROW(program.evaluate({}, matrix, scratch), std::invalid_argument);
    matrix.resize(3);
    EXPECT_THROW(program.evaluate(states, matrix, scratch), std::invalid_argument);
    EXPECT_THROW((void)route_of(program, {{true, seconds(-1)}}), std::invalid_argument);
    EXPECT_THROW((void)route_of(program, states, first, TerminalId{2}), std::out_of_range);
    RouteWorld wrong = world;
    wrong.terminals.push_back(NodeId{2});
    EXPECT_THROW((void)wrong.program(), std::invalid_argument);
    wrong = world;
    wrong.times_ms[0] = 0;
    EXPECT_THROW((void)wrong.program(), std::invalid_argument);
    wrong = world;
    wrong.gates.push_back(wrong.gates[0]);
    EXPECT_THROW((void)wrong.program(), std::invalid_argument);
    wrong = world;
    wrong.gates[0].arcs.push_back(ArcId{2});
    EXPECT_THROW((void)wrong.program(), std::invalid_argument);
}

}  // namespace
}  // namespace aidway
