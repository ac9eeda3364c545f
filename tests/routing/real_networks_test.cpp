// SPDX-License-Identifier: Apache-2.0
// Real extracts of OpenStreetMap beside Boost.Graph: distances, islands, disjoint ways and flows.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/connected_components.hpp>
#include <boost/graph/dijkstra_shortest_paths.hpp>
#include <random>

#include "io/osm/osm_file.hpp"
#include "io/text_file.hpp"
#include "network/arc_times.hpp"
#include "network/islands.hpp"
#include "routing/arrivals.hpp"
#include "routing/disjoint_ways.hpp"
#include "routing/throughput.hpp"
#include "support/flow_graph.hpp"
#include "support/folders.hpp"

namespace aidway {
namespace {

using Directed = boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS, boost::no_property,
                                       boost::property<boost::edge_weight_t, std::int64_t>>;
using Undirected = boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS>;

class RealNetworks : public testing::TestWithParam<const char*> {
protected:
    static std::shared_ptr<const RoadNetwork> read(const std::string& name) {
        std::vector<Diagnostic> faults;
        const auto meanings =
            read_tag_meanings("osm-roads.yaml", read_text_file(common_data() / "osm-roads.yaml"), faults);
        const auto path = test_data() / "osm-extracts" / (name + ".osm.pbf");
        auto roads = read_osm_file(path, meanings.value(), {}, name, faults);
        EXPECT_THAT(faults, testing::IsEmpty());
        return std::make_shared<const RoadNetwork>(std::move(roads.value().pieces));
    }
};

TEST_P(RealNetworks, GiveTheTimesOfBoostFromDrawnNodesToAll) {
    const auto network = read(GetParam());
    const VehicleProfile profile{
        .name = "lorry", .default_speed = Speed::kilometres_per_hour(30), .speed_by_class = {}, .traffic = "heavy"};
    const auto times = arc_times_ms(*network, profile);
    Directed graph(network->node_count());
    for (std::uint32_t arc = 0; arc < network->arc_count(); ++arc) {
        if (times[arc] == no_driving_ms) continue;
        boost::add_edge(network->tail()[arc].value, network->head()[arc].value, std::int64_t{times[arc]}, graph);
    }
    const PassageGraph ours(network, times, {});
    std::mt19937 random(7);
    for (int trial = 0; trial < 5; ++trial) {
        const NodeId start{static_cast<std::uint32_t>(random() % network->node_count())};
        std::vector<std::int64_t> expected(network->node_count());
        boost::dijkstra_shortest_paths(graph, start.value, boost::distance_map(expected.data()));
        const auto found = arrivals(ours, {&start, 1}, {}).node_ms;
        for (std::size_t node = 0; node < expected.size(); ++node) {
            const bool never = expected[node] == std::numeric_limits<std::int64_t>::max();
            ASSERT_EQ(found[node] == no_way_ms ? -1 : std::int64_t{found[node]}, never ? -1 : expected[node]) << node;
        }
    }
}

TEST_P(RealNetworks, HaveTheIslandsOfBoost) {
    const auto network = read(GetParam());
    Undirected graph(network->node_count());
    for (std::uint32_t arc = 0; arc < network->arc_count(); ++arc) {
        boost::add_edge(network->tail()[arc].value, network->head()[arc].value, graph);
    }
    std::vector<std::uint32_t> expected(network->node_count());
    const auto count = boost::connected_components(graph, expected.data());
    const auto found = islands(*network);
    std::vector<std::uint32_t> ours(count, 0xffff'ffff);
    for (std::size_t node = 0; node < found.size(); ++node) {
        auto& name = ours[expected[node]];
        if (name == 0xffff'ffff) name = found[node];
        ASSERT_EQ(found[node], name) << node;
    }
    std::sort(ours.begin(), ours.end());
    for (std::uint32_t island = 0; island < count; ++island) EXPECT_EQ(ours[island], island);
}

/// Driving times for a lorry that nothing bars.
std::vector<std::uint32_t> times_on(const RoadNetwork& network) {
    return arc_times_ms(network,
                        {.name = "lorry", .default_speed = Speed::kilometres_per_hour(30), .speed_by_class = {}});
}

TEST_P(RealNetworks, HaveAsManyDisjointWaysAsBoostFindsFlows) {
    const auto network = read(GetParam());
    const PassageGraph ours(network, times_on(*network), {});
    std::mt19937 random(11);
    std::size_t most = 0;
    for (int trial = 0; trial < 8; ++trial) {
        const NodeId from{static_cast<std::uint32_t>(random() % network->node_count())};
        const NodeId to{static_cast<std::uint32_t>(random() % network->node_count())};
        if (from == to) continue;
        test::FlowGraph graph(network->node_count());
        for (std::uint32_t arc = 0; arc < network->arc_count(); ++arc) {
            graph.connect(network->tail()[arc].index(), network->head()[arc].index(), 1);
        }
        const auto found = disjoint_ways(ours, {&from, 1}, to, {});
        EXPECT_EQ(static_cast<std::int64_t>(found.size()), graph.max_flow(from.index(), to.index()));
        most = std::max(most, found.size());
    }
    EXPECT_GT(most, 1U);
}

/// The nodes round a place, nearest first in roads.
std::vector<bool> ball_round(const RoadNetwork& network, NodeId middle, std::size_t size) {
    std::vector<bool> in(network.node_count(), false);
    std::vector<NodeId> reached{middle};
    in[middle.index()] = true;
    for (std::size_t i = 0; i < reached.size() && reached.size() < size; ++i) {
        const auto node = reached[i].index();
        for (auto arc = network.first_out()[node]; arc < network.first_out()[node + 1]; ++arc) {
            const NodeId next = network.head()[arc];
            if (in[next.index()] || reached.size() >= size) continue;
            in[next.index()] = true;
            reached.push_back(next);
        }
    }
    return in;
}

TEST_P(RealNetworks, LetThroughGatesRoundATownWhatBoostFinds) {
    const auto network = read(GetParam());
    std::mt19937 random(13);
    constexpr std::int64_t unlimited = 1'000'000;
    int limited = 0;
    for (int trial = 0; trial < 4; ++trial) {
        const NodeId to{static_cast<std::uint32_t>(random() % network->node_count())};
        const NodeId from{static_cast<std::uint32_t>(random() % network->node_count())};
        const auto town = ball_round(*network, to, 60);
        if (town[from.index()]) continue;
        std::vector<Gate> gates;
        std::vector<std::optional<std::int64_t>> caps;
        test::FlowGraph graph(network->node_count());
        for (std::uint32_t arc = 0; arc < network->arc_count(); ++arc) {
            const NodeId tail = network->tail()[arc], head = network->head()[arc];
            const ArcId back = network->reverse()[arc];
            std::int64_t capacity = unlimited;
            if (town[tail.index()] != town[head.index()]) {
                const ArcId lower = std::min(ArcId{arc}, back);
                capacity = 1 + lower.value % 30;
                if (lower == ArcId{arc}) {
                    const std::string name = "g" + std::to_string(arc);
                    gates.push_back({name, entity_key({name}), {lower}});
                    if (back != no_arc) gates.back().arcs.push_back(back);
                    caps.emplace_back(capacity);
                }
            }
            graph.connect(tail.index(), head.index(), capacity);
        }
        const std::vector<GateState> open(gates.size());
        const PassageGraph ours(network, times_on(*network), gates);
        const Throughput found = throughput(std::vector{Traveller{&ours, from, {to}, open}}, caps);
        const std::int64_t flow = graph.max_flow(from.index(), to.index());
        ASSERT_FALSE(found.unlimited) << "every road into the town has a gate";
        EXPECT_EQ(found.at_least, flow);
        EXPECT_EQ(found.at_most, flow);
        limited += flow > 0 ? 1 : 0;
    }
    EXPECT_GT(limited, 0);
}

INSTANTIATE_TEST_SUITE_P(Extracts, RealNetworks,
                         testing::Values("an-nabk", "andorra", "liechtenstein", "heidelberg", "porto"),
                         [](const auto& one) {
                             std::string name = one.param;
                             std::erase(name, '-');
                             return name;
                         });

}  // namespace
}  // namespace aidway
