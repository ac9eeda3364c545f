// SPDX-License-Identifier: Apache-2.0
#include "network/grid_point.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <numbers>
#include <optional>

namespace aidway {
namespace {

constexpr double radius_mm = 6'371'008'800.0;
constexpr std::int64_t near = 1'000'000;  // a tenth of a degree

/// The same as by `great_circle`, by the haversine and for short segments alone: of so small angles three terms are
/// all of a sine that a double can hold. Both ways err by less than 1e-5 mm; nothing where that might settle how the
/// length is rounded.
std::optional<std::int64_t> near_length_mm(GridPoint a, GridPoint b) {
    const std::int64_t lon = std::int64_t{b.lon} - a.lon, lat = std::int64_t{b.lat} - a.lat;
    if (std::abs(lon) > near || std::abs(lat) > near) return std::nullopt;
    constexpr double half_unit = std::numbers::pi / 360.0 / 1e7;
    const auto sine = [](double x) { return x * (1 - x * x / 6 * (1 - x * x / 20)); };
    const double across = sine(static_cast<double>(lon) * half_unit);
    const double along = sine(static_cast<double>(lat) * half_unit);
    const double middle = std::cos(static_cast<double>(std::int64_t{a.lat} + b.lat) * half_unit);
    const double haversine = along * along + (middle * middle - along * along) * across * across;
    const double length = 2 * radius_mm * std::sqrt(haversine) * (1 + haversine * (1.0 / 6 + haversine * (3.0 / 40)));
    const double whole = std::floor(length);
    if (std::abs(length - whole - 0.5) < 1e-3) return std::nullopt;
    return static_cast<std::int64_t>(whole) + (length - whole > 0.5 ? 1 : 0);
}

}  // namespace

GridPoint grid_point(LonLat place) noexcept {
    return {static_cast<std::int32_t>(std::lround(place.lon_deg * 1e7)),
            static_cast<std::int32_t>(std::lround(place.lat_deg * 1e7))};
}

LonLat lon_lat(GridPoint point) noexcept {
    return {static_cast<double>(point.lon) / 1e7, static_cast<double>(point.lat) / 1e7};
}

std::int64_t length_mm(GridPoint a, GridPoint b) {
    if (const auto short_mm = near_length_mm(a, b)) return *short_mm;
    const auto [first, second] = std::minmax(a, b);
    return std::llround(great_circle(lon_lat(first), lon_lat(second)).metres() * 1000.0);
}

}  // namespace aidway
