// SPDX-License-Identifier: Apache-2.0
#include "routing/why_unreachable.hpp"

#include <algorithm>
#include <deque>
#include <limits>

#include "network/islands.hpp"
#include "network/nearest.hpp"
#include "routing/minimum_openings.hpp"
#include "routing/route.hpp"

namespace aidway {
namespace {

/// Arcs that the vehicle can take.
std::vector<bool> taken(const PassageGraph& graph) {
    std::vector<bool> can(graph.network().arc_count(), false);
    for (const auto& passage : graph.passages()) can[passage.arc.index()] = true;
    return can;
}

/// The way with the fewest arcs that the vehicle cannot take, as those arcs; nothing where no road leads there.
std::optional<std::vector<ArcId>> fewest_barred(const PassageGraph& graph, NodeId from, NodeId to) {
    constexpr std::uint32_t never = std::numeric_limits<std::uint32_t>::max();
    const auto& network = graph.network();
    const auto can = taken(graph);
    std::vector<std::uint32_t> barred(network.node_count(), never);
    std::vector<ArcId> came_by(network.node_count(), no_arc);
    std::deque<NodeId> open{from};
    barred[from.index()] = 0;
    while (!open.empty()) {
        const NodeId node = open.front();
        open.pop_front();
        for (std::uint32_t arc = network.first_out()[node.index()]; arc < network.first_out()[node.index() + 1];
             ++arc) {
            const NodeId next = network.head()[arc];
            const std::uint32_t there = barred[node.index()] + (can[arc] ? 0 : 1);
            if (there >= barred[next.index()]) continue;
            barred[next.index()] = there;
            came_by[next.index()] = ArcId{arc};
            if (can[arc]) {
                open.push_front(next);
            } else {
                open.push_back(next);
            }
        }
    }
    if (barred[to.index()] == never) return std::nullopt;
    std::vector<ArcId> found;
    for (NodeId node = to; node != from; node = network.tail()[came_by[node.index()].index()]) {
        if (!can[came_by[node.index()].index()]) found.push_back(came_by[node.index()]);
    }
    std::reverse(found.begin(), found.end());
    return found;
}

}  // namespace

WhyUnreachable why_unreachable(const PassageGraph& graph, const WayEnd& from, const WayEnd& to,
                               std::span<const GateState> states) {
    const Traveller traveller{&graph, from.node, {to.node}, {states.begin(), states.end()}};
    check_travellers({&traveller, 1});
    if (std::max(from.from_junction, to.from_junction) > farthest_junction) return {Barrier::off_network, {}, {}};
    const Openings openings = minimum_openings({&traveller, 1});
    if (openings.places.front().time_ms != no_way_ms) {
        return {openings.gates.empty() ? Barrier::none : Barrier::gates, openings.gates, {}};
    }
    if (auto barred = fewest_barred(graph, from.node, to.node)) return {Barrier::vehicle, {}, std::move(*barred)};
    const auto island = islands(graph.network());
    return {island[from.node.index()] == island[to.node.index()] ? Barrier::one_way : Barrier::other_island, {}, {}};
}

std::optional<ShutThatDay> shut_that_day(const PassageGraph& graph, NodeId from, NodeId to, Duration departure,
                                         std::span<const GateWindow> windows) {
    if (earliest_arrival(graph, from, to, departure, windows, Waiting::same_day).reachable) return std::nullopt;
    constexpr std::chrono::hours day{24};
    for (const auto& step : earliest_arrival(graph, from, to, departure, windows).steps) {
        if (step.entered / day != departure / day) return ShutThatDay{step.gate, step.reached};
    }
    return std::nullopt;
}

}  // namespace aidway
