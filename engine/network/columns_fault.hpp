// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "network/road_columns.hpp"
#include "network/road_pieces.hpp"

namespace aidway {

/// What keeps the columns, whose sizes must fit each other, from being those of a network, or "": places on the globe
/// and in order, indices within their columns, arcs in order, each the reverse of its reverse, drawings that begin and
/// end at the nodes of their arcs, and keys that say what the arcs say.
[[nodiscard]] std::string columns_fault(const RoadColumns& columns, const RoadWords& words);

}  // namespace aidway
