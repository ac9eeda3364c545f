// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "support/route_world.hpp"

namespace aidway::test {

/// The matrix of RouteProgram::evaluate by Boost.Graph's Dijkstra, on a graph with a vertex for each node and each
/// gate one may have come through: larger and plainer than our own.
[[nodiscard]] std::vector<std::uint32_t> boost_matrix(const RouteWorld& world, const std::vector<GateState>& states);

/// What driving along an arc costs; `entered` is the gate that is entered there, or null.
using ArcCost = std::function<std::int64_t(std::size_t arc, const GateState* entered)>;

/// Likewise the least sums of any cost, -1 where there is no way.
[[nodiscard]] std::vector<std::int64_t> boost_costs(const RouteWorld& world, const std::vector<GateState>& states,
                                                    const ArcCost& cost);

}  // namespace aidway::test
