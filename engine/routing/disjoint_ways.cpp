// SPDX-License-Identifier: Apache-2.0
#include "routing/disjoint_ways.hpp"

#include <algorithm>
#include <functional>
#include <limits>
#include <queue>
#include <stdexcept>
#include <tuple>
#include <utility>

#include "network/incoming_arcs.hpp"

namespace aidway {
namespace {

constexpr std::int64_t never = std::numeric_limits<std::int64_t>::max();

/// A step of the search for one more way: along an arc, or back along one to give up what was driven on it.
struct Step {
    ArcId arc = no_arc;
    bool gives_up = false;
};

/// Unit flow over roads, grown one cheapest way at a time.
class Flow {
public:
    Flow(const PassageGraph& graph, std::span<const NodeId> origins, NodeId to, std::span<const GateState> states)
        : network_(graph.network()), incoming_(graph.network()), to_(to) {
        time_ms_.assign(network_.arc_count(), 0);
        for (const auto& passage : graph.passages()) {
            const bool open = passage.gate == PassageGraph::no_gate || states[passage.gate].open;
            if (open) time_ms_[passage.arc.index()] = passage.time_ms;
        }
        for (const NodeId origin : origins) {
            if (origin != to) sources_.push_back(origin.index());
        }
        std::sort(sources_.begin(), sources_.end());
        sources_.erase(std::unique(sources_.begin(), sources_.end()), sources_.end());
        flows_.assign(network_.arc_count(), false);
        potential_.assign(network_.node_count(), 0);
    }

    /// Sends one more way; false once there is none.
    bool grow() {
        search();
        if (reached_[to_.index()] == never) return false;
        for (std::size_t node = 0; node < potential_.size(); ++node) {
            potential_[node] += std::min(reached_[node], reached_[to_.index()]);
        }
        for (std::size_t node = to_.index(); came_by_[node].arc != no_arc;) {
            const auto [arc, gives_up] = came_by_[node];
            flows_[arc.index()] = !gives_up;
            node = (gives_up ? network_.head() : network_.tail())[arc.index()].index();
        }
        return true;
    }

    /// Takes one way from `source` out of the flow; empty once none begins there.
    std::vector<ArcId> take(std::size_t source) {
        std::vector<ArcId> way;
        for (std::size_t node = source; node != to_.index();) {
            const ArcId arc = next_flow(node);
            if (arc == no_arc) return {};  // only at the source: what comes in anywhere else goes on
            flows_[arc.index()] = false;
            way.push_back(arc);
            node = network_.head()[arc.index()].index();
        }
        return way;
    }

    [[nodiscard]] const std::vector<std::uint32_t>& time_ms() const { return time_ms_; }

private:
    [[nodiscard]] ArcId next_flow(std::size_t node) const {
        for (std::uint32_t arc = network_.first_out()[node]; arc < network_.first_out()[node + 1]; ++arc) {
            if (flows_[arc]) return {arc};
        }
        return no_arc;
    }

    /// Dijkstra from all sources over reduced costs, none of which is negative.
    void search() {
        using Entry = std::pair<std::int64_t, std::size_t>;
        std::priority_queue<Entry, std::vector<Entry>, std::greater<>> open;
        reached_.assign(network_.node_count(), never);
        came_by_.assign(network_.node_count(), Step{});
        for (const std::size_t source : sources_) {
            // No cheapest flow runs into a source, where it could begin for nothing: its potential stays 0.
            reached_[source] = 0;
            open.emplace(0, source);
        }
        while (!open.empty()) {
            const auto [here, node] = open.top();
            open.pop();
            if (here != reached_[node]) continue;
            const auto relax = [&, from = node, now = here](Step step, std::size_t next, std::int64_t cost_ms) {
                const std::int64_t there = now + cost_ms + potential_[from] - potential_[next];
                if (there >= reached_[next]) return;
                reached_[next] = there;
                came_by_[next] = step;
                open.emplace(there, next);
            };
            for (std::uint32_t arc = network_.first_out()[node]; arc < network_.first_out()[node + 1]; ++arc) {
                if (flows_[arc] || time_ms_[arc] == 0) continue;
                relax({{arc}, false}, network_.head()[arc].index(), time_ms_[arc]);
            }
            // Giving up one direction of a road is cheaper than driving the other, so no road is driven both ways.
            for (const ArcId arc : incoming_.of(NodeId{static_cast<std::uint32_t>(node)})) {
                if (!flows_[arc.index()]) continue;
                relax({arc, true}, network_.tail()[arc.index()].index(),
                      -static_cast<std::int64_t>(time_ms_[arc.index()]));
            }
        }
    }

    const RoadNetwork& network_;
    IncomingArcs incoming_;
    NodeId to_;
    std::vector<std::size_t> sources_;
    std::vector<std::uint32_t> time_ms_;  // per arc; 0: a closed gate
    std::vector<bool> flows_;
    std::vector<std::int64_t> potential_;
    std::vector<std::int64_t> reached_;
    std::vector<Step> came_by_;
};

}  // namespace

std::vector<DisjointWay> disjoint_ways(const PassageGraph& graph, std::span<const NodeId> origins, NodeId to,
                                       std::span<const GateState> states) {
    const std::size_t nodes = graph.network().node_count();
    if (states.size() != graph.gates().size()) throw std::invalid_argument("expected one state per gate");
    if (to.index() >= nodes) throw std::invalid_argument("the destination is no node");
    for (const NodeId origin : origins) {
        if (origin.index() >= nodes) throw std::invalid_argument("an origin is no node");
    }
    Flow flow(graph, origins, to, states);
    while (flow.grow()) {
    }
    std::vector<DisjointWay> found;
    for (std::uint32_t i = 0; i < origins.size(); ++i) {
        if (origins[i] == to) continue;
        for (auto arcs = flow.take(origins[i].index()); !arcs.empty(); arcs = flow.take(origins[i].index())) {
            std::uint64_t time_ms = 0;
            for (const ArcId arc : arcs) time_ms += flow.time_ms()[arc.index()];
            found.push_back({i, std::move(arcs), time_ms});
        }
    }
    std::sort(found.begin(), found.end(), [](const DisjointWay& a, const DisjointWay& b) {
        return std::tie(a.time_ms, a.origin, a.arcs) < std::tie(b.time_ms, b.origin, b.arcs);
    });
    return found;
}

}  // namespace aidway
