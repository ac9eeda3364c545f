// SPDX-License-Identifier: Apache-2.0
#include "routing/minimum_openings.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <bit>
#include <tuple>

#include "routing/arrivals.hpp"
#include "support/route_world.hpp"

namespace aidway {
namespace {

using std::chrono::minutes;
using test::drawn_world;
using test::RouteWorld;

std::string names(const RouteWorld& world, const std::vector<GateId>& gates) {
    std::string text;
    for (const GateId gate : gates) text += world.gates[gate.index()].name;
    return text;
}

std::vector<GateState> all_closed(const RouteWorld& world) {
    return std::vector<GateState>(world.gates.size(), GateState{false, Duration{0}});
}

/// From the first terminal to all others, with every gate closed.
Openings ask(const RouteWorld& world, const OpeningOptions& options = {}) {
    const auto program = world.program();
    const std::vector<NodeId> places(world.terminals.begin() + 1, world.terminals.end());
    const Traveller traveller{&program.graph(), world.terminals.front(), places, all_closed(world)};
    return minimum_openings({&traveller, 1}, options);
}

// One gate serves both places by a long road, the short roads need one each.
const char* const shared_gate =
    "A--1--B\n"
    "|\\    |\n"
    "| 2   |\n"
    "|  \\  |\n"
    "3   C |\n"
    "|   | |\n"
    "D---E-F\n";

TEST(MinimumOpenings, OneGateForTwoPlacesBeatsOneForEach) {
    const RouteWorld world = drawn_world(shared_gate, "ABC");
    const Openings found = ask(world);
    EXPECT_EQ(found.gates.size(), 1U);
    EXPECT_TRUE(found.exact());
    for (const auto& place : found.places) {
        EXPECT_NE(place.time_ms, no_way_ms);
        EXPECT_EQ(place.opened, found.gates);
        EXPECT_FALSE(place.served_before);
    }
}

TEST(MinimumOpenings, OfSetsAlikeInNumberTheFastestStands) {
    // Gate 2 leads to C in 4.2 minutes and on by E and F to B; gates 1 and 3 take longer in sum.
    const RouteWorld world = drawn_world(shared_gate, "AC");
    EXPECT_EQ(names(world, ask(world).gates), "2");
}

TEST(MinimumOpenings, APlaceWithoutARoadAsksForNothing) {
    const RouteWorld world = drawn_world("A-1-B C-2-D", "ABD");
    const Openings found = ask(world);
    EXPECT_EQ(names(world, found.gates), "1");
    EXPECT_NE(found.places[0].time_ms, no_way_ms);
    EXPECT_EQ(found.places[1].time_ms, no_way_ms);
    EXPECT_THAT(found.places[1].opened, testing::IsEmpty());
}

TEST(MinimumOpenings, AnyTravellerMayServeAPlace) {
    // From A two gates lie before D, from F one.
    const RouteWorld world = drawn_world("A-1-B-2-D-3-F", "ADF");
    const auto program = world.program();
    const std::vector<Traveller> travellers{
        {&program.graph(), world.terminals[0], {world.terminals[1]}, all_closed(world)},
        {&program.graph(), world.terminals[2], {world.terminals[1]}, all_closed(world)}};
    const Openings found = minimum_openings(travellers);
    EXPECT_EQ(names(world, found.gates), "3");
    EXPECT_EQ(found.places[0].traveller, 1U);
}

TEST(MinimumOpenings, GateDelaysCountInTheTimeAfterwards) {
    const RouteWorld world = drawn_world("A-1-B", "AB");
    const auto program = world.program();
    const Traveller traveller{&program.graph(), world.terminals[0], {world.terminals[1]}, {{false, minutes(20)}}};
    const Openings found = minimum_openings({&traveller, 1});
    EXPECT_NEAR(found.places[0].time_ms, 24 * 60'000, 10);
}

TEST(MinimumOpenings, RefuseWhatDoesNotFit) {
    const RouteWorld world = drawn_world("A-1-B", "AB");
    const auto program = world.program();
    const Traveller legal{&program.graph(), world.terminals[0], world.terminals, {{false, {}}}};
    EXPECT_NO_THROW((void)minimum_openings({&legal, 1}));
    EXPECT_THROW((void)minimum_openings({}), std::invalid_argument);
    Traveller wrong = legal;
    wrong.places[1] = NodeId{99};
    EXPECT_THROW((void)minimum_openings({&wrong, 1}), std::invalid_argument);
    wrong = legal;
    wrong.states.clear();
    EXPECT_THROW((void)minimum_openings({&wrong, 1}), std::invalid_argument);
    wrong = legal;
    wrong.states[0].open = true;
    const std::vector<Traveller> unlike{legal, wrong};
    EXPECT_THROW((void)minimum_openings(unlike), std::invalid_argument);
    wrong = legal;
    wrong.places.pop_back();
    const std::vector<Traveller> elsewhere{legal, wrong};
    EXPECT_THROW((void)minimum_openings(elsewhere), std::invalid_argument);
}

struct Question {
    RouteWorld world;
    std::vector<GateState> states;
    std::vector<NodeId> origins;
    std::vector<NodeId> places;
};

Question drawn_question(std::mt19937& random, int trial) {
    Question q;
    q.world = trial % 2 == 0 ? test::random_world(random, 12, 16, 8) : test::one_way_world(random, 12, 18, 8);
    q.states = test::random_states(random, q.world.gates.size());
    for (GateState& state : q.states) state.open = random() % 5 == 0;
    const auto anywhere = [&] { return q.world.terminals[random() % q.world.terminals.size()]; };
    for (unsigned i = 0; i < 1 + random() % 2; ++i) q.origins.push_back(anywhere());
    for (unsigned i = 0; i < 1 + random() % 4; ++i) q.places.push_back(anywhere());
    return q;
}

Openings answer(const Question& q, const RouteProgram& program, const OpeningOptions& options = {}) {
    std::vector<Traveller> travellers;
    for (const NodeId origin : q.origins) travellers.push_back({&program.graph(), origin, q.places, q.states});
    return minimum_openings(travellers, options);
}

/// The least of (gates, sum of times, names) over all sets of closed gates that serve all that can be served.
std::tuple<int, std::uint64_t, std::string> brute_force(const Question& q, const RouteProgram& program) {
    std::vector<GateState> all_open = q.states;
    for (auto& state : all_open) state.open = true;
    const auto at_best = arrivals(program.graph(), q.origins, all_open);
    std::tuple<int, std::uint64_t, std::string> best{99, 0, ""};
    for (unsigned set = 0; set < 1U << q.states.size(); ++set) {
        auto opened = q.states;
        std::string text;
        bool all_closed = true;
        for (std::size_t i = 0; i < opened.size(); ++i) {
            if ((set >> i & 1U) == 0) continue;
            all_closed = all_closed && !opened[i].open;
            opened[i].open = true;
            text += q.world.gates[i].name;
        }
        if (!all_closed) continue;
        const auto found = arrivals(program.graph(), q.origins, opened);
        std::uint64_t time = 0;
        bool served = true;
        for (const NodeId place : q.places) {
            if (at_best.node_ms[place.index()] == no_way_ms) continue;
            served = served && found.node_ms[place.index()] != no_way_ms;
            time += found.node_ms[place.index()];
        }
        if (served) best = std::min(best, {std::popcount(set), time, text});
    }
    return best;
}

TEST(Law, MinimumOpeningsAreThoseOfAllSetsTriedOut) {
    std::mt19937 random(1648);
    std::size_t most = 0;
    for (int trial = 0; trial < 1200; ++trial) {
        const Question q = drawn_question(random, trial);
        const auto program = q.world.program();
        const Openings found = answer(q, program);
        ASSERT_TRUE(found.exact());
        std::uint64_t time = 0;
        for (const auto& place : found.places) time += place.time_ms == no_way_ms ? 0 : place.time_ms;
        const auto best = brute_force(q, program);
        EXPECT_EQ(std::tuple(static_cast<int>(found.gates.size()), time, names(q.world, found.gates)), best);
        std::vector<GateId> passed;
        for (const auto& place : found.places) passed.insert(passed.end(), place.opened.begin(), place.opened.end());
        for (const GateId gate : found.gates) EXPECT_THAT(passed, testing::Contains(gate)) << "each is on some way";
        most = std::max(most, found.gates.size());
    }
    EXPECT_GE(most, 3U) << "some of the questions must be hard";
}

TEST(Law, WithoutTheTriesTheBoundsStillHold) {
    std::mt19937 random(1713);
    int loose = 0;
    for (int trial = 0; trial < 400; ++trial) {
        const Question q = drawn_question(random, trial);
        const auto program = q.world.program();
        const Openings hasty = answer(q, program, {1, 1});
        const Openings whole = answer(q, program);
        EXPECT_LE(hasty.lower_bound, whole.gates.size());
        EXPECT_GE(hasty.gates.size(), whole.gates.size());
        for (std::size_t i = 0; i < whole.places.size(); ++i) {
            EXPECT_EQ(hasty.places[i].time_ms == no_way_ms, whole.places[i].time_ms == no_way_ms);
        }
        loose += hasty.exact() ? 0 : 1;
    }
    EXPECT_GT(loose, 5) << "in some the first try must not settle it";
}

TEST(Law, OpeningsAreTheSameInWhateverOrderTheRoadsCome) {
    std::mt19937 random(1555);
    for (int trial = 0; trial < 200; ++trial) {
        auto lines = test::random_lines(random, 12, 18, 6);
        const std::vector<LonLat> ends{lines[0].points.front(), lines[1].points.front(), lines[2].points.back()};
        const RouteWorld world = test::world_of(lines, ends);
        const std::string there = names(world, ask(world).gates);
        std::reverse(lines.begin(), lines.end());
        for (auto& line : lines) std::reverse(line.points.begin(), line.points.end());
        const RouteWorld other = test::world_of(lines, ends);
        EXPECT_EQ(names(other, ask(other).gates), there);
    }
}

}  // namespace
}  // namespace aidway
