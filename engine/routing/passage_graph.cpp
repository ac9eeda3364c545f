// SPDX-License-Identifier: Apache-2.0
#include "routing/passage_graph.hpp"

#include <algorithm>
#include <limits>
#include <stdexcept>
#include <utility>

#include "network/arc_times.hpp"
#include "network/incoming_arcs.hpp"

namespace aidway {
namespace {

/// Gate of each arc, or `no_gate`.
std::vector<std::uint32_t> gate_of_arcs(const RoadNetwork& network, const std::vector<Gate>& gates) {
    std::vector<std::uint32_t> gate_of(network.arc_count(), PassageGraph::no_gate);
    for (std::uint32_t gate = 0; gate < gates.size(); ++gate) {
        for (const ArcId arc : gates[gate].arcs) {
            if (arc.index() >= gate_of.size()) throw std::invalid_argument("a gate lies on an arc that does not exist");
            if (gate_of[arc.index()] != PassageGraph::no_gate) {
                throw std::invalid_argument("an arc belongs to two gates or twice to one");
            }
            gate_of[arc.index()] = gate;
        }
    }
    return gate_of;
}

/// Gates in whose middle a node lies: gates one can both arrive and go on through, other than by turning round.
/// By stable key, so that no numbering shows.
std::vector<std::uint32_t> gates_around(const RoadNetwork& network, const IncomingArcs& incoming,
                                        const std::vector<std::uint32_t>& gate_of, const std::vector<Gate>& gates,
                                        NodeId node) {
    std::vector<std::uint32_t> around;
    const std::uint32_t begin = network.first_out()[node.index()];
    const std::uint32_t end = network.first_out()[node.index() + 1];
    for (const ArcId in : incoming.of(node)) {
        const std::uint32_t gate = gate_of[in.index()];
        if (gate == PassageGraph::no_gate) continue;
        for (std::uint32_t out = begin; out < end; ++out) {
            if (ArcId{out} != network.reverse()[in.index()] && gate_of[out] == gate) around.push_back(gate);
        }
    }
    std::sort(around.begin(), around.end(), [&gates](std::uint32_t a, std::uint32_t b) {
        return std::pair(gates[a].key, a) < std::pair(gates[b].key, b);
    });
    around.erase(std::unique(around.begin(), around.end()), around.end());
    return around;
}

}  // namespace

PassageGraph::PassageGraph(std::shared_ptr<const RoadNetwork> network, const std::vector<std::uint32_t>& arc_times_ms,
                           std::vector<Gate> gates)
    : network_(std::move(network)), gates_(std::move(gates)) {
    if (!network_) throw std::invalid_argument("there is no network");
    if (arc_times_ms.size() != network_->arc_count()) throw std::invalid_argument("expected one time per arc");
    if (std::find(arc_times_ms.begin(), arc_times_ms.end(), 0U) != arc_times_ms.end()) {
        throw std::invalid_argument("an arc takes at least 1 ms");
    }
    const std::vector<std::uint32_t> gate_of = gate_of_arcs(*network_, gates_);

    const IncomingArcs incoming(*network_);
    std::vector<std::uint32_t> inside;  // gate one has come through, per state
    for (std::uint32_t node = 0; node < network_->node_count(); ++node) {
        first_state_.push_back(static_cast<std::uint32_t>(node_.size()));
        node_.push_back(NodeId{node});
        inside.push_back(no_gate);
        for (const std::uint32_t gate : gates_around(*network_, incoming, gate_of, gates_, NodeId{node})) {
            node_.push_back(NodeId{node});
            inside.push_back(gate);
        }
    }
    first_state_.push_back(static_cast<std::uint32_t>(node_.size()));

    const auto state_after = [&](NodeId node, std::uint32_t gate) {
        const std::uint32_t first = first_state_[node.index()];
        if (gate == no_gate) return first;
        for (std::uint32_t state = first + 1; state < first_state_[node.index() + 1]; ++state) {
            if (inside[state] == gate) return state;
        }
        return first;
    };
    for (std::uint32_t state = 0; state < node_.size(); ++state) {
        first_out_.push_back(static_cast<std::uint32_t>(passages_.size()));
        const std::size_t node = node_[state].index();
        for (std::uint32_t arc = network_->first_out()[node]; arc < network_->first_out()[node + 1]; ++arc) {
            if (arc_times_ms[arc] == no_driving_ms) continue;
            const std::uint32_t gate = gate_of[arc];
            passages_.push_back({state_after(network_->head()[arc], gate), arc_times_ms[arc], gate,
                                 gate != no_gate && gate != inside[state], ArcId{arc}});
            source_.push_back(state);
        }
    }
    first_out_.push_back(static_cast<std::uint32_t>(passages_.size()));
}

bool PassageGraph::prefers(std::uint32_t passage, std::uint32_t other) const noexcept {
    const ArcId a = passages_[passage].arc;
    const ArcId b = passages_[other].arc;
    const std::uint64_t a_key = network_->stable_key()[a.index()];
    const std::uint64_t b_key = network_->stable_key()[b.index()];
    if (a_key != b_key) return a_key < b_key;
    return std::pair(a, source_[passage]) < std::pair(b, source_[other]);
}

}  // namespace aidway
