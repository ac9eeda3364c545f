// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <vector>

#include "routing/route_program.hpp"

namespace aidway {

struct AlternativeOptions {
    int most = 3;            ///< how many routes at most, the best included; at least 1
    double overlap = 0.7;    ///< largest share of either's length that two routes may have in common
    double slower_by = 2.0;  ///< largest travel time over that of the best
    int searches = 30;       ///< how often to try
};

/// Different ways, the fastest first, then by travel time: the roads used so far are made slower by half, again and
/// again, and what comes out is kept if it shares no more than `overlap` with each kept way (by length, both
/// directions of a road being one) and is not too slow. A heuristic: it may miss a way, it never lists one that
/// breaks the bounds. Deterministic. Empty when there is no way at all. Throws as `RouteProgram::route`.
[[nodiscard]] std::vector<Route> alternatives(const RouteProgram& program, TerminalId from, TerminalId to,
                                              std::span<const GateState> states, const AlternativeOptions& options);

}  // namespace aidway
