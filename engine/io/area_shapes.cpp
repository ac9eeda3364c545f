// SPDX-License-Identifier: Apache-2.0
#include "io/area_shapes.hpp"

#include <ogrsf_frmts.h>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace aidway {
namespace {

constexpr double radius_m = 6'371'008.8;
constexpr double degree = std::numbers::pi / 180;
constexpr double farthest_lat_deg = 80;  // of the middle: nearer to a pole lengths mean nothing

double border_m(const OGRPolygon& polygon) {
    double length = 0;
    for (const OGRLinearRing* ring : polygon) length += ring->get_Length();
    return length;
}

}  // namespace

EqualAreaPlane::EqualAreaPlane(double middle_lat_deg)
    : cos_middle_(std::cos(std::clamp(middle_lat_deg, -farthest_lat_deg, farthest_lat_deg) * degree)) {}

EqualAreaPlane::Point EqualAreaPlane::to_plane(LonLat place) const {
    return {radius_m * place.lon_deg * degree * cos_middle_, radius_m * std::sin(place.lat_deg * degree) / cos_middle_};
}

LonLat EqualAreaPlane::from_plane(double x_m, double y_m) const {
    const double sine = std::clamp(y_m * cos_middle_ / radius_m, -1.0, 1.0);
    return {x_m / (radius_m * cos_middle_) / degree, std::asin(sine) / degree};
}

Shape shape_of(const Rings& rings, const EqualAreaPlane& plane) {
    std::vector<OGRGeometry*> outlines;  // organizePolygons takes them over
    for (const auto& ring : rings) {
        auto line = std::make_unique<OGRLinearRing>();
        for (const LonLat place : ring) {
            const auto point = plane.to_plane(place);
            line->addPoint(point.x_m, point.y_m);
        }
        line->closeRings();
        auto polygon = std::make_unique<OGRPolygon>();
        polygon->addRingDirectly(line.release());
        outlines.push_back(polygon.release());
    }
    int valid = 0;
    return Shape(OGRGeometryFactory::organizePolygons(outlines.data(), static_cast<int>(outlines.size()), &valid));
}

std::vector<const OGRPolygon*> polygons_of(const OGRGeometry* shape) {
    std::vector<const OGRPolygon*> all;
    if (shape == nullptr || shape->IsEmpty()) return all;
    const auto kind = wkbFlatten(shape->getGeometryType());
    if (kind == wkbPolygon) all.push_back(shape->toPolygon());
    if (!OGR_GT_IsSubClassOf(kind, wkbGeometryCollection)) return all;
    for (const OGRGeometry* part : *shape->toGeometryCollection()) {
        const auto within = polygons_of(part);
        all.insert(all.end(), within.begin(), within.end());
    }
    return all;
}

Rings rings_of(const OGRPolygon& polygon, const EqualAreaPlane& plane) {
    Rings rings;
    for (const OGRLinearRing* ring : polygon) {
        auto& points = rings.emplace_back();
        for (int i = 0; i < ring->getNumPoints(); ++i) {
            points.push_back(plane.from_plane(ring->getX(i), ring->getY(i)));
        }
    }
    return rings;
}

LonLat place_on(const OGRPolygon& polygon, const EqualAreaPlane& plane) {
    const Shape shape(polygon.clone());  // GDAL's call takes what it may change
    const Shape found(OGRGeometry::FromHandle(OGR_G_PointOnSurface(OGRGeometry::ToHandle(shape.get()))));
    if (found && !found->IsEmpty() && wkbFlatten(found->getGeometryType()) == wkbPoint) {
        return plane.from_plane(found->toPoint()->getX(), found->toPoint()->getY());
    }
    return plane.from_plane(polygon.getExteriorRing()->getX(0), polygon.getExteriorRing()->getY(0));
}

double width_m(const OGRPolygon& polygon) {
    const double border = border_m(polygon);
    return border > 0 ? 2 * polygon.get_Area() / border : 0;
}

Shape united(const std::vector<const OGRGeometry*>& shapes) {
    OGRMultiPolygon all;
    for (const OGRGeometry* shape : shapes) {
        for (const OGRPolygon* polygon : polygons_of(shape)) all.addGeometry(polygon);
    }
    return Shape(all.IsEmpty() ? nullptr : all.UnionCascaded());
}

OGREnvelope widened(OGREnvelope box, double by_m) {
    box.MinX -= by_m;
    box.MaxX += by_m;
    box.MinY -= by_m;
    box.MaxY += by_m;
    return box;
}

Shape rectangle(const OGREnvelope& box) {
    OGRLinearRing ring;
    ring.addPoint(box.MinX, box.MinY);
    ring.addPoint(box.MaxX, box.MinY);
    ring.addPoint(box.MaxX, box.MaxY);
    ring.addPoint(box.MinX, box.MaxY);
    ring.closeRings();
    auto polygon = std::make_unique<OGRPolygon>();
    polygon->addRing(&ring);
    return polygon;
}

bool near(const OGREnvelope& a, const OGREnvelope& b, double within_m) {
    return a.MinX <= b.MaxX + within_m && b.MinX <= a.MaxX + within_m && a.MinY <= b.MaxY + within_m &&
           b.MinY <= a.MaxY + within_m;
}

}  // namespace aidway
