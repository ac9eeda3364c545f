// SPDX-License-Identifier: Apache-2.0
#include "core/lon_lat.hpp"

#include <cmath>
#include <numbers>

namespace aidway {

bool LonLat::valid() const noexcept {
    return lon_deg >= -180.0 && lon_deg <= 180.0 && lat_deg >= -90.0 && lat_deg <= 90.0;
}

namespace {

struct Direction {
    double x, y, z;
};

Direction direction(LonLat at) {
    constexpr double radians = std::numbers::pi / 180.0;
    const double lon = at.lon_deg * radians;
    const double lat = at.lat_deg * radians;
    return {std::cos(lat) * std::cos(lon), std::cos(lat) * std::sin(lon), std::sin(lat)};
}

}  // namespace

Distance great_circle(LonLat from, LonLat to) {
    constexpr double radius_m = 6'371'008.8;
    // The angle by its sine and cosine together: as exact for near places as for antipodes.
    const Direction a = direction(from);
    const Direction b = direction(to);
    const Direction cross{a.y * b.z - a.z * b.y, a.z * b.x - a.x * b.z, a.x * b.y - a.y * b.x};
    const double sine = std::sqrt(cross.x * cross.x + cross.y * cross.y + cross.z * cross.z);
    const double cosine = a.x * b.x + a.y * b.y + a.z * b.z;
    return Distance::metres(std::round(radius_m * std::atan2(sine, cosine) * 1000.0) / 1000.0);
}

}  // namespace aidway
