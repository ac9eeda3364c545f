// SPDX-License-Identifier: Apache-2.0
#include "support/time_expanded.hpp"

namespace aidway::test {

std::optional<std::int64_t> earliest_minute(const RouteWorld& world, NodeId from, NodeId to, std::int64_t departure,
                                            const std::vector<GateWindow>& windows, std::int64_t days) {
    const RoadNetwork& network = *world.network;
    const std::size_t gates = world.gates.size();
    std::vector<std::size_t> gate_of(network.arc_count(), gates);  // `gates` stands for none
    for (std::size_t gate = 0; gate < gates; ++gate) {
        for (const ArcId arc : world.gates[gate].arcs) gate_of[arc.index()] = gate;
    }
    const std::int64_t minutes = days * 1440;
    const std::size_t states = network.node_count() * (gates + 1);
    const auto state = [&](NodeId node, std::size_t inside) { return node.index() * (gates + 1) + inside; };
    std::vector<std::vector<bool>> there(static_cast<std::size_t>(minutes), std::vector<bool>(states, false));
    there[static_cast<std::size_t>(departure)][state(from, gates)] = true;
    for (std::int64_t now = departure; now < minutes; ++now) {
        const auto& at = there[static_cast<std::size_t>(now)];
        for (std::size_t s = 0; s < states; ++s) {
            if (!at[s]) continue;
            const NodeId node{static_cast<std::uint32_t>(s / (gates + 1))};
            if (node == to) return now;
            if (now + 1 < minutes) there[static_cast<std::size_t>(now + 1)][s] = true;
            for (std::uint32_t arc = network.first_out()[node.index()]; arc < network.first_out()[node.index() + 1];
                 ++arc) {
                const std::size_t gate = gate_of[arc];
                std::int64_t then = now + world.times_ms[arc] / 60'000;
                if (gate != gates && !windows[gate].open) continue;
                if (gate != gates && gate != s % (gates + 1)) {
                    if (!windows[gate].hours.contain(static_cast<std::int32_t>(now % 1440 * 60))) continue;
                    then += windows[gate].delay / std::chrono::minutes(1);
                }
                if (then < minutes) there[static_cast<std::size_t>(then)][state(network.head()[arc], gate)] = true;
            }
        }
    }
    return std::nullopt;
}

}  // namespace aidway::test
