// SPDX-License-Identifier: Apache-2.0
// Real extracts of OpenStreetMap beside Boost.Graph: distances and islands.
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

INSTANTIATE_TEST_SUITE_P(Extracts, RealNetworks,
                         testing::Values("an-nabk", "andorra", "liechtenstein", "heidelberg", "porto"),
                         [](const auto& one) {
                             std::string name = one.param;
                             std::erase(name, '-');
                             return name;
                         });

}  // namespace
}  // namespace aidway
