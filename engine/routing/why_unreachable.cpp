// SPDX-License-Identifier: Apache-2.0
#include "routing/why_unreachable.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <tuple>

namespace aidway {
namespace {

using GateSet = std::vector<GateId>;  // ascending

std::vector<GateState> opened(std::span<const GateState> states, const GateSet& gates) {
    std::vector<GateState> after(states.begin(), states.end());
    for (const GateId gate : gates) after[gate.index()].open = true;
    return after;
}

/// Closed gates at the edge of what can be reached from `from`: one of them must open next.
GateSet gates_at_edge(const PassageGraph& graph, NodeId from, const std::vector<GateState>& states, NodeId to,
                      bool& reached) {
    std::vector<bool> seen(graph.network().node_count(), false);
    std::vector<NodeId> open{from};
    std::set<GateId> edge;
    seen[from.index()] = true;
    while (!open.empty()) {
        const NodeId node = open.back();
        open.pop_back();
        const std::uint32_t state = graph.first_state()[node.index()];
        for (std::uint32_t p = graph.first_out()[state]; p < graph.first_out()[state + 1]; ++p) {
            const PassageGraph::Passage& passage = graph.passages()[p];
            const NodeId next = graph.node()[passage.target];
            if (seen[next.index()]) continue;
            if (passage.gate != PassageGraph::no_gate && !states[passage.gate].open) {
                edge.insert(GateId{passage.gate});
                continue;
            }
            seen[next.index()] = true;
            open.push_back(next);
        }
    }
    reached = seen[to.index()];
    return {edge.begin(), edge.end()};
}

/// All smallest sets of gates whose opening is enough. Any such set can be opened in the order of the way that it
/// makes, each gate at the edge of what the ones before it reach: so growing sets by edge gates misses none.
std::vector<GateSet> smallest_sets(const PassageGraph& graph, NodeId from, NodeId to,
                                   std::span<const GateState> states) {
    std::set<GateSet> sets{GateSet{}};
    while (!sets.empty()) {
        std::vector<GateSet> enough;
        std::set<GateSet> larger;
        for (const GateSet& set : sets) {
            bool reached = false;
            const GateSet edge = gates_at_edge(graph, from, opened(states, set), to, reached);
            if (reached) enough.push_back(set);
            for (const GateId gate : edge) {
                GateSet more = set;
                more.insert(std::upper_bound(more.begin(), more.end(), gate), gate);
                larger.insert(std::move(more));
            }
        }
        if (!enough.empty()) return enough;
        sets = std::move(larger);
    }
    return {};
}

/// Whether a road leads there if everything opens.
bool road_exists(const PassageGraph& graph, NodeId from, NodeId to) {
    const std::vector<GateState> all_open(graph.gates().size());
    bool reached = false;
    (void)gates_at_edge(graph, from, all_open, to, reached);
    return reached;
}

}  // namespace

WhyUnreachable why_unreachable(const RouteProgram& program, TerminalId from, TerminalId to,
                               std::span<const GateState> states) {
    RouteProgram::Scratch scratch;
    if (program.route(from, to, states, scratch).reachable) return {true, {}};
    const PassageGraph& graph = program.graph();
    const NodeId start = program.terminals().at(from.index());
    const NodeId destination = program.terminals().at(to.index());
    if (!road_exists(graph, start, destination)) return {};

    using Candidate = std::tuple<std::uint32_t, std::vector<std::string>, GateSet>;  // time, names, gates by name
    std::optional<Candidate> best;
    for (GateSet set : smallest_sets(graph, start, destination, states)) {
        const std::uint32_t time = program.route(from, to, opened(states, set), scratch).total_ms;
        std::sort(set.begin(), set.end(), [&graph](GateId a, GateId b) {
            return graph.gates()[a.index()].name < graph.gates()[b.index()].name;
        });
        std::vector<std::string> names;
        for (const GateId gate : set) names.push_back(graph.gates()[gate.index()].name);
        Candidate candidate{time, std::move(names), std::move(set)};
        if (!best || candidate < *best) best = std::move(candidate);
    }
    return {true, std::get<GateSet>(*best)};
}

}  // namespace aidway
