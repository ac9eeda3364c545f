// SPDX-License-Identifier: Apache-2.0
#include "scenario/road_distance.hpp"

#include <algorithm>
#include <limits>

#include "network/metres_from.hpp"

namespace aidway {
namespace {

std::vector<ArcId> arcs_of(const Scenario& scenario, std::string_view road) {
    std::vector<ArcId> arcs;
    const auto& network = *scenario.network();
    for (std::uint32_t a = 0; a < network.arc_count(); ++a) {
        if (network.road_of({a}) == road) arcs.push_back({a});
    }
    for (const auto& name : scenario.record().roads.at(road).gates) {
        const auto gate = scenario.find_gate(name.text);
        if (!gate) continue;
        const auto& of_gate = scenario.gates()[gate->index()].arcs;
        arcs.insert(arcs.end(), of_gate.begin(), of_gate.end());
    }
    return arcs;
}

}  // namespace

std::vector<double> metres_from_road(const Scenario& scenario, std::string_view road) {
    std::vector<double> metres;
    const auto& violence = scenario.record().violence;
    if (!violence) return metres;
    const auto arcs = arcs_of(scenario, road);
    for (const auto& [name, place] : violence->where) {
        auto& least = metres.emplace_back(std::numeric_limits<double>::infinity());
        for (const auto arc : arcs) {
            least = std::min(least, metres_from(place.at, scenario.network()->shape(arc)));
        }
    }
    return metres;
}

}  // namespace aidway
