// SPDX-License-Identifier: Apache-2.0
#include "support/route_oracle.hpp"

#include <algorithm>
#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/dijkstra_shortest_paths.hpp>
#include <limits>

namespace aidway::test {

std::vector<std::uint32_t> boost_matrix(const RouteWorld& world, const std::vector<GateState>& states) {
    const auto times = boost_costs(world, states, [&world](std::size_t arc, const GateState* entered) {
        return world.times_ms[arc] + (entered != nullptr ? entered->delay.count() * 1000 : 0);
    });
    std::vector<std::uint32_t> matrix;
    for (const std::int64_t time : times) matrix.push_back(time < 0 ? no_way_ms : static_cast<std::uint32_t>(time));
    return matrix;
}

std::vector<std::int64_t> boost_costs(const RouteWorld& world, const std::vector<GateState>& states,
                                      const ArcCost& cost) {
    using Weight = boost::property<boost::edge_weight_t, std::int64_t>;
    using Graph = boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS, boost::no_property, Weight>;
    constexpr std::int64_t never = std::numeric_limits<std::int64_t>::max();
    const RoadNetwork& network = *world.network;
    std::vector<std::size_t> gate_of(network.arc_count(), states.size());
    for (std::size_t gate = 0; gate < world.gates.size(); ++gate) {
        for (const ArcId arc : world.gates[gate].arcs) gate_of[arc.index()] = gate;
    }
    // Layer g holds who came through gate g; the last layer, who came from elsewhere.
    const std::size_t layers = states.size() + 1;
    Graph graph(network.node_count() * layers);
    for (std::size_t arc = 0; arc < network.arc_count(); ++arc) {
        const std::size_t gate = gate_of[arc];
        if (gate < states.size() && !states[gate].open) continue;
        for (std::size_t layer = 0; layer < layers; ++layer) {
            const bool enters = gate < states.size() && gate != layer;
            boost::add_edge(network.tail()[arc].index() * layers + layer, network.head()[arc].index() * layers + gate,
                            cost(arc, enters ? &states[gate] : nullptr), graph);
        }
    }
    std::vector<std::int64_t> matrix;
    std::vector<std::int64_t> costs(boost::num_vertices(graph));
    for (const NodeId from : world.terminals) {
        boost::dijkstra_shortest_paths(
            graph, from.index() * layers + states.size(),
            boost::distance_map(boost::make_iterator_property_map(costs.begin(), get(boost::vertex_index, graph)))
                .distance_inf(never));
        for (const NodeId to : world.terminals) {
            const auto begin = costs.begin() + static_cast<std::ptrdiff_t>(to.index() * layers);
            const std::int64_t best = *std::min_element(begin, begin + static_cast<std::ptrdiff_t>(layers));
            matrix.push_back(best == never ? -1 : best);
        }
    }
    return matrix;
}

}  // namespace aidway::test
