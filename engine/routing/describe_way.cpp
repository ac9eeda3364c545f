// SPDX-License-Identifier: Apache-2.0
#include "routing/describe_way.hpp"

#include <cmath>

namespace aidway {
namespace {

Duration rounded(std::int64_t milliseconds) { return Duration{(milliseconds + 500) / 1000}; }

}  // namespace

Route describe_way(const PassageGraph& graph, std::span<const std::uint32_t> passages, std::uint32_t total_ms) {
    Route route;
    route.reachable = true;
    route.total_ms = total_ms;
    std::int64_t driven_ms = 0;
    std::int64_t length_mm = 0;
    Duration told{0};
    for (const std::uint32_t number : passages) {
        const PassageGraph::Passage& passage = graph.passages()[number];
        if (passage.enters) {
            route.steps.push_back({GateId{passage.gate}, rounded(driven_ms) - told});
            told = rounded(driven_ms);
        }
        driven_ms += passage.time_ms;
        // Lengths are whole millimetres: the sum is exact, whatever its order.
        length_mm += std::llround(graph.network().length_m()[passage.arc.index()] * 1000.0);
        route.arcs.push_back(passage.arc);
    }
    route.driving = rounded(driven_ms);
    route.after = route.driving - told;
    route.length_m = static_cast<double>(length_mm) / 1000.0;
    return route;
}

}  // namespace aidway
