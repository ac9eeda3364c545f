// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "access/gate.hpp"
#include "network/road_network.hpp"

namespace aidway {

/// Where a gate stands that the network's own layer does not name.
struct GatePlace {
    std::string name;
    LonLat at;
    Distance within;  ///< how far the nearest junction may lie
};

/// Gates found at their places, and what is wrong with the places that have none.
struct PlacedGates {
    struct Fault {
        std::size_t place;  ///< position among the places
        std::string what;   ///< "the nearest junction of the network is 1.2 km away; expected at most 0.5 km"
    };
    std::vector<Gate> gates;    ///< ascending by name, without those that are faulty
    std::vector<Fault> faults;  ///< ascending by place
};

/// The gate at a place is every arc into and out of the nearest node. An arc from one such node to another belongs to
/// the gate at its head: whoever arrives at a gate has passed it. Faults: a node farther away than `within`, a node
/// that another place has already, an arc that lies in a gate of the layer. The order of the places changes nothing but
/// which of two places at one node is told of, the later one. `places` must be valid; their names differ from each
/// other and from those of the layer.
[[nodiscard]] PlacedGates place_gates(const RoadNetwork& network, const std::vector<GatePlace>& places);

}  // namespace aidway
