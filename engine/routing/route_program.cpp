// SPDX-License-Identifier: Apache-2.0
#include "routing/route_program.hpp"

#include <algorithm>
#include <stdexcept>
#include <utility>

#include "routing/describe_way.hpp"
#include "routing/gate_delays.hpp"
#include "routing/search.hpp"

namespace aidway {

RouteProgram::RouteProgram(std::shared_ptr<const RoadNetwork> network, const std::vector<std::uint32_t>& arc_times_ms,
                           std::vector<Gate> gates, std::vector<NodeId> terminals, Method method)
    : graph_(std::move(network), arc_times_ms, std::move(gates)),
      terminals_(std::move(terminals)),
      distinct_terminals_(terminals_) {
    for (const NodeId terminal : terminals_) {
        if (terminal.index() >= graph_.network().node_count()) throw std::invalid_argument("a terminal is no node");
    }
    std::sort(distinct_terminals_.begin(), distinct_terminals_.end());
    distinct_terminals_.erase(std::unique(distinct_terminals_.begin(), distinct_terminals_.end()),
                              distinct_terminals_.end());
    is_terminal_.assign(graph_.network().node_count(), 0);
    for (const NodeId terminal : terminals_) {
        is_terminal_[terminal.index()] = 1;
        const auto found = std::lower_bound(distinct_terminals_.begin(), distinct_terminals_.end(), terminal);
        distinct_.push_back(static_cast<std::uint32_t>(found - distinct_terminals_.begin()));
    }
    if (method == Method::overlay) overlay_ = std::make_shared<const GateOverlay>(graph_, distinct_terminals_);
}

void RouteProgram::search_from(NodeId from, std::span<const NodeId> until, Scratch& scratch) const {
    const auto step = [delay_ms = scratch.delay_ms.data()](std::uint32_t now, const PassageGraph::Passage& passage) {
        return passed_ms(now, passage, delay_ms);
    };
    std::size_t done = 0;  // terminals up to here are settled: their best label is no later than the one at hand
    const auto settled = [&](NodeId node, std::uint32_t now) {
        if (is_terminal_[node.index()] == 0) return false;
        while (done < until.size() && scratch.search.label[best_state(graph_, until[done], scratch.search)] <= now)
            ++done;
        return done == until.size();
    };
    search(graph_, from, std::uint32_t{0}, longest_ms, scratch.search, step, settled);
}

void RouteProgram::evaluate(std::span<const GateState> states, std::span<std::uint32_t> matrix_ms,
                            Scratch& scratch) const {
    const std::size_t count = terminals_.size();
    if (matrix_ms.size() != count * count) throw std::invalid_argument("expected a matrix of terminals by terminals");
    load_delays(graph_, states, scratch.delay_ms);
    for (std::size_t from = 0; from < count; ++from) {
        find_times(from, distinct_terminals_, scratch);
        for (std::size_t to = 0; to < count; ++to) matrix_ms[from * count + to] = scratch.times_ms[distinct_[to]];
    }
}

void RouteProgram::evaluate(std::span<const std::vector<GateState>> states, std::span<const TerminalId> from,
                            std::span<const TerminalId> to, std::span<std::uint32_t> matrices_ms,
                            Scratch& scratch) const {
    if (matrices_ms.size() != states.size() * from.size() * to.size()) {
        throw std::invalid_argument("expected a matrix of origins by destinations for each state");
    }
    std::vector<NodeId> until;
    for (const TerminalId terminal : to) until.push_back(terminals_.at(terminal.index()));
    for (const TerminalId terminal : from) (void)terminals_.at(terminal.index());
    std::uint32_t* into = matrices_ms.data();
    for (const auto& state : states) {
        load_delays(graph_, state, scratch.delay_ms);
        for (const TerminalId origin : from) {
            find_times(origin.index(), until, scratch);
            for (const TerminalId terminal : to) *into++ = scratch.times_ms[distinct_[terminal.index()]];
        }
    }
}

void RouteProgram::find_times(std::size_t from, std::span<const NodeId> until, Scratch& scratch) const {
    scratch.times_ms.resize(distinct_terminals_.size());
    if (overlay_) return overlay_->times_from(distinct_[from], scratch.delay_ms, scratch.times_ms, scratch.overlay);
    search_from(terminals_[from], until, scratch);
    for (std::size_t to = 0; to < distinct_terminals_.size(); ++to) {
        scratch.times_ms[to] = scratch.search.label[best_state(graph_, distinct_terminals_[to], scratch.search)];
    }
}

Route RouteProgram::route(TerminalId from, TerminalId to, std::span<const GateState> states, Scratch& scratch) const {
    return route(terminals_.at(from.index()), to, states, scratch);
}

Route RouteProgram::route(NodeId from, TerminalId to, std::span<const GateState> states, Scratch& scratch) const {
    load_delays(graph_, states, scratch.delay_ms);
    const NodeId destination = terminals_.at(to.index());
    search_from(from, {&destination, 1}, scratch);
    const std::uint32_t state = best_state(graph_, destination, scratch.search);
    const std::uint32_t total_ms = scratch.search.label[state];
    if (total_ms == no_way_ms) return {};
    return describe_way(graph_, passages_to(graph_, state, scratch.search), total_ms);
}

}  // namespace aidway
