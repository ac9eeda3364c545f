// SPDX-License-Identifier: Apache-2.0
#include "routing/nearest_junction.hpp"

#include <cstdint>
#include <vector>

namespace aidway {

std::optional<WayEnd> nearest_junction(const PassageGraph& graph, LonLat place) {
    const RoadNetwork& network = graph.network();
    std::vector<bool> driven(network.node_count(), false);
    for (const PassageGraph::Passage& passage : graph.passages()) {
        driven[network.tail()[passage.arc.index()].index()] = true;
        driven[network.head()[passage.arc.index()].index()] = true;
    }
    std::optional<WayEnd> nearest;
    for (std::uint32_t node = 0; node < network.node_count(); ++node) {
        if (!driven[node]) continue;
        const Distance distance = great_circle(place, network.position({node}));
        // Nodes ascend by longitude, then latitude: of equals the first stays.
        if (!nearest || distance < nearest->from_junction) nearest = WayEnd{{node}, distance};
    }
    return nearest;
}

}  // namespace aidway
