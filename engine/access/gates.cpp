// SPDX-License-Identifier: Apache-2.0
#include "access/gates.hpp"

#include <cstdint>

namespace aidway {

std::vector<Gate> gates_of(const RoadNetwork& network) {
    std::vector<Gate> gates;
    // The names are in ascending order and the first is the name of none.
    const auto& names = network.words().gates;
    for (std::size_t i = 1; i < names.size(); ++i) {
        const std::string& name = names[i];
        gates.push_back({name, entity_key({name}), {}});
    }
    for (std::uint32_t arc = 0; arc < network.arc_count(); ++arc) {
        const std::uint32_t gate = network.label_of({arc}).gate;
        if (gate != 0) gates[gate - 1].arcs.push_back(ArcId{arc});
    }
    return gates;
}

}  // namespace aidway
