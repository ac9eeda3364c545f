// SPDX-License-Identifier: Apache-2.0
#include "routing/alternatives.hpp"

#include <algorithm>
#include <cstdint>
#include <set>
#include <stdexcept>

#include "routing/describe_way.hpp"
#include "routing/saturating.hpp"
#include "routing/search.hpp"

namespace aidway {
namespace {

constexpr std::int64_t no_way = SearchScratch<std::int64_t>::never;
constexpr std::int64_t longest = no_way / 4;

/// Roads of a route by the lower arc of each pair: both directions are one road.
std::set<ArcId> roads_of(const RoadNetwork& network, const Route& route) {
    std::set<ArcId> roads;
    for (const ArcId arc : route.arcs) roads.insert(std::min(arc, network.reverse()[arc.index()]));
    return roads;
}

/// Share of the length of `roads` that lies on `others`.
double overlap(const RoadNetwork& network, const std::set<ArcId>& roads, const std::set<ArcId>& others) {
    double all = 0, shared = 0;
    for (const ArcId arc : roads) {
        const double length = network.length_m()[arc.index()];
        all += length;
        if (others.count(arc) > 0) shared += length;
    }
    return all > 0 ? shared / all : 1.0;
}

/// Travel time of a way as it is, without any penalty.
std::uint32_t time_of(const PassageGraph& graph, const std::vector<std::uint32_t>& way,
                      std::span<const GateState> states) {
    std::uint32_t time = 0;
    for (const std::uint32_t number : way) {
        const PassageGraph::Passage& passage = graph.passages()[number];
        if (passage.enters) time = saturated_sum(time, saturated_ms(states[passage.gate].delay));
        time = saturated_sum(time, passage.time_ms);
    }
    return time;
}

}  // namespace

std::vector<Route> alternatives(const RouteProgram& program, TerminalId from, TerminalId to,
                                std::span<const GateState> states, const AlternativeOptions& options) {
    if (options.most < 1) throw std::invalid_argument("at least one route must be asked for");
    RouteProgram::Scratch scratch;
    const PassageGraph& graph = program.graph();
    const RoadNetwork& network = graph.network();
    std::vector<Route> kept{program.route(from, to, states, scratch)};
    if (!kept.front().reachable) return {};
    if (kept.front().arcs.empty()) return kept;
    std::vector<std::set<ArcId>> kept_roads{roads_of(network, kept.front())};

    std::vector<std::int64_t> penalised(network.arc_count());
    for (const PassageGraph::Passage& passage : graph.passages()) penalised[passage.arc.index()] = passage.time_ms;
    const auto slow_down = [&](const std::set<ArcId>& roads) {
        for (const ArcId arc : roads) {
            for (const ArcId way : {arc, network.reverse()[arc.index()]}) {
                if (way == no_arc) continue;
                std::int64_t& time = penalised[way.index()];
                time = std::min(time + time / 2 + 1, std::int64_t{1} << 40);
            }
        }
    };
    const auto step = [&](std::int64_t now, const PassageGraph::Passage& passage) {
        std::int64_t then = now + penalised[passage.arc.index()];
        if (passage.gate != PassageGraph::no_gate) {
            if (!states[passage.gate].open) return no_way;
            if (passage.enters) then += saturated_ms(states[passage.gate].delay);
        }
        return std::min(then, longest);
    };
    const NodeId destination = program.terminals().at(to.index());
    SearchScratch<std::int64_t> search_scratch;
    slow_down(kept_roads.front());
    for (int i = 1; i < options.searches && static_cast<int>(kept.size()) < options.most; ++i) {
        search(graph, program.terminals().at(from.index()), std::int64_t{0}, longest, search_scratch, step,
               [destination](NodeId node, std::int64_t) { return node == destination; });
        const auto way = passages_to(graph, best_state(graph, destination, search_scratch), search_scratch);
        Route route = describe_way(graph, way, time_of(graph, way, states));
        std::set<ArcId> roads = roads_of(network, route);
        slow_down(roads);
        const bool too_slow = route.total_ms > options.slower_by * kept.front().total_ms;
        const bool too_alike = std::any_of(kept_roads.begin(), kept_roads.end(), [&](const std::set<ArcId>& others) {
            return std::max(overlap(network, roads, others), overlap(network, others, roads)) > options.overlap;
        });
        if (too_slow || too_alike) continue;
        kept.push_back(std::move(route));
        kept_roads.push_back(std::move(roads));
    }
    std::stable_sort(kept.begin() + 1, kept.end(),
                     [](const Route& a, const Route& b) { return a.total_ms < b.total_ms; });
    return kept;
}

}  // namespace aidway
