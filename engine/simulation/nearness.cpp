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

std::vector<double> metres_from_legs(std::span<const LonLat> places, const PassageGraph& graph, const Route& route) {
    std::vector<double> metres;
    const std::span arcs(route.arcs);
    std::size_t from = 0, leg = 0;
    bool inside = false;  // the gate that the leg began with
    const auto end_leg = [&](std::size_t until) {
        const auto of_leg = metres_from_arcs(places, graph.network(), arcs.subspan(from, until - from));
        metres.insert(metres.end(), of_leg.begin(), of_leg.end());
        from = until;
    };
    const auto lies_in = [&](ArcId arc, std::size_t step) {
        const auto& of_gate = graph.gates()[route.steps[step].gate.index()].arcs;
        return std::binary_search(of_gate.begin(), of_gate.end(), arc);
    };
    for (std::size_t a = 0; a < arcs.size(); ++a) {
        inside = inside && lies_in(arcs[a], leg - 1);
        if (leg == route.steps.size() || !lies_in(arcs[a], leg)) continue;
        if (inside && route.steps[leg].gate == route.steps[leg - 1].gate) continue;
        end_leg(a);
        ++leg;
        inside = true;
    }
    for (; leg <= route.steps.size(); ++leg) end_leg(arcs.size());
    return metres;
}

std::vector<double> nearest_leg(std::span<const double> legs_m, std::size_t places) {
    std::vector<double> metres(places, std::numeric_limits<double>::infinity());
    for (std::size_t i = 0; i < legs_m.size(); ++i) metres[i % places] = std::min(metres[i % places], legs_m[i]);
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

std::vector<std::vector<std::uint16_t>> gates_within(const Nearness& nearness, double metres) {
    std::vector<std::vector<std::uint16_t>> all;
    for (const auto& of_place : nearness.gates_m) {
        auto& gates = all.emplace_back();
        for (std::size_t g = 0; g < of_place.size(); ++g) {
            if (of_place[g] <= metres) gates.push_back(static_cast<std::uint16_t>(g));
        }
    }
    return all;
}

}  // namespace aidway
