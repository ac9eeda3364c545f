// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "routing/passage_graph.hpp"

namespace aidway {

/// A way as the arcs along it, in the order of travel.
struct DisjointWay {
    std::uint32_t origin = 0;  ///< position among the origins
    std::vector<ArcId> arcs;
    std::uint64_t time_ms = 0;  ///< driving alone
    bool operator==(const DisjointWay&) const = default;
};

/// As many ways as there can be from the origins to `to` of which no two share a road (its two directions are one
/// road), through open gates; among sets of that many one whose driving times sum to the least. The fastest first,
/// then by origin, then by arcs. An origin that is `to` itself counts for nothing: who is there needs no way.
///
/// Successive shortest ways with potentials (min-cost flow of unit capacities; Ahuja, Magnanti and Orlin, Network
/// Flows, 1993, chapter 9): exact, O(ways x arcs log arcs). Ties break by the order of nodes and arcs, which follows
/// from positions and names alone. Throws std::invalid_argument for places that are no nodes and unless there is one
/// state per gate.
[[nodiscard]] std::vector<DisjointWay> disjoint_ways(const PassageGraph& graph, std::span<const NodeId> origins,
                                                     NodeId to, std::span<const GateState> states);

}  // namespace aidway
