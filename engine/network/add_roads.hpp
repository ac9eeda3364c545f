// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "network/line_feature.hpp"
#include "network/road_network.hpp"
#include "network/road_pieces.hpp"

namespace aidway {

/// What a network was made from: the same pieces make it again, with the same digest.
[[nodiscard]] RoadPieces pieces_of(const RoadNetwork& network);

/// A network with further roads; `base` stays as it is. Roads meet others where they end at their nodes, and nowhere
/// else: nothing is joined. Throws std::invalid_argument for a road that RoadNetwork would refuse.
[[nodiscard]] RoadNetwork with_roads(const RoadNetwork& base, const std::vector<LineFeature>& roads);

}  // namespace aidway
