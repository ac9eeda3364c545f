// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/quantity.hpp"

namespace aidway {

/// A place on WGS 84, in degrees, longitude first as GeoJSON has it.
struct LonLat {
    double lon_deg = 0;
    double lat_deg = 0;
    bool operator==(const LonLat&) const = default;
    /// Whether the coordinates lie in [-180, 180] x [-90, 90].
    [[nodiscard]] bool valid() const noexcept;
};

/// Great-circle distance on a sphere of radius 6,371,008.8 m (IUGG mean radius), rounded to whole
/// millimetres so that no platform's last bit of sin or cos survives. Error against WGS 84: below 0.6 %.
[[nodiscard]] Distance great_circle(LonLat from, LonLat to);

}  // namespace aidway
