// SPDX-License-Identifier: Apache-2.0
#include "routing/arc_graph.hpp"

#include <gmock/gmock.h>

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/dijkstra_shortest_paths.hpp>
#include <random>

namespace aidway {
namespace {

using testing::ElementsAre;
using Numbers = std::vector<std::uint32_t>;

TEST(ArcGraph, GoesTheLightestWayAndOnlyAlongArcs) {
    const ArcGraph graph(4, Numbers{0, 0, 1, 3}, Numbers{1, 2, 2, 0}, Numbers{2, 7, 3, 1});
    EXPECT_THAT(graph.distances({0}), ElementsAre(0, 2, 5, ArcGraph::no_way));
    EXPECT_THAT(graph.distances({2}), ElementsAre(ArcGraph::no_way, ArcGraph::no_way, 0, ArcGraph::no_way));
}

TEST(ArcGraph, SumsThatLeaveTheirRangeStandStill) {
    const ArcGraph graph(3, Numbers{0, 1}, Numbers{1, 2}, Numbers{ArcGraph::no_way - 2, 9});
    EXPECT_THAT(graph.distances({0}), ElementsAre(0, ArcGraph::no_way - 2, ArcGraph::no_way - 1));
}

TEST(ArcGraph, RefusesWhatIsNoArcAndTakesALoop) {
    EXPECT_THROW(ArcGraph(1, Numbers{0}, Numbers{1}, Numbers{1}), std::invalid_argument);
    EXPECT_THROW(ArcGraph(2, Numbers{0}, Numbers{1}, Numbers{0}), std::invalid_argument);
    EXPECT_THROW(ArcGraph(2, Numbers{0}, Numbers{1}, Numbers{}), std::invalid_argument);
    EXPECT_THROW((void)ArcGraph(1, Numbers{}, Numbers{}, Numbers{}).distances({1}), std::invalid_argument);
    EXPECT_THAT(ArcGraph(1, Numbers{0}, Numbers{0}, Numbers{1}).distances({0}), ElementsAre(0));
}

TEST(Law, ArcGraphFindsTheDistancesOfBoostGraph) {
    using Peer = boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS, boost::no_property,
                                       boost::property<boost::edge_weight_t, std::uint32_t>>;
    std::mt19937 generator(1);
    const auto random = [&generator] { return static_cast<std::uint32_t>(generator()); };
    for (int trial = 0; trial < 1000; ++trial) {
        const std::uint32_t nodes = 1 + random() % 30;
        Numbers tail, head, weight;
        Peer peer(nodes);
        for (std::uint32_t arcs = random() % 90; arcs > 0; --arcs) {
            tail.push_back(random() % nodes);
            head.push_back(random() % nodes);
            weight.push_back(1 + random() % 20);
            add_edge(tail.back(), head.back(), weight.back(), peer);
        }
        Numbers theirs(nodes);
        boost::dijkstra_shortest_paths(
            peer, 0,
            boost::distance_map(make_iterator_property_map(theirs.begin(), get(boost::vertex_index, peer)))
                .distance_inf(ArcGraph::no_way));
        EXPECT_EQ(ArcGraph(nodes, tail, head, weight).distances({0}), theirs);
    }
}

}  // namespace
}  // namespace aidway
