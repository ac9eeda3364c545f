// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "core/lon_lat.hpp"
#include "routing/passage_graph.hpp"
#include "routing/why_unreachable.hpp"

namespace aidway {

/// The junction nearest to a place of those that the graph's vehicle can come to or leave, and how far it lies; the
/// smaller longitude, then latitude decides between equals. Nothing where it can drive nowhere. Looks at every node.
[[nodiscard]] std::optional<WayEnd> nearest_junction(const PassageGraph& graph, LonLat place);

}  // namespace aidway
