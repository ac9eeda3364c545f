// SPDX-License-Identifier: Apache-2.0
#include "simulation/terminals.hpp"

#include <optional>

#include "network/arc_times.hpp"
#include "network/nearest.hpp"

namespace aidway {
namespace {

class Serving {
public:
    Serving(const RoadNetwork& network, const std::vector<std::uint32_t>& arc_times_ms)
        : network_(network), nearest_(network), driven_(network.node_count(), false) {
        for (std::size_t arc = 0; arc < network.arc_count(); ++arc) {
            if (arc_times_ms[arc] == no_driving_ms) continue;
            driven_[network.tail()[arc].index()] = driven_[network.head()[arc].index()] = true;
        }
    }

    [[nodiscard]] NodeId junction(LonLat place) const {
        const NodeId first = nearest_.nearest(place).node;
        if (driven_[first.index()]) return first;
        // A footpath ends nearer: seldom, so that looking at all nodes does not matter.
        NodeId best = first;
        std::optional<Distance> least;
        for (std::uint32_t node = 0; node < network_.node_count(); ++node) {
            if (!driven_[node]) continue;
            const Distance distance = great_circle(place, network_.position({node}));
            if (least && *least <= distance) continue;
            least = distance;
            best = {node};
        }
        return best;
    }

private:
    const RoadNetwork& network_;
    NearestNode nearest_;
    std::vector<bool> driven_;
};

}  // namespace

std::vector<NodeId> terminals_of(const Scenario& scenario, const std::vector<std::uint32_t>& arc_times_ms) {
    const Serving serving(*scenario.network(), arc_times_ms);
    const auto& record = scenario.record();
    std::vector<NodeId> terminals;
    for (const auto& [name, depot] : record.depots) terminals.push_back(serving.junction(depot.at));
    for (const auto& [name, place] : record.communities) terminals.push_back(serving.junction(place.at));
    for (const auto& [name, place] : record.outside) terminals.push_back(serving.junction(place.at));
    return terminals;
}

}  // namespace aidway
