// SPDX-License-Identifier: Apache-2.0
#include "routing/disjoint_ways.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/successive_shortest_path_nonnegative_weights.hpp>
#include <set>

#include "support/route_world.hpp"

namespace aidway {
namespace {

using std::chrono::minutes;
using test::drawn_world;
using test::RouteWorld;

std::vector<DisjointWay> ask(const RouteWorld& world, const std::vector<NodeId>& origins, NodeId to,
                             const std::vector<GateState>& states) {
    const auto program = world.program();
    return disjoint_ways(program.graph(), origins, to, states);
}

std::vector<std::int64_t> minutes_of(const std::vector<DisjointWay>& ways) {
    std::vector<std::int64_t> all;
    for (const auto& way : ways)
        all.push_back(std::chrono::round<minutes>(std::chrono::milliseconds(way.time_ms)).count());
    return all;
}

const char* const three_ways =
    "C-------D\n"
    "|       |\n"
    "A---1---B\n"
    "|       |\n"
    "|       |\n"
    "E---2---F\n";

TEST(DisjointWays, CountEachRoadOnceAndPassNoClosedGate) {
    const RouteWorld world = drawn_world(three_ways, "AB");
    const std::vector<NodeId> from{world.terminals[0]};
    EXPECT_THAT(minutes_of(ask(world, from, world.terminals[1], {{}, {}})), testing::ElementsAre(8, 12, 14));
    EXPECT_THAT(minutes_of(ask(world, from, world.terminals[1], {{false, {}}, {}})), testing::ElementsAre(12, 14));
    EXPECT_THAT(minutes_of(ask(world, from, world.terminals[1], {{false, {}}, {false, {}}})), testing::ElementsAre(12));
}

TEST(DisjointWays, GiveUpTheFastestWayWhereTwoOthersNeedItsRoads) {
    // The fastest way A-C-D-B crosses over by C-D; the two ways along the top and the bottom share nothing.
    const RouteWorld world = drawn_world(
        "A-C-----E\n"
        "| |     |\n"
        "F-D-----B\n",
        "AB");
    const auto ways = ask(world, {world.terminals[0]}, world.terminals[1], {});
    EXPECT_THAT(ways, testing::SizeIs(2));
}

TEST(DisjointWays, NeedNoWayForWhoIsThereAndFindNoneWhereNoneIs) {
    const RouteWorld world = drawn_world("A-1-B", "AB");
    EXPECT_THAT(ask(world, {world.terminals[0]}, world.terminals[0], {{}}), testing::IsEmpty());
    EXPECT_THAT(ask(world, {world.terminals[0]}, world.terminals[1], {{false, {}}}), testing::IsEmpty());
    EXPECT_THAT(ask(world, {}, world.terminals[1], {{}}), testing::IsEmpty());
    EXPECT_THROW((void)ask(world, {NodeId{99}}, world.terminals[1], {{}}), std::invalid_argument);
    EXPECT_THROW((void)ask(world, {world.terminals[0]}, world.terminals[1], {}), std::invalid_argument);
}

/// How many ways and what they cost together, by Boost.Graph. Costs are whole numbers in doubles: its potentials add
/// up infinities where nothing leads.
std::pair<std::size_t, std::int64_t> boost_flow(const RouteWorld& world, const std::vector<NodeId>& origins, NodeId to,
                                                const std::vector<GateState>& states) {
    using Traits = boost::adjacency_list_traits<boost::vecS, boost::vecS, boost::directedS>;
    using Edges = boost::property<boost::edge_capacity_t, std::int64_t,
                                  boost::property<boost::edge_residual_capacity_t, std::int64_t,
                                                  boost::property<boost::edge_reverse_t, Traits::edge_descriptor,
                                                                  boost::property<boost::edge_weight_t, double>>>>;
    using Graph = boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS, boost::no_property, Edges>;
    const auto& network = *world.network;
    Graph graph(network.node_count() + 1);
    std::vector<Traits::edge_descriptor> connected;
    const auto connect = [&](std::size_t a, std::size_t b, std::int64_t capacity, double cost) {
        const auto there = boost::add_edge(a, b, graph).first;
        const auto back = boost::add_edge(b, a, graph).first;
        boost::put(boost::edge_capacity, graph, there, capacity);
        boost::put(boost::edge_capacity, graph, back, 0);
        boost::put(boost::edge_weight, graph, there, cost);
        boost::put(boost::edge_weight, graph, back, -cost);
        boost::put(boost::edge_reverse, graph, there, back);
        boost::put(boost::edge_reverse, graph, back, there);
        connected.push_back(there);
    };
    std::vector<bool> shut(network.arc_count(), false);
    for (std::size_t g = 0; g < world.gates.size(); ++g) {
        for (const ArcId arc : world.gates[g].arcs) shut[arc.index()] = !states[g].open;
    }
    for (std::uint32_t arc = 0; arc < network.arc_count(); ++arc) {
        if (shut[arc]) continue;
        connect(network.tail()[arc].index(), network.head()[arc].index(), 1, world.times_ms[arc]);
    }
    std::set<NodeId> distinct(origins.begin(), origins.end());
    distinct.erase(to);
    for (const NodeId origin : distinct) connect(network.node_count(), origin.index(), 1000, 0);
    boost::successive_shortest_path_nonnegative_weights(graph, network.node_count(), to.index());
    std::int64_t ways = 0;
    std::int64_t cost = 0;
    for (const auto edge : connected) {
        const std::int64_t sent =
            boost::get(boost::edge_capacity, graph, edge) - boost::get(boost::edge_residual_capacity, graph, edge);
        cost += sent * static_cast<std::int64_t>(boost::get(boost::edge_weight, graph, edge));
        if (boost::source(edge, graph) == network.node_count()) ways += sent;
    }
    return {static_cast<std::size_t>(ways), cost};
}

TEST(Law, DisjointWaysAreAsManyAndAsFastAsAnIndependentFlowFinds) {
    std::mt19937 random(1815);
    std::size_t most = 0;
    for (int trial = 0; trial < 1000; ++trial) {
        const RouteWorld world =
            trial % 2 == 0 ? test::random_world(random, 10, 24, 3) : test::one_way_world(random, 10, 24, 3);
        const auto states = test::random_states(random, world.gates.size());
        const std::size_t count = world.terminals.size();
        const NodeId to = world.terminals[count / 2];
        const std::vector<NodeId> origins{world.terminals[0], world.terminals[count - 1], world.terminals[1]};
        const auto ways = ask(world, origins, to, states);
        std::int64_t total = 0;
        std::set<std::size_t> roads;
        for (const auto& way : ways) {
            ASSERT_EQ(world.network->tail()[way.arcs.front().index()], origins[way.origin]);
            ASSERT_EQ(world.network->head()[way.arcs.back().index()], to);
            for (std::size_t i = 0; i < way.arcs.size(); ++i) {
                const auto arc = way.arcs[i].index();
                if (i > 0) {
                    ASSERT_EQ(world.network->tail()[arc], world.network->head()[way.arcs[i - 1].index()]);
                }
                ASSERT_TRUE(roads.insert(std::min(arc, world.network->reverse()[arc].index())).second);
            }
            total += static_cast<std::int64_t>(way.time_ms);
        }
        EXPECT_EQ(std::pair(ways.size(), total), boost_flow(world, origins, to, states));
        most = std::max(most, ways.size());
    }
    EXPECT_GT(most, 3U) << "some of the graphs must be hard";
}

TEST(Law, OpeningAGateNeverTakesAWayAway) {
    std::mt19937 random(1832);
    for (int trial = 0; trial < 200; ++trial) {
        const RouteWorld world = test::random_world(random, 12, 28, 3);
        auto states = test::random_states(random, world.gates.size());
        const std::vector<NodeId> origins{world.terminals.front()};
        states[0].open = false;
        const auto before = ask(world, origins, world.terminals.back(), states);
        states[0].open = true;
        EXPECT_GE(ask(world, origins, world.terminals.back(), states).size(), before.size());
    }
}

}  // namespace
}  // namespace aidway
