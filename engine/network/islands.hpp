// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "network/repair.hpp"
#include "network/road_network.hpp"

namespace aidway {

/// Which island each node lies on: nodes that hang together whatever the direction of roads have one number. The island
/// with the most nodes is 0, and so on; of islands of one size the one with the least node comes first.
[[nodiscard]] std::vector<std::uint32_t> islands(const RoadNetwork& network);

/// Tells of every island but the first, at its least node, as kind "island", with the length of its roads: "2 nodes and
/// 1.4 km of road hang together apart from the rest". Ordered by place.
[[nodiscard]] std::vector<Repair> lone_islands(const RoadNetwork& network);

}  // namespace aidway
