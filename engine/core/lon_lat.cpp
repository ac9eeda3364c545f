// SPDX-License-Identifier: Apache-2.0
#include "core/lon_lat.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace aidway {

bool LonLat::valid() const noexcept {
    return lon_deg >= -180.0 && lon_deg <= 180.0 && lat_deg >= -90.0 && lat_deg <= 90.0;
}

Distance great_circle(LonLat from, LonLat to) {
    constexpr double radius_m = 6'371'008.8;
    constexpr double radians = std::numbers::pi / 180.0;
    const double lat1 = from.lat_deg * radians;
    const double lat2 = to.lat_deg * radians;
    const double half_lat = std::sin((lat2 - lat1) / 2.0);
    const double half_lon = std::sin((to.lon_deg - from.lon_deg) * radians / 2.0);
    // Haversine: exact for near places and stable for antipodes.
    const double h = half_lat * half_lat + std::cos(lat1) * std::cos(lat2) * half_lon * half_lon;
    const double metres = 2.0 * radius_m * std::asin(std::sqrt(std::clamp(h, 0.0, 1.0)));
    return Distance::metres(std::round(metres * 1000.0) / 1000.0);
}

}  // namespace aidway
