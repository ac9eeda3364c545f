// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include "core/lon_lat.hpp"

namespace aidway {

/// Least distance in metres, rounded to millimetres, from a place to a line through at least one point. On the plane
/// that touches the globe at the place: error below 0.1 % within 20 km of it and 80 degrees of the equator. Uses only
/// + - * / sqrt beside great_circle.
[[nodiscard]] double metres_from(LonLat place, std::span<const LonLat> line);

}  // namespace aidway
