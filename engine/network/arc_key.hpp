// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include "network/grid_point.hpp"
#include "network/road_pieces.hpp"

namespace aidway {

/// Hash of what an arc says of travel: its end points, length (and whether it is stated), road, gate and kind.
[[nodiscard]] std::uint64_t stable_key_of(GridPoint from, GridPoint to, std::int64_t length_mm, const RoadWords& words,
                                          const RoadLabel& label);

}  // namespace aidway
