// SPDX-License-Identifier: Apache-2.0
#include "access/placed_gates.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "network/incoming_arcs.hpp"
#include "network/nearest.hpp"

namespace aidway {
namespace {

using Nodes = std::map<NodeId, std::size_t>;  // and the place that stands at each

/// Every arc into the node, and out of it unless it leads to another gate.
std::vector<ArcId> arcs_at(NodeId node, const RoadNetwork& network, const IncomingArcs& incoming, const Nodes& nodes) {
    std::vector<ArcId> arcs(incoming.of(node).begin(), incoming.of(node).end());
    for (std::uint32_t arc = network.first_out()[node.index()]; arc < network.first_out()[node.index() + 1]; ++arc) {
        if (!nodes.contains(network.head()[arc])) arcs.push_back({arc});
    }
    std::sort(arcs.begin(), arcs.end());
    return arcs;
}

/// The place whose gate stands at each node; who finds one taken or none near enough is told.
Nodes nodes_of(const RoadNetwork& network, const std::vector<GatePlace>& places,
               std::vector<PlacedGates::Fault>& faults) {
    Nodes nodes;
    const NearestNode nearest(network);
    for (std::size_t i = 0; i < places.size(); ++i) {
        const auto [node, distance] = nearest.nearest(places[i].at);
        if (distance > places[i].within) {
            faults.push_back({i, fmt::format("the nearest junction of the network is {:.3g} km away; expected at most "
                                             "{:g} km, or a greater 'within'",
                                             distance.metres() / 1000, places[i].within.metres() / 1000)});
        } else if (const auto [found, fresh] = nodes.try_emplace(node, i); !fresh) {
            faults.push_back({i, fmt::format("the nearest junction is that of gate '{}' already: one gate stands there",
                                             places[found->second].name)});
        }
    }
    return nodes;
}

}  // namespace

PlacedGates place_gates(const RoadNetwork& network, const std::vector<GatePlace>& places) {
    PlacedGates placed;
    if (network.node_count() == 0 || places.empty()) return placed;
    const IncomingArcs incoming(network);
    const Nodes nodes = nodes_of(network, places, placed.faults);
    for (const auto& [node, place] : nodes) {
        Gate gate{places[place].name, entity_key({places[place].name}), arcs_at(node, network, incoming, nodes)};
        const auto other = std::find_if(gate.arcs.begin(), gate.arcs.end(),
                                        [&](ArcId arc) { return network.label_of(arc).gate != 0; });
        if (other == gate.arcs.end()) {
            placed.gates.push_back(std::move(gate));
        } else {
            placed.faults.push_back({place, fmt::format("a road at the nearest junction lies in gate '{}' of the layer",
                                                        network.gate_of(*other))});
        }
    }
    std::sort(placed.gates.begin(), placed.gates.end(), [](const Gate& a, const Gate& b) { return a.name < b.name; });
    std::sort(placed.faults.begin(), placed.faults.end(),
              [](const auto& a, const auto& b) { return a.place < b.place; });
    return placed;
}

}  // namespace aidway
