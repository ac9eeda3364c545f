// SPDX-License-Identifier: Apache-2.0
#include "network/grid_point.hpp"

#include <algorithm>
#include <cmath>

namespace aidway {

GridPoint grid_point(LonLat place) noexcept {
    return {static_cast<std::int32_t>(std::lround(place.lon_deg * 1e7)),
            static_cast<std::int32_t>(std::lround(place.lat_deg * 1e7))};
}

LonLat lon_lat(GridPoint point) noexcept {
    return {static_cast<double>(point.lon) / 1e7, static_cast<double>(point.lat) / 1e7};
}

std::int64_t length_mm(GridPoint a, GridPoint b) {
    const auto [first, second] = std::minmax(a, b);
    return std::llround(great_circle(lon_lat(first), lon_lat(second)).metres() * 1000.0);
}

}  // namespace aidway
