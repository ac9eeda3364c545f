// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/id.hpp"
#include "network/grid_point.hpp"
#include "network/long_vector.hpp"
#include "network/road_pieces.hpp"

namespace aidway {

/// The places where pieces of road end.
struct EndNodes {
    LongVector<GridPoint> point;  ///< ascending, each once
    LongVector<NodeId> of_end;    ///< two per piece: where its front lies, and its back
};
[[nodiscard]] EndNodes end_nodes(const RoadPieces& pieces);

}  // namespace aidway
