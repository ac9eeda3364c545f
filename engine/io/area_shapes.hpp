// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <vector>

#include "core/lon_lat.hpp"

class OGREnvelope;
class OGRGeometry;
class OGRPolygon;

namespace aidway {

/// A plane in metres that keeps areas and, at its middle latitude, lengths: Lambert's cylindrical projection of a
/// sphere of radius 6,371,008.8 m.
class EqualAreaPlane {
public:
    explicit EqualAreaPlane(double middle_lat_deg);
    struct Point {
        double x_m;
        double y_m;
    };
    [[nodiscard]] Point to_plane(LonLat place) const;
    [[nodiscard]] LonLat from_plane(double x_m, double y_m) const;

private:
    double cos_middle_;
};

using Shape = std::unique_ptr<OGRGeometry>;
using Rings = std::vector<std::vector<LonLat>>;

/// Rings as an area in the plane; rings within rings are holes.
[[nodiscard]] Shape shape_of(const Rings& rings, const EqualAreaPlane& plane);
/// The polygons of a shape, lines and points left out; they live as long as the shape.
[[nodiscard]] std::vector<const OGRPolygon*> polygons_of(const OGRGeometry* shape);
/// The rings of a polygon on the globe, the outer one first.
[[nodiscard]] Rings rings_of(const OGRPolygon& polygon, const EqualAreaPlane& plane);
/// A place within a polygon.
[[nodiscard]] LonLat place_on(const OGRPolygon& polygon, const EqualAreaPlane& plane);
/// Twice the area over the border: the width of what is long and thin.
[[nodiscard]] double width_m(const OGRPolygon& polygon);

/// The union of many shapes; null for none.
[[nodiscard]] Shape united(const std::vector<const OGRGeometry*>& shapes);
[[nodiscard]] OGREnvelope widened(OGREnvelope box, double by_m);
[[nodiscard]] Shape rectangle(const OGREnvelope& box);
[[nodiscard]] bool near(const OGREnvelope& a, const OGREnvelope& b, double within_m);

}  // namespace aidway
