// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "access/gate.hpp"
#include "network/road_network.hpp"
#include "routing/gate_overlay.hpp"
#include "routing/passage_graph.hpp"
#include "routing/route.hpp"
#include "routing/search.hpp"

namespace aidway {

/// Answers, for any state of the gates: how long between each two terminals, and which way? Exact; times are found by
/// a plain search per origin, or by one over the gates alone. Closed gates cannot be passed; an open one adds its delay
/// once for each contiguous run of its arcs (a way that begins inside a gate enters it too). Waiting for opening hours
/// is `earliest_arrival`'s matter. Of equally fast ways the arcs' stable keys decide, so no numbering shows in the
/// answer. Immutable; threads share a program and bring a Scratch each.
class RouteProgram {
public:
    /// How times are found; what they are does not depend on it.
    enum class Method : std::uint8_t {
        plain,   ///< one search of the network per origin and state: the reference
        overlay  ///< a GateOverlay, made once: for many states of many gates
    };

    /// Working memory of one caller; the first call sizes it, later ones of a plain program allocate nothing.
    struct Scratch {
        SearchScratch<std::uint32_t> search;
        std::vector<std::uint32_t> delay_ms;  ///< per gate; no_way_ms when closed
        GateOverlay::Scratch overlay;
        std::vector<std::uint32_t> times_ms;  ///< to each distinct terminal
    };

    /// Throws std::invalid_argument for what PassageGraph refuses and for terminals that are no nodes.
    RouteProgram(std::shared_ptr<const RoadNetwork> network, const std::vector<std::uint32_t>& arc_times_ms,
                 std::vector<Gate> gates, std::vector<NodeId> terminals, Method method = Method::plain);

    [[nodiscard]] const PassageGraph& graph() const noexcept { return graph_; }
    [[nodiscard]] const std::vector<Gate>& gates() const noexcept { return graph_.gates(); }
    [[nodiscard]] const std::vector<NodeId>& terminals() const noexcept { return terminals_; }

    /// Fills matrix_ms[from * T + to], T = terminals().size(), with driving time and delays; `no_way_ms` where there
    /// is no way. `states` has one entry per gate. Throws std::invalid_argument for spans of another size and for
    /// negative delays.
    void evaluate(std::span<const GateState> states, std::span<std::uint32_t> matrix_ms, Scratch& scratch) const;

    /// Likewise for several states at once, between some terminals only: fills matrices_ms[(state * F + f) * T + t]
    /// with the time from `from[f]` to `to[t]`, F = from.size(), T = to.size(). Throws as `evaluate`, and
    /// std::out_of_range for terminals that are none.
    void evaluate(std::span<const std::vector<GateState>> states, std::span<const TerminalId> from,
                  std::span<const TerminalId> to, std::span<std::uint32_t> matrices_ms, Scratch& scratch) const;

    /// The way itself, by a plain search; its `total_ms` is the entry of the matrix.
    [[nodiscard]] Route route(TerminalId from, TerminalId to, std::span<const GateState> states,
                              Scratch& scratch) const;
    /// Likewise from any node, for who stands somewhere on the way.
    [[nodiscard]] Route route(NodeId from, TerminalId to, std::span<const GateState> states, Scratch& scratch) const;

private:
    /// Leaves the times from a terminal to every distinct one in `scratch.times_ms`; those in `until` are right.
    void find_times(std::size_t from, std::span<const NodeId> until, Scratch& scratch) const;
    void search_from(NodeId from, std::span<const NodeId> until, Scratch& scratch) const;

    PassageGraph graph_;
    std::vector<NodeId> terminals_;
    std::vector<NodeId> distinct_terminals_;
    std::vector<std::uint32_t> distinct_;         // per terminal: its place among the distinct ones
    std::vector<std::uint8_t> is_terminal_;       // per node
    std::shared_ptr<const GateOverlay> overlay_;  // null: plain
};

}  // namespace aidway
