// SPDX-License-Identifier: Apache-2.0
#include "routing/throughput.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "routing/arrivals.hpp"
#include "support/flow_graph.hpp"
#include "support/route_world.hpp"

namespace aidway {
namespace {

using test::drawn_world;
using test::RouteWorld;

using Caps = std::vector<std::optional<std::int64_t>>;

std::string names(const RouteWorld& world, const std::vector<GateId>& gates) {
    std::string text;
    for (const GateId gate : gates) text += world.gates[gate.index()].name;
    return text;
}

/// From the first terminal to the second, gates open unless named.
Throughput ask(const RouteWorld& world, const Caps& caps, const std::string& closed = "") {
    const auto program = world.program();
    std::vector<GateState> states;
    for (const Gate& gate : world.gates) states.push_back({closed.find(gate.name) == std::string::npos, {}});
    const Traveller traveller{&program.graph(), world.terminals[0], {world.terminals[1]}, states};
    return throughput({&traveller, 1}, caps);
}

// Two roads to B, each with a gate; gate 3 stands before both.
const char* const two_roads =
    "A-3-C-1-B\n"
    "    |   |\n"
    "    D-2-E\n";

TEST(Throughput, AddsUpOverRoadsAndEndsAtTheNarrowestGate) {
    const RouteWorld world = drawn_world(two_roads, "AB");
    const Throughput wide = ask(world, {10, 15, 100});
    EXPECT_EQ(wide, (Throughput{true, false, 25, 25, {world.gate("1"), world.gate("2")}}));
    const Throughput narrow = ask(world, {10, 15, 20});
    EXPECT_EQ(narrow, (Throughput{true, false, 20, 20, {world.gate("3")}}));
    EXPECT_EQ(ask(world, {10, 15, 100}, "1").at_most, 15);
}

TEST(Throughput, IsUnlimitedWhereOneWayHasNoCountedGate) {
    const RouteWorld world = drawn_world(two_roads, "AB");
    EXPECT_TRUE(ask(world, {10, std::nullopt, std::nullopt}).unlimited);
    EXPECT_FALSE(ask(world, {10, std::nullopt, 3}).unlimited);
    EXPECT_EQ(ask(world, {10, std::nullopt, 3}).at_least, 3);
}

TEST(Throughput, IsNothingWhereNoWayIsOpen) {
    const RouteWorld world = drawn_world(two_roads, "AB");
    EXPECT_EQ(ask(world, {10, 15, 100}, "3"), Throughput{});
    const Throughput shut = ask(world, {10, 15, 0});
    EXPECT_TRUE(shut.reachable) << "an open gate that lets nobody through is on a way all the same";
    EXPECT_EQ(shut.at_most, 0);
    EXPECT_EQ(names(world, shut.binding), "3");
}

TEST(Throughput, AGateOfSeveralRoadsCountsOnce) {
    // One gate over three roads in a row, and one gate with two bridges side by side.
    EXPECT_EQ(ask(drawn_world("A-1-B-1-C-1-D", "AD"), {7}).at_least, 7);
    const Throughput bridges = ask(drawn_world("A-1-B\n|   |\nC-1-D\n", "AB"), {7});
    EXPECT_EQ(bridges.at_most, 7);
    EXPECT_EQ(bridges.at_least, 6) << "whole trucks, half by either bridge";
}

TEST(Throughput, AGatePassedTwiceCountsTwice) {
    const Throughput twice = ask(drawn_world("A-1-B---C-1-D", "AD"), {8});
    EXPECT_EQ(twice.at_least, 4);
    EXPECT_EQ(twice.at_most, 8) << "what is told is a range where a gate lies in parts";
}

TEST(Throughput, RefusesNumbersThatDoNotFit) {
    const RouteWorld world = drawn_world("A-1-B", "AB");
    EXPECT_EQ(ask(world, {0}).at_most, 0);
    EXPECT_THROW((void)ask(world, {}), std::invalid_argument);
    EXPECT_THROW((void)ask(world, {-1}), std::invalid_argument);
    EXPECT_THROW((void)ask(world, {2'000'000'000}), std::invalid_argument);
}

/// Every gate on one road only, so that the answer is a plain maximum flow.
std::vector<LineFeature> lines_with_single_gates(std::mt19937& random, bool one_way) {
    auto lines = test::random_lines(random, 12, 26, 0);
    for (auto& line : lines) {
        if (random() % 6 != 0) line.gate = "g" + std::to_string(line.fid);
        if (one_way) line.one_way = random() % 3 == 0;
    }
    return lines;
}

/// By Boost.Graph on the roads themselves: a road with a gate carries what the gate lets through.
std::int64_t boost_flow(const RouteWorld& world, const std::vector<NodeId>& origins, NodeId to,
                        const std::vector<GateState>& states, const Caps& caps, std::int64_t unlimited) {
    const auto& network = *world.network;
    test::FlowGraph graph(network.node_count() + 1);
    std::vector<std::int64_t> capacity(network.arc_count(), unlimited);
    for (std::size_t g = 0; g < world.gates.size(); ++g) {
        for (const ArcId arc : world.gates[g].arcs) {
            capacity[arc.index()] = states[g].open ? caps[g].value_or(unlimited) : 0;
        }
    }
    for (std::size_t arc = 0; arc < capacity.size(); ++arc) {
        graph.connect(network.tail()[arc].index(), network.head()[arc].index(), capacity[arc]);
    }
    for (const NodeId origin : std::set<NodeId>(origins.begin(), origins.end())) {
        graph.connect(network.node_count(), origin.index(), unlimited);
    }
    return graph.max_flow(network.node_count(), to.index());
}

TEST(Law, ThroughputIsTheMaximumFlowOfBoost) {
    std::mt19937 random(1850);
    constexpr std::int64_t unlimited = 1'000'000;
    int limited = 0, several = 0;
    for (int trial = 0; trial < 1500; ++trial) {
        const RouteWorld world = test::world_of(lines_with_single_gates(random, trial % 2 == 0), {});
        const auto nodes = static_cast<std::uint32_t>(world.network->node_count());
        const auto anywhere = [&] { return NodeId{static_cast<std::uint32_t>(random() % nodes)}; };
        const std::vector<NodeId> origins{anywhere(), anywhere()};
        NodeId to = anywhere();
        while (std::count(origins.begin(), origins.end(), to) > 0) to = NodeId{(to.value + 1) % nodes};
        auto states = test::random_states(random, world.gates.size());
        Caps caps;
        for (std::size_t g = 0; g < states.size(); ++g) {
            caps.push_back(random() % 4 == 0 ? std::nullopt : std::optional<std::int64_t>(random() % 40));
        }
        const auto program = world.program();
        std::vector<Traveller> travellers;
        for (const NodeId origin : origins) travellers.push_back({&program.graph(), origin, {to}, states});
        const Throughput found = throughput(travellers, caps);
        const std::int64_t flow = boost_flow(world, origins, to, states, caps, unlimited);
        EXPECT_EQ(found.unlimited, flow >= unlimited);
        EXPECT_EQ(found.reachable, arrivals(program.graph(), origins, states).node_ms[to.index()] != no_way_ms);
        if (found.unlimited) continue;
        EXPECT_EQ(found.at_least, flow);
        EXPECT_EQ(found.at_most, flow);
        std::int64_t cut = 0;
        for (const GateId gate : found.binding) cut += caps[gate.index()].value();
        EXPECT_EQ(cut, flow) << "what binds lets through what comes";
        limited += found.reachable ? 1 : 0;
        several += found.binding.size() > 1 ? 1 : 0;
    }
    EXPECT_GT(limited, 100);
    EXPECT_GT(several, 20);
}

TEST(Law, WhereGatesLieInPartsOpeningOneNeverNarrowsTheRange) {
    std::mt19937 random(1871);
    for (int trial = 0; trial < 400; ++trial) {
        const RouteWorld world = test::random_world(random, 10, 20, 4);
        auto states = test::random_states(random, world.gates.size());
        Caps caps;
        for (std::size_t g = 0; g < states.size(); ++g) caps.emplace_back(random() % 30);
        const auto program = world.program();
        const auto found = [&] {
            const Traveller traveller{&program.graph(), world.terminals.front(), {world.terminals.back()}, states};
            return throughput({&traveller, 1}, caps);
        };
        const Throughput before = found();
        EXPECT_LE(before.at_least, before.at_most);
        states[0].open = true;
        const Throughput after = found();
        EXPECT_TRUE(after.unlimited || before.unlimited || after.at_most >= before.at_most);
        EXPECT_GE(after.unlimited, before.unlimited);
    }
}

}  // namespace
}  // namespace aidway
