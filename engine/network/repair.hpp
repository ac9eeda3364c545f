// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>

#include "core/lon_lat.hpp"
#include "core/quantity.hpp"

namespace aidway {

/// Something in a layer of roads that was mended, left out, or only noticed.
struct Repair {
    LonLat at;          ///< where
    std::string kind;   ///< "join", "cut", "zero_length", "duplicate" ...
    std::string what;   ///< "feature 4 ends 6.2 m from the end of feature 9: joined"
    Distance distance;  ///< how far apart or how long it was drawn, where that says something
};

/// A node on a road at which passage may depend on somebody's leave; the source says no more than that it is there.
struct GateCandidate {
    LonLat at;
    std::string kind;       ///< "checkpoint"
    std::string name;       ///< "" where it has none
    std::int64_t node = 0;  ///< its number in the source
};

}  // namespace aidway
