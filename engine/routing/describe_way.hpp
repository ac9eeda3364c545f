// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>

#include "routing/passage_graph.hpp"
#include "routing/route.hpp"

namespace aidway {

/// The route that a way through the graph is. `total_ms` is what the search found; the way must be possible.
[[nodiscard]] Route describe_way(const PassageGraph& graph, std::span<const std::uint32_t> passages,
                                 std::uint32_t total_ms);

}  // namespace aidway
