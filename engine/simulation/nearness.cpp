// SPDX-License-Identifier: Apache-2.0
#include "simulation/nearness.hpp"

#include <algorithm>
#include <limits>

#include "network/metres_from.hpp"

namespace aidway {
std::vector<double> metres_from_arcs(std::span<const LonLat> places, const RoadNetwork& network,
                                     std::span<const ArcId> arcs) {
    std::vector<double> metres(places.size(), std::numeric_limits<double>::infinity());
    if (places.empty()) return metres;
    for (const auto arc : arcs) {
        const auto shape = network.shape(arc);
        for (std::size_t p = 0; p < places.size(); ++p) metres[p] = std::min(metres[p], metres_from(places[p], shape));
    }
    return metres;
}

Nearness nearness_of(const Scenario& scenario) {
    Nearness near;
    const auto& record = scenario.record();
    if (!record.violence) return near;
    for (const auto& [name, place] : record.violence->where) {
        near.places.push_back(place.at);
        auto& communities = near.communities_m.emplace_back();
        for (const auto& [community, it] : record.communities) {
            communities.push_back(great_circle(place.at, it.at).metres());
        }
        auto& gates = near.gates_m.emplace_back();
        for (const auto& gate : scenario.gates()) {
            gates.push_back(metres_from_arcs(std::span(&place.at, 1), *scenario.network(), gate.arcs).front());
        }
    }
    return near;
}

}  // namespace aidway
