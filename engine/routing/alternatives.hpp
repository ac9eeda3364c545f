// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <vector>

#include "routing/best_way.hpp"

namespace aidway {

struct AlternativeOptions {
    int most = 3;                       ///< how many routes at most, the best included; at least 1
    double overlap = 0.7;               ///< largest share of either's length that two routes may have in common
    double slower_by = 2.0;             ///< largest travel time over that of the best, whatever makes it the best
    int searches = 30;                  ///< how often to try
    Criterion by = Criterion::fastest;  ///< what makes a way the best, and the order of the rest
};

/// Different ways, the best first, then by the criterion and by travel time: the roads used so far are made slower, or
/// longer, by half, again and again, and what comes out is kept if it shares no more than `overlap` with each kept way
/// and is not too slow. By gates, a gate weighs as much as the longest time that a way may take. A heuristic beyond the
/// first, which is exact: it may miss a way, it never lists one that breaks the bounds. Deterministic. Empty when there
/// is no way at all. Throws as `best_way`, and std::invalid_argument where less than one way is asked for.
[[nodiscard]] std::vector<Route> alternatives(const PassageGraph& graph, NodeId from, NodeId to,
                                              std::span<const GateState> states, const AlternativeOptions& options);

/// Share of the length of a way's roads that the other way uses too, both directions of a road being one; 1 for a way
/// without roads.
[[nodiscard]] double shared(const RoadNetwork& network, const Route& way, const Route& other);

}  // namespace aidway
