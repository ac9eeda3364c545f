// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "network/long_vector.hpp"
#include "network/road_columns.hpp"
#include "network/road_pieces.hpp"

namespace aidway {

using OwnColumns = RoadColumnsOf<LongVector>;

/// The columns of the network that pieces of road make, on all cores of the machine; their words must be sorted.
[[nodiscard]] OwnColumns columns_of(const RoadPieces& pieces);

}  // namespace aidway
