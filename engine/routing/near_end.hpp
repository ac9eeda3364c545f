// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>

#include "routing/passage_graph.hpp"
#include "routing/route.hpp"

namespace aidway {

/// The junction before the gate of a step: where somebody stands who has come so far and may not go in. The way must
/// have such a step, and must have been found on this graph.
[[nodiscard]] NodeId near_end(const PassageGraph& graph, const Route& way, std::size_t step);

}  // namespace aidway
