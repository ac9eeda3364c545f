// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <vector>

#include "routing/route_program.hpp"

namespace aidway {

/// Why there is no way: which closed gates would have to open.
struct WhyUnreachable {
    bool road_exists = false;          ///< false: no road leads there, whatever opens
    std::vector<GateId> closed_gates;  ///< the smallest set that would do, by name; empty when the place is reachable
    bool operator==(const WhyUnreachable&) const = default;
};

/// The fewest closed gates whose opening makes `to` reachable from `from`; among sets of one size the one with the
/// shortest travel time (delays as in `states`), then the one whose names come first. It answers about openings
/// only. Exact; cost grows with the number of sets that can be reached one gate at a time, tiny for the few gates
/// that an agreement names. Throws as `RouteProgram::route`.
[[nodiscard]] WhyUnreachable why_unreachable(const RouteProgram& program, TerminalId from, TerminalId to,
                                             std::span<const GateState> states);

}  // namespace aidway
