// SPDX-License-Identifier: Apache-2.0
#include "routing/alternatives.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <set>
#include <stdexcept>
#include <utility>

#include "routing/describe_way.hpp"
#include "routing/saturating.hpp"
#include "routing/search.hpp"

namespace aidway {
namespace {

constexpr std::int64_t no_way = SearchScratch<std::int64_t>::never;
constexpr std::int64_t longest = no_way / 4;
constexpr std::int64_t heaviest = std::int64_t{1} << 40;

/// Roads of a route by the lower arc of each pair: both directions are one road.
std::set<ArcId> roads_of(const RoadNetwork& network, const Route& route) {
    std::set<ArcId> roads;
    for (const ArcId arc : route.arcs) roads.insert(std::min(arc, network.reverse()[arc.index()]));
    return roads;
}

/// Share of the length of `roads` that lies on `others`.
double overlap(const RoadNetwork& network, const std::set<ArcId>& roads, const std::set<ArcId>& others) {
    double all = 0, common = 0;
    for (const ArcId arc : roads) {
        const double length = network.length_m()[arc.index()];
        all += length;
        if (others.count(arc) > 0) common += length;
    }
    return all > 0 ? common / all : 1.0;
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

/// The order of ways: by the criterion, then by time.
std::pair<std::int64_t, std::uint32_t> rank(const Route& route, Criterion by) {
    switch (by) {
        case Criterion::fastest: return {0, route.total_ms};
        case Criterion::shortest: return {std::llround(route.length_m * 1000.0), route.total_ms};
        case Criterion::fewest_gates: return {static_cast<std::int64_t>(route.steps.size()), route.total_ms};
    }
    return {};
}

/// What arcs and gates weigh in the search for other ways.
class Weights {
public:
    /// `latest_ms` is the longest time that a way may take.
    Weights(const PassageGraph& graph, std::span<const GateState> states, Criterion by, std::int64_t latest_ms)
        : reverse_(graph.network().reverse()), arc_(graph.network().arc_count()) {
        const auto lengths = graph.network().length_m();
        for (const PassageGraph::Passage& passage : graph.passages()) {
            const std::size_t arc = passage.arc.index();
            arc_[arc] = by == Criterion::shortest ? lengths.mm(arc) : passage.time_ms;
        }
        for (const GateState& state : states) {
            const std::int64_t delay = by == Criterion::shortest ? 0 : saturated_ms(state.delay);
            gate_.push_back(!state.open ? no_way : delay + (by == Criterion::fewest_gates ? latest_ms : 0));
        }
    }

    [[nodiscard]] std::int64_t after(std::int64_t now, const PassageGraph::Passage& passage) const {
        std::int64_t then = now + arc_[passage.arc.index()];
        if (passage.gate != PassageGraph::no_gate) {
            if (gate_[passage.gate] == no_way) return no_way;
            if (passage.enters) then += gate_[passage.gate];
        }
        return std::min(then, longest);
    }

    void make_heavier(const std::set<ArcId>& roads) {
        for (const ArcId arc : roads) {
            for (const ArcId way : {arc, reverse_[arc.index()]}) {
                if (way == no_arc) continue;
                std::int64_t& weight = arc_[way.index()];
                weight = std::min(weight + weight / 2 + 1, heaviest);
            }
        }
    }

private:
    std::span<const ArcId> reverse_;
    std::vector<std::int64_t> arc_;
    std::vector<std::int64_t> gate_;
};

}  // namespace

double shared(const RoadNetwork& network, const Route& way, const Route& other) {
    return overlap(network, roads_of(network, way), roads_of(network, other));
}

std::vector<Route> alternatives(const PassageGraph& graph, NodeId from, NodeId to, std::span<const GateState> states,
                                const AlternativeOptions& options) {
    if (options.most < 1) throw std::invalid_argument("at least one route must be asked for");
    const RoadNetwork& network = graph.network();
    std::vector<Route> kept{best_way(graph, from, to, states, options.by)};
    if (!kept.front().reachable) return {};
    if (kept.front().arcs.empty()) return kept;
    std::vector<std::set<ArcId>> kept_roads{roads_of(network, kept.front())};

    const double latest_ms = options.slower_by * kept.front().total_ms;
    Weights weights(graph, states, options.by, std::llround(std::min(latest_ms, static_cast<double>(heaviest))));
    const auto step = [&weights](std::int64_t now, const PassageGraph::Passage& passage) {
        return weights.after(now, passage);
    };
    SearchScratch<std::int64_t> scratch;
    weights.make_heavier(kept_roads.front());
    for (int i = 1; i < options.searches && static_cast<int>(kept.size()) < options.most; ++i) {
        search(graph, from, std::int64_t{0}, longest, scratch, step,
               [to](NodeId node, std::int64_t) { return node == to; });
        const auto way = passages_to(graph, best_state(graph, to, scratch), scratch);
        Route route = describe_way(graph, way, time_of(graph, way, states));
        std::set<ArcId> roads = roads_of(network, route);
        weights.make_heavier(roads);
        const bool too_slow = route.total_ms > latest_ms;
        const bool too_alike = std::any_of(kept_roads.begin(), kept_roads.end(), [&](const std::set<ArcId>& others) {
            return std::max(overlap(network, roads, others), overlap(network, others, roads)) > options.overlap;
        });
        if (too_slow || too_alike) continue;
        kept.push_back(std::move(route));
        kept_roads.push_back(std::move(roads));
    }
    std::stable_sort(kept.begin() + 1, kept.end(),
                     [&options](const Route& a, const Route& b) { return rank(a, options.by) < rank(b, options.by); });
    return kept;
}

}  // namespace aidway
