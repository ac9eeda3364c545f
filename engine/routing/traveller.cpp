// SPDX-License-Identifier: Apache-2.0
#include "routing/traveller.hpp"

#include <algorithm>
#include <stdexcept>

namespace aidway {

void check_travellers(std::span<const Traveller> travellers) {
    if (travellers.empty()) throw std::invalid_argument("nobody sets out");
    const auto& first = travellers.front();
    const std::size_t nodes = first.graph->network().node_count();
    const auto open_alike = [](const GateState& a, const GateState& b) { return a.open == b.open; };
    for (const auto& traveller : travellers) {
        if (traveller.graph->network().digest() != first.graph->network().digest() ||
            traveller.graph->gates().size() != first.graph->gates().size()) {
            throw std::invalid_argument("travellers are on different networks");
        }
        if (traveller.states.size() != traveller.graph->gates().size()) {
            throw std::invalid_argument("expected one state per gate");
        }
        if (!std::equal(first.states.begin(), first.states.end(), traveller.states.begin(), open_alike)) {
            throw std::invalid_argument("a gate is open to one traveller and closed to another");
        }
        if (traveller.origin.index() >= nodes) throw std::invalid_argument("an origin is no node");
        if (traveller.places.size() != first.places.size())
            throw std::invalid_argument("travellers want to other places");
        for (const NodeId place : traveller.places) {
            if (place.index() >= nodes) throw std::invalid_argument("a place is no node");
        }
    }
}

}  // namespace aidway
