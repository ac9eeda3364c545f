// SPDX-License-Identifier: Apache-2.0
#include "routing/near_end.hpp"

#include <algorithm>
#include <stdexcept>

namespace aidway {
namespace {

std::uint32_t gate_of(const PassageGraph& graph, ArcId arc) {
    const auto& gates = graph.gates();
    const auto found = std::find_if(gates.begin(), gates.end(), [&](const Gate& gate) {
        return std::binary_search(gate.arcs.begin(), gate.arcs.end(), arc);
    });
    return found == gates.end() ? PassageGraph::no_gate : static_cast<std::uint32_t>(found - gates.begin());
}

}  // namespace

NodeId near_end(const PassageGraph& graph, const Route& way, std::size_t step) {
    std::size_t entered = 0;
    std::uint32_t before = PassageGraph::no_gate;
    for (const ArcId arc : way.arcs) {
        const std::uint32_t gate = gate_of(graph, arc);
        if (gate != PassageGraph::no_gate && gate != before && entered++ == step) {
            return graph.network().tail()[arc.index()];
        }
        before = gate;
    }
    throw std::out_of_range("the way has no such step");
}

}  // namespace aidway
