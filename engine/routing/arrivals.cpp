// SPDX-License-Identifier: Apache-2.0
#include "routing/arrivals.hpp"

#include <algorithm>
#include <stdexcept>

#include "routing/gate_delays.hpp"
#include "routing/search.hpp"

namespace aidway {

Arrivals arrivals(const PassageGraph& graph, std::span<const NodeId> origins, std::span<const GateState> states) {
    const std::size_t nodes = graph.network().node_count();
    std::vector<std::uint32_t> delay_ms;
    load_delays(graph, states, delay_ms);
    Arrivals found;
    found.state_ms.assign(graph.state_count(), no_way_ms);
    found.node_ms.assign(nodes, no_way_ms);
    found.origin.assign(nodes, static_cast<std::uint32_t>(origins.size()));
    SearchScratch<std::uint32_t> scratch;
    for (std::size_t i = 0; i < origins.size(); ++i) {
        if (origins[i].index() >= nodes) throw std::invalid_argument("an origin is no node");
        search(
            graph, origins[i], std::uint32_t{0}, longest_ms, scratch,
            [&](std::uint32_t now, const PassageGraph::Passage& passage) {
                return passed_ms(now, passage, delay_ms.data());
            },
            [](NodeId, std::uint32_t) { return false; });
        for (const std::uint32_t state : scratch.touched) {
            const std::uint32_t here = scratch.label[state];
            found.state_ms[state] = std::min(found.state_ms[state], here);
            const std::size_t node = graph.node()[state].index();
            if (here >= found.node_ms[node]) continue;
            found.node_ms[node] = here;
            found.origin[node] = static_cast<std::uint32_t>(i);
        }
    }
    return found;
}

std::vector<Stretch> driven_within(const PassageGraph& graph, const Arrivals& arrivals,
                                   std::span<const GateState> states, Duration time) {
    std::vector<std::uint32_t> delay_ms;
    load_delays(graph, states, delay_ms);
    if (time < Duration{0}) throw std::invalid_argument("a time is at least 0");
    const std::uint32_t limit_ms = saturated_ms(time);
    std::vector<double> share(graph.network().arc_count(), 0.0);
    for (std::uint32_t p = 0; p < graph.passages().size(); ++p) {
        const auto& passage = graph.passages()[p];
        const std::uint32_t there = arrivals.state_ms[graph.source()[p]];
        if (there >= limit_ms) continue;
        const std::uint32_t begun = begun_ms(there, passage, delay_ms.data());
        if (begun >= limit_ms) continue;  // a closed gate is never begun
        const double driven = static_cast<double>(limit_ms - begun) / static_cast<double>(passage.time_ms);
        auto& most = share[passage.arc.index()];
        most = std::max(most, std::min(1.0, driven));
    }
    std::vector<Stretch> found;
    for (std::uint32_t arc = 0; arc < share.size(); ++arc) {
        if (share[arc] > 0) found.push_back({ArcId{arc}, share[arc]});
    }
    return found;
}

}  // namespace aidway
