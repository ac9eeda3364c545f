// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <vector>

#include "routing/passage_graph.hpp"

namespace aidway {

/// One who sets out: the roads of a vehicle, where it starts and where it wants to, and the gates as it meets them.
/// Places are the same for all, at the junctions that each can come to.
struct Traveller {
    const PassageGraph* graph;  ///< must outlive it
    NodeId origin;
    std::vector<NodeId> places;
    std::vector<GateState> states;  ///< one per gate
};

/// Throws std::invalid_argument unless there is a traveller, all have the same network, gates and open gates, and
/// origins and places are nodes, as many places for each.
void check_travellers(std::span<const Traveller> travellers);

}  // namespace aidway
