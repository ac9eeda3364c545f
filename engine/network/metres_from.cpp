// SPDX-License-Identifier: Apache-2.0
#include "network/metres_from.hpp"

#include <algorithm>
#include <cmath>

namespace aidway {
namespace {

/// Metres a degree at a place. Taken from rounded great circles, so that no platform's cosine shows.
struct Scale {
    explicit Scale(LonLat at)
        : east(great_circle({at.lon_deg - reach, at.lat_deg}, {at.lon_deg + reach, at.lat_deg}).metres() / (2 * reach)),
          north(great_circle({at.lon_deg, at.lat_deg - reach}, {at.lon_deg, at.lat_deg + reach}).metres() /
                (2 * reach)) {}
    static constexpr double reach = 0.05;
    double east, north;
};

struct Point {
    double x, y;
};

Point seen_from(LonLat place, const Scale& scale, LonLat point) {
    double east_deg = point.lon_deg - place.lon_deg;
    if (east_deg > 180) east_deg -= 360;
    if (east_deg < -180) east_deg += 360;
    return {east_deg * scale.east, (point.lat_deg - place.lat_deg) * scale.north};
}

/// Squared distance of the origin from the segment.
double square_to(Point a, Point b) {
    const double dx = b.x - a.x;
    const double dy = b.y - a.y;
    const double length = dx * dx + dy * dy;
    const double along = length > 0 ? std::clamp(-(a.x * dx + a.y * dy) / length, 0.0, 1.0) : 0.0;
    const double x = a.x + along * dx;
    const double y = a.y + along * dy;
    return x * x + y * y;
}

}  // namespace

double metres_from(LonLat place, std::span<const LonLat> line) {
    const Scale scale(place);
    Point before = seen_from(place, scale, line.front());
    double least = square_to(before, before);
    for (const auto& point : line.subspan(1)) {
        const Point next = seen_from(place, scale, point);
        least = std::min(least, square_to(before, next));
        before = next;
    }
    return static_cast<double>(std::llround(std::sqrt(least) * 1000.0)) / 1000.0;
}

}  // namespace aidway
