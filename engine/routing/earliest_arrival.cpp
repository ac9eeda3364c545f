// SPDX-License-Identifier: Apache-2.0
#include "routing/earliest_arrival.hpp"

#include <algorithm>
#include <cstdint>
#include <stdexcept>

#include "routing/search.hpp"

namespace aidway {
namespace {

constexpr std::int64_t day_ms = 86'400'000;
constexpr std::int64_t no_way = SearchScratch<std::int64_t>::never;
// Longer than any journey and far from overflow.
constexpr std::int64_t longest = no_way / 4;

/// First moment from `now` on at which a gate with these hours may be entered.
std::int64_t next_entry(std::int64_t now, const Hours& hours) {
    if (hours.all_day()) return now;
    const std::int64_t from = std::int64_t{hours.from_s} * 1000;
    const std::int64_t until = std::int64_t{hours.until_s} * 1000;
    const std::int64_t midnight = now / day_ms * day_ms;
    const std::int64_t of_day = now - midnight;
    if (of_day < from) return midnight + from;
    return of_day < until ? now : midnight + day_ms + from;
}

void check(const PassageGraph& graph, Duration departure, std::span<const GateWindow> windows) {
    if (departure < Duration{0} || departure.count() > longest / 1000) {
        throw std::invalid_argument("the departure lies out of range");
    }
    if (windows.size() != graph.gates().size()) throw std::invalid_argument("expected one window per gate");
    for (const GateWindow& window : windows) {
        const bool ordered = window.hours.from_s >= 0 && window.hours.from_s <= window.hours.until_s &&
                             window.hours.until_s <= one_day.count();
        if (!ordered) throw std::invalid_argument("a gate's hours are ordered and lie within a day");
        if (window.delay < Duration{0} || window.delay.count() > longest / 1000) {
            throw std::invalid_argument("a gate's delay lies out of range");
        }
    }
}

Duration rounded(std::int64_t milliseconds) { return Duration{(milliseconds + 500) / 1000}; }

void add_step(TimedRoute& route, std::uint32_t gate, std::int64_t reached, std::int64_t entered) {
    route.steps.push_back({GateId{gate}, rounded(reached), rounded(entered)});
    route.waiting += route.steps.back().entered - route.steps.back().reached;
}

/// The passage along an arc for who stands in a state.
const PassageGraph::Passage& passage_along(const PassageGraph& graph, std::uint32_t state, ArcId arc) {
    for (std::uint32_t p = graph.first_out()[state]; p < graph.first_out()[state + 1]; ++p) {
        if (graph.passages()[p].arc == arc) return graph.passages()[p];
    }
    throw std::invalid_argument("the arcs are no way");
}

}  // namespace

TimedRoute earliest_arrival(const PassageGraph& graph, NodeId from, NodeId to, Duration departure,
                            std::span<const GateWindow> windows, Waiting waiting) {
    const std::size_t nodes = graph.network().node_count();
    if (from.index() >= nodes || to.index() >= nodes) throw std::invalid_argument("no such node");
    check(graph, departure, windows);
    const std::int64_t start = departure.count() * 1000;
    const std::int64_t latest = waiting == Waiting::same_day ? (start / day_ms + 1) * day_ms : no_way;
    const auto step = [windows, latest](std::int64_t now, const PassageGraph::Passage& passage) {
        std::int64_t then = now;
        if (passage.gate != PassageGraph::no_gate) {
            const GateWindow& window = windows[passage.gate];
            if (!window.open) return no_way;
            if (passage.enters) {
                then = next_entry(now, window.hours);
                if (then >= latest) return no_way;
                then += window.delay.count() * 1000;
            }
        }
        return std::min(then + passage.time_ms, longest);
    };
    SearchScratch<std::int64_t> scratch;
    search(graph, from, start, longest, scratch, step, [to](NodeId node, std::int64_t) { return node == to; });
    const std::uint32_t last = best_state(graph, to, scratch);
    if (scratch.label[last] == no_way) return {};

    TimedRoute route;
    route.reachable = true;
    route.arrival = rounded(scratch.label[last]);
    for (const std::uint32_t number : passages_to(graph, last, scratch)) {
        const PassageGraph::Passage& passage = graph.passages()[number];
        route.arcs.push_back(passage.arc);
        if (!passage.enters) continue;
        const std::int64_t reached = scratch.label[graph.source()[number]];
        const std::int64_t entered = next_entry(reached, windows[passage.gate].hours);
        add_step(route, passage.gate, reached, entered);
    }
    return route;
}

TimedRoute timed_along(const PassageGraph& graph, std::span<const ArcId> way, Duration departure,
                       std::span<const GateWindow> windows) {
    check(graph, departure, windows);
    TimedRoute route;
    std::int64_t now = departure.count() * 1000;
    std::uint32_t state = 0;
    for (const ArcId arc : way) {
        if (arc.index() >= graph.network().arc_count()) throw std::invalid_argument("the arcs are no way");
        if (route.arcs.empty()) state = graph.first_state()[graph.network().tail()[arc.index()].index()];
        const PassageGraph::Passage& passage = passage_along(graph, state, arc);
        if (passage.gate != PassageGraph::no_gate && !windows[passage.gate].open) return route;
        if (passage.enters) {
            const GateWindow& window = windows[passage.gate];
            const std::int64_t entered = next_entry(now, window.hours);
            add_step(route, passage.gate, now, entered);
            now = entered + window.delay.count() * 1000;
        }
        now = std::min(now + passage.time_ms, longest);
        route.arcs.push_back(arc);
        state = passage.target;
    }
    route.reachable = true;
    route.arrival = rounded(now);
    return route;
}

}  // namespace aidway
