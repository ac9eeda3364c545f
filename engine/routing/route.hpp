// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <limits>
#include <vector>

#include "core/id.hpp"
#include "core/instant.hpp"

namespace aidway {

/// Position in the list of terminals that a RouteProgram was made for.
using TerminalId = Id<struct TerminalTag>;

/// Travel time where there is no way. Times saturate one below it (about 49.7 days).
inline constexpr std::uint32_t no_way_ms = std::numeric_limits<std::uint32_t>::max();
inline constexpr std::uint32_t longest_ms = no_way_ms - 1;

/// A gate on the way. Driving through the gate's own arcs counts to what follows.
struct RouteStep {
    GateId gate;
    Duration before;  ///< driving since the start, or since the step before, until the near end of the gate
    bool operator==(const RouteStep&) const = default;
};

/// A way from one terminal to another. driving = sum of `before` + `after`, exactly: times are rounded to seconds
/// from the start of the way, not each by itself.
struct Route {
    bool reachable = false;
    std::uint32_t total_ms = no_way_ms;  ///< driving and delays at gates: the entry of the matrix
    Duration driving{0};                 ///< without delays at gates
    std::vector<RouteStep> steps;  ///< gates in the order they are passed; one left and entered again is there twice
    Duration after{0};             ///< driving from the last gate's near end, or the start, to the destination
    std::vector<ArcId> arcs;
    double length_m = 0;  ///< as drawn: the profile's detour is not in it
    bool operator==(const Route&) const = default;
};

}  // namespace aidway
