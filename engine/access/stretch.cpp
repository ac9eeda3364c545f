// SPDX-License-Identifier: Apache-2.0
#include "access/stretch.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <limits>
#include <tuple>
#include <utility>

#include "core/diagnostic.hpp"
#include "network/metres_from.hpp"

namespace aidway {

StretchFinder::StretchFinder(const RoadNetwork& network, const std::vector<Gate>& gates)
    : network_(network), gates_(gates), gate_of_(network.arc_count(), static_cast<std::uint32_t>(gates.size())) {
    for (std::uint32_t g = 0; g < gates.size(); ++g) {
        for (const ArcId arc : gates[g].arcs) gate_of_[arc.index()] = g;
    }
}

FoundStretch StretchFinder::find(const Stretch& stretch) const {
    if (stretch.gate) return gate(*stretch.gate);
    if (stretch.road) return road(*stretch.road);
    if (stretch.at) return nearest(*stretch.at, stretch.within);
    return {{}, {}, "expected a 'gate', a 'road' or a place 'at' which it lies"};
}

std::vector<ArcId> StretchFinder::free_arcs(const FoundStretch& found) const {
    std::vector<ArcId> free;
    std::copy_if(found.arcs.begin(), found.arcs.end(), std::back_inserter(free),
                 [&](ArcId arc) { return gate_of_[arc.index()] == gates_.size(); });
    return free;
}

FoundStretch StretchFinder::gate(const std::string& name) const {
    const auto found = std::find_if(gates_.begin(), gates_.end(), [&](const Gate& gate) { return gate.name == name; });
    if (found != gates_.end()) return with_gates(found->arcs);
    std::vector<std::string> names;
    for (const Gate& gate : gates_) names.push_back(gate.name);
    return {{}, {}, "no gate '" + name + "'" + suggestion(name, names)};
}

FoundStretch StretchFinder::road(const std::string& name) const {
    const auto& roads = network_.words().roads;  // ascending; none is named twice
    const auto found = std::lower_bound(roads.begin(), roads.end(), name);
    if (name.empty() || found == roads.end() || *found != name) {
        return {{}, {}, "no road '" + name + "' in the network's layer" + suggestion(name, roads)};
    }
    const auto wanted = static_cast<std::uint32_t>(found - roads.begin());
    std::vector<ArcId> arcs;
    for (std::uint32_t arc = 0; arc < network_.arc_count(); ++arc) {
        if (network_.label_of({arc}).road == wanted) arcs.push_back({arc});
    }
    return with_gates(std::move(arcs));
}

FoundStretch StretchFinder::nearest(LonLat at, Distance within) const {
    auto best = std::tuple(std::numeric_limits<double>::infinity(), std::numeric_limits<std::uint64_t>::max());
    ArcId piece = no_arc;
    for (std::uint32_t number = 0; number < network_.arc_count(); ++number) {
        if (network_.reverse()[number] < ArcId{number}) continue;
        const std::tuple here(metres_from(at, network_.shape({number})), network_.stable_key()[number]);
        if (here < best) std::tie(best, piece) = std::pair(here, ArcId{number});
    }
    if (piece == no_arc || std::get<0>(best) > within.metres()) {
        return {{},
                {},
                fmt::format("the nearest road is {:.3g} km away; expected at most {:g} km, or a greater "
                            "'within'",
                            std::get<0>(best) / 1000, within.metres() / 1000)};
    }
    std::vector<ArcId> arcs{piece};
    if (const ArcId back = network_.reverse()[piece.index()]; back != no_arc) arcs.push_back(back);
    return with_gates(std::move(arcs));
}

std::vector<GateId> StretchFinder::gates_on(const std::vector<ArcId>& arcs) const {
    std::vector<GateId> on;
    for (const ArcId arc : arcs) {
        if (const std::uint32_t gate = gate_of_[arc.index()]; gate < gates_.size()) on.push_back({gate});
    }
    std::sort(on.begin(), on.end());
    on.erase(std::unique(on.begin(), on.end()), on.end());
    return on;
}

FoundStretch StretchFinder::with_gates(std::vector<ArcId> arcs) const {
    FoundStretch found{std::move(arcs), {}, ""};
    found.gates = gates_on(found.arcs);
    return found;
}

}  // namespace aidway
