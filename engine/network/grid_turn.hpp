// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include "network/grid_point.hpp"

namespace aidway {

/// Products of two differences of coordinates need 67 bits.
__extension__ using Wide = __int128;

/// Twice the area of the triangle: above 0 where c lies left of the way from a to b. Exact.
[[nodiscard]] constexpr Wide turn(GridPoint a, GridPoint b, GridPoint c) noexcept {
    const auto minus = [](std::int32_t x, std::int32_t y) { return Wide{x} - Wide{y}; };
    return minus(b.lon, a.lon) * minus(c.lat, a.lat) - minus(b.lat, a.lat) * minus(c.lon, a.lon);
}

[[nodiscard]] constexpr int sign(Wide value) noexcept { return value > 0 ? 1 : value < 0 ? -1 : 0; }

}  // namespace aidway
