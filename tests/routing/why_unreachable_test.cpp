// SPDX-License-Identifier: Apache-2.0
#include "routing/why_unreachable.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <bit>

#include "support/route_world.hpp"

namespace aidway {
namespace {

using test::drawn_world;
using test::RouteWorld;

std::string named(const RouteWorld& world, const WhyUnreachable& why) {
    std::string text;
    for (const GateId gate : why.closed_gates) text += world.gates[gate.index()].name;
    return why.road_exists ? text : "no road";
}

std::string ask(const RouteWorld& world, const std::string& open_gates) {
    std::vector<GateState> states(world.gates.size());
    for (std::size_t i = 0; i < states.size(); ++i)
        states[i].open = open_gates.find(world.gates[i].name) != std::string::npos;
    return named(world, why_unreachable(world.program(), TerminalId{0}, TerminalId{1}, states));
}

TEST(WhyUnreachable, NamesTheFewestGates) {
    // Two gates on the short road, one on the long.
    const RouteWorld world = drawn_world(
        "A-1-B-2-C\n"
        "|       |\n"
        "|       |\n"
        "|       |\n"
        "D---3---E\n",
        "AC");
    EXPECT_EQ(ask(world, ""), "3");
    EXPECT_EQ(ask(world, "1"), "2");  // one either way: the short road
    EXPECT_EQ(ask(world, "12"), "");
}

TEST(WhyUnreachable, OfEqualTimesTheFirstNameDecides) {
    const RouteWorld world = drawn_world(
        "B-2-C\n"
        "|   |\n"
        "A   D\n"
        "|   |\n"
        "E-1-F\n",
        "AD");
    EXPECT_EQ(ask(world, ""), "1");
}

TEST(WhyUnreachable, AGatePassedTwiceOpensOnce) {
    // Gate 1 lies twice on the short road: one gate to open, though it is entered twice. The long way has two.
    const RouteWorld world = drawn_world(
        "A-1-B---C-1-D\n"
        "|           |\n"
        "E-2-F---G-3-H\n",
        "AD");
    EXPECT_EQ(ask(world, ""), "1");
    EXPECT_EQ(ask(world, "3"), "1");
}

TEST(WhyUnreachable, SaysThatNoRoadExists) {
    EXPECT_EQ(ask(drawn_world("A-1-B C-2-D", "AD"), "12"), "no road");
    EXPECT_EQ(ask(drawn_world("A-1-B-2-D", "AD"), "12"), "");
}

TEST(Law, NoSmallerAndNoFasterSetOpensTheWay) {
    std::mt19937 random(31);
    int closed = 0;
    for (int trial = 0; trial < 60; ++trial) {
        const RouteWorld world =
            trial % 2 == 0 ? test::random_world(random, 14, 17, 7) : test::one_way_world(random, 14, 17, 7);
        const RouteProgram program = world.program();
        auto states = test::random_states(random, world.gates.size());
        for (GateState& state : states) state.open = random() % 4 == 0;
        const TerminalId to{static_cast<std::uint32_t>(world.terminals.size() - 1)};
        const WhyUnreachable why = why_unreachable(program, TerminalId{0}, to, states);

        std::tuple<int, std::uint32_t, std::string> best{99, 0, ""};
        RouteProgram::Scratch scratch;
        for (unsigned set = 0; set < 1U << states.size(); ++set) {
            auto opened = states;
            std::string names;
            bool all_closed = true;
            for (std::size_t i = 0; i < states.size(); ++i) {
                if ((set >> i & 1U) == 0) continue;
                all_closed = all_closed && !states[i].open;
                opened[i].open = true;
                names += world.gates[i].name;
            }
            const Route route = program.route(TerminalId{0}, to, opened, scratch);
            if (all_closed && route.reachable) best = std::min(best, {std::popcount(set), route.total_ms, names});
        }
        EXPECT_EQ(named(world, why), std::get<0>(best) == 99 ? "no road" : std::get<2>(best));
        closed += why.closed_gates.empty() ? 0 : 1;
    }
    EXPECT_GT(closed, 10);
}

}  // namespace
}  // namespace aidway
