// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "access/gate.hpp"
#include "core/lon_lat.hpp"
#include "network/road_network.hpp"

namespace aidway {

/// A line that roads cross through gates, such as a siege line; in parts.
struct GateLine {
    std::string name;
    std::vector<std::vector<LonLat>> parts;  ///< each through two valid points or more
};

/// A gate where a road crosses such a line.
struct LineGate {
    Gate gate;
    LonLat at;  ///< the end of the road's piece that comes first in the network's order
};

/// Gates where roads cross or touch the line, named "<line>-<k>", k = 1, 2, .. in the network's order: each is a piece
/// of road from junction to junction, both ways; where the line leads through a junction, all pieces that meet there
/// are one gate. What lies in one of `known` is passed over: one gate stands there. Lines and roads are straight
/// between their points in longitude and latitude, and the test is exact. Cost: linear in
/// the points of roads, and the points of the line for each of their segments within its box.
[[nodiscard]] std::vector<LineGate> line_gates(const RoadNetwork& network, const GateLine& line,
                                               const std::vector<Gate>& known);

}  // namespace aidway
