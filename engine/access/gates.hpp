// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "access/gate.hpp"
#include "network/road_network.hpp"

namespace aidway {

/// The gates that the network's gate column names, in ascending order of name: GateId i is element i.
[[nodiscard]] std::vector<Gate> gates_of(const RoadNetwork& network);

}  // namespace aidway
