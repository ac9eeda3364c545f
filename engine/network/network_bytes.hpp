// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "network/road_network.hpp"

namespace aidway {

/// Bytes in memory for each arc; 0 for a network without arcs.
struct BytesPerArc {
    double travel = 0;    ///< all columns that say which way leads where and how far, features among them
    double drawings = 0;  ///< points along the roads
    double words = 0;     ///< names and kinds, as bytes of a file
};

[[nodiscard]] BytesPerArc bytes_per_arc(const RoadNetwork& network);

}  // namespace aidway
