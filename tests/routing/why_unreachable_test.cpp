// SPDX-License-Identifier: Apache-2.0
#include "routing/why_unreachable.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <bit>

#include "network/arc_times.hpp"
#include "support/route_world.hpp"

namespace aidway {
namespace {

using test::drawn_world;
using test::RouteWorld;

std::string named(const RouteWorld& world, const WhyUnreachable& why) {
    std::string text;
    for (const GateId gate : why.closed_gates) text += world.gates[gate.index()].name;
    return why.barrier == Barrier::other_island || why.barrier == Barrier::one_way ? "no road" : text;
}

std::string ask(const RouteWorld& world, const std::string& open_gates) {
    std::vector<GateState> states(world.gates.size());
    for (std::size_t i = 0; i < states.size(); ++i)
        states[i].open = open_gates.find(world.gates[i].name) != std::string::npos;
    const auto program = world.program();
    return named(world, why_unreachable(program.graph(), {world.terminals[0]}, {world.terminals[1]}, states));
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

Barrier barrier(const RouteWorld& world, const std::vector<GateState>& states,
                Distance from_junction = Distance::metres(0)) {
    const auto program = world.program();
    return why_unreachable(program.graph(), {world.terminals[0]}, {world.terminals[1], from_junction}, states).barrier;
}

TEST(WhyUnreachable, SaysThatAPlaceLiesTooFarFromAnyRoad) {
    const RouteWorld world = drawn_world("A---B", "AB");
    EXPECT_EQ(barrier(world, {}, Distance::metres(5'000)), Barrier::none);
    EXPECT_EQ(barrier(world, {}, Distance::metres(5'001)), Barrier::off_network);
}

TEST(WhyUnreachable, TellsAnotherIslandFromOneWayRoadsTheOtherWay) {
    EXPECT_EQ(barrier(drawn_world("A---B C---D", "AD"), {}), Barrier::other_island);
    auto lines = test::draw_network("A---B---C", Distance::kilometres(1)).lines;
    const std::vector<LonLat> ends{lines[1].points.back(), lines[0].points.front()};
    EXPECT_EQ(barrier(test::world_of(lines, ends), {}), Barrier::none);
    lines[0].one_way = true;  // from A to B
    EXPECT_EQ(barrier(test::world_of(lines, ends), {}), Barrier::one_way);
}

TEST(WhyUnreachable, NamesTheRoadThatTheVehicleCannotTake) {
    // Over the bridge B-C there is one barred road, round by D and E there are two. The gate is closed, too.
    RouteWorld world = drawn_world(
        "A-1-B---C---F\n"
        "    |   |\n"
        "    D---E\n",
        "AF");
    const auto between = [&](std::size_t a, std::size_t b) {
        for (std::uint32_t arc = 0; arc < world.network->arc_count(); ++arc) {
            if (world.network->tail()[arc].index() == a && world.network->head()[arc].index() == b) return arc;
        }
        return 0xffff'ffffU;
    };
    // Nodes ascend by longitude, then latitude: A 0, D 1, B 2, E 3, C 4, F 5.
    const std::uint32_t bridge = between(2, 4);
    for (const std::uint32_t arc : {bridge, between(2, 1), between(1, 3)}) world.times_ms[arc] = no_driving_ms;
    const auto program = world.program();
    const auto ask_why = [&](const RouteProgram& of, bool open) {
        return why_unreachable(of.graph(), {world.terminals[0]}, {world.terminals[1]},
                               std::vector<GateState>{{open, {}}});
    };
    const auto why = ask_why(program, false);
    EXPECT_EQ(why.barrier, Barrier::vehicle);
    EXPECT_THAT(why.barred, testing::ElementsAre(ArcId{bridge}));
    world.times_ms[bridge] = 60'000;
    EXPECT_EQ(ask_why(world.program(), false).barrier, Barrier::gates);
    EXPECT_EQ(ask_why(world.program(), true).barrier, Barrier::none);
}

TEST(WhyUnreachable, NamesTheGateThatIsShutWhenOneComes) {
    using std::chrono::hours;
    using std::chrono::minutes;
    const RouteWorld world = drawn_world("A----------B-1-C", "AC");
    const auto program = world.program();
    const auto shut = [&](Hours when, bool open = true) {
        return shut_that_day(program.graph(), world.terminals[0], world.terminals[1], hours(10),
                             std::vector<GateWindow>{{open, when, {}}});
    };
    EXPECT_EQ(shut({8 * 3600, 10 * 3600}), (ShutThatDay{GateId{0}, hours(10) + minutes(11)}));
    EXPECT_EQ(shut({8 * 3600, 11 * 3600}), std::nullopt) << "it is open when one comes";
    EXPECT_EQ(shut({12 * 3600, 13 * 3600}), std::nullopt) << "one waits for noon";
    EXPECT_EQ(shut({8 * 3600, 10 * 3600}, false), std::nullopt) << "no hour opens it";
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
        const WhyUnreachable why =
            why_unreachable(program.graph(), {world.terminals.front()}, {world.terminals.back()}, states);

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
