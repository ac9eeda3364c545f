// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <cstdint>

#include "core/lon_lat.hpp"

namespace aidway {

/// A place rounded to whole 1e-7 degrees (about 1 cm), so that equality means what it says. Ordered by longitude,
/// then latitude.
struct GridPoint {
    std::int32_t lon = 0;
    std::int32_t lat = 0;
    auto operator<=>(const GridPoint&) const = default;
};

/// `place` must be valid.
[[nodiscard]] GridPoint grid_point(LonLat place) noexcept;
[[nodiscard]] LonLat lon_lat(GridPoint point) noexcept;

/// Great-circle length of the segment in whole millimetres; the same both ways.
[[nodiscard]] std::int64_t length_mm(GridPoint a, GridPoint b);

}  // namespace aidway
