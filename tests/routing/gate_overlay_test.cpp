// SPDX-License-Identifier: Apache-2.0
#include "routing/gate_overlay.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "routing/route_program.hpp"
#include "support/route_world.hpp"

namespace aidway {
namespace {

using std::chrono::hours;
using std::chrono::minutes;
using test::drawn_world;
using test::RouteWorld;
using Method = RouteProgram::Method;

RouteProgram made(const RouteWorld& world, Method method) {
    return RouteProgram(world.network, world.times_ms, world.gates, world.terminals, method);
}

std::vector<std::uint32_t> matrix(const RouteProgram& program, const std::vector<GateState>& states) {
    std::vector<std::uint32_t> found(program.terminals().size() * program.terminals().size());
    RouteProgram::Scratch scratch;
    program.evaluate(states, found, scratch);
    return found;
}

void expect_alike(const RouteWorld& world, const std::vector<GateState>& states) {
    EXPECT_EQ(matrix(made(world, Method::overlay), states), matrix(made(world, Method::plain), states));
}

TEST(GateOverlay, FindsTheTimesOfThePlainSearch) {
    // Gates that touch, three in a row, one of several roads with a side road into its middle, terminals inside.
    const char* const drawings[] = {
        "A-1-B-2-C-3-D\n|           |\nE-----------F\n", "A-1-B-1-C-1-D\n    |   |\n    E-2-F\n",
        "A-1-B---C-1-D\n|           |\nE-2-F---G-3-H\n", "A-1-B\n|\\ /|\n| X |\n|/ \\|\nC-2-D\n"};
    for (const char* const drawing : drawings) {
        RouteWorld world = drawn_world(drawing, "AB");
        for (std::uint32_t node = 0; node < world.network->node_count(); ++node) world.terminals.push_back({node});
        for (unsigned set = 0; set < 1U << world.gates.size(); ++set) {
            std::vector<GateState> states;
            for (std::size_t g = 0; g < world.gates.size(); ++g) {
                states.push_back({(set >> g & 1U) != 0, minutes(static_cast<int>(3 * g + 1))});
            }
            expect_alike(world, states);
        }
    }
}

TEST(GateOverlay, TimesSaturateAndStillMeanArrival) {
    const RouteWorld world = drawn_world("A-1-B-2-C D---E", "ABCD");
    const std::vector<GateState> slow(2, {true, hours(24 * 40)});
    const auto found = matrix(made(world, Method::overlay), slow);
    EXPECT_EQ(found[2], longest_ms);
    EXPECT_EQ(found[3], no_way_ms);
    expect_alike(world, slow);
}

TEST(GateOverlay, LeavesOutEntrancesThatNobodyComesTo) {
    // Of a gate of three roads, its two ends are entered; its middle only by who is there already.
    const RouteWorld world = drawn_world("A---B-1-C-1-D-1-E---F", "AF");
    const auto program = made(world, Method::plain);
    EXPECT_EQ(GateOverlay(program.graph(), world.terminals).entrances(), 2U);
    std::vector<NodeId> more = world.terminals;
    for (std::uint32_t node = 0; node < world.network->node_count(); ++node) more.push_back({node});
    std::sort(more.begin(), more.end());
    more.erase(std::unique(more.begin(), more.end()), more.end());
    EXPECT_EQ(GateOverlay(program.graph(), more).entrances(), 6U);
}

TEST(Law, OverlayAndPlainSearchAgreeToTheMillisecond) {
    std::mt19937 random(1736);
    std::size_t reached = 0;
    for (int trial = 0; trial < 1500; ++trial) {
        RouteWorld world = trial % 2 == 0 ? test::random_world(random, 16, 28, 1 + trial % 7)
                                          : test::one_way_world(random, 16, 32, 1 + trial % 7);
        if (trial % 3 == 0) world.terminals.resize(3);
        if (trial % 5 == 0) {
            for (auto& time : world.times_ms) time = random() % 6 == 0 ? 0xffff'ffffU : time;
        }
        const auto plain = made(world, Method::plain), overlay = made(world, Method::overlay);
        for (int state = 0; state < 3; ++state) {
            const auto states = test::random_states(random, world.gates.size());
            const auto times = matrix(plain, states);
            ASSERT_EQ(matrix(overlay, states), times);
            reached += static_cast<std::size_t>(std::count_if(
                times.begin(), times.end(), [](std::uint32_t time) { return time != no_way_ms && time != 0; }));
        }
    }
    EXPECT_GT(reached, 100'000U);
}

TEST(Law, ManyStatesAtOnceAreTheStatesOneByOne) {
    std::mt19937 random(1741);
    for (const Method method : {Method::plain, Method::overlay}) {
        for (int trial = 0; trial < 40; ++trial) {
            const RouteWorld world = test::one_way_world(random, 14, 30, 5);
            const auto program = made(world, method);
            const std::size_t all = world.terminals.size();
            std::vector<std::vector<GateState>> states;
            for (int i = 0; i < 4; ++i) states.push_back(test::random_states(random, world.gates.size()));
            const std::vector<TerminalId> from{{0}, {static_cast<std::uint32_t>(all - 1)}, {0}}, to{{2}, {1}};
            std::vector<std::uint32_t> found(states.size() * 6);
            RouteProgram::Scratch scratch;
            program.evaluate(states, from, to, found, scratch);
            std::size_t next = 0;
            for (const auto& state : states) {
                const auto one = matrix(program, state);
                for (const TerminalId f : from) {
                    for (const TerminalId t : to) EXPECT_EQ(found[next++], one[f.index() * all + t.index()]);
                }
            }
        }
    }
}

TEST(GateOverlay, BatchesRefuseWhatDoesNotFit) {
    const RouteWorld world = drawn_world("A-1-B", "AB");
    const auto program = made(world, Method::overlay);
    RouteProgram::Scratch scratch;
    std::vector<std::vector<GateState>> states(2, std::vector<GateState>(1));
    const std::vector<TerminalId> ends{{0}, {1}}, wrong{{0}, {2}};
    std::vector<std::uint32_t> found(8);
    EXPECT_NO_THROW(program.evaluate(states, ends, ends, found, scratch));
    EXPECT_THROW(program.evaluate(states, ends, wrong, found, scratch), std::out_of_range);
    EXPECT_THROW(program.evaluate(states, wrong, ends, found, scratch), std::out_of_range);
    found.resize(7);
    EXPECT_THROW(program.evaluate(states, ends, ends, found, scratch), std::invalid_argument);
    found.resize(8);
    states[1].clear();
    EXPECT_THROW(program.evaluate(states, ends, ends, found, scratch), std::invalid_argument);
}

}  // namespace
}  // namespace aidway
