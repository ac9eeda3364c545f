// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <vector>

#include "routing/passage_graph.hpp"

namespace aidway {

/// One who sets out: the roads of a vehicle, where it starts, and the gates as it meets them.
struct Traveller {
    const PassageGraph* graph;  ///< must outlive it
    NodeId origin;
    std::vector<GateState> states;  ///< one per gate
};

/// Throws std::invalid_argument unless there is a traveller, all have the same network, gates and open gates, and
/// origins and `places` are nodes.
void check_travellers(std::span<const Traveller> travellers, std::span<const NodeId> places);

}  // namespace aidway
