// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "support/route_world.hpp"

namespace aidway::test {

/// The matrix of RouteProgram::evaluate by Boost.Graph's Dijkstra, on a graph with a vertex for each node and each
/// gate one may have come through: larger and plainer than our own.
[[nodiscard]] std::vector<std::uint32_t> boost_matrix(const RouteWorld& world, const std::vector<GateState>& states);

}  // namespace aidway::test
