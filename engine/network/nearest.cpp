// SPDX-License-Identifier: Apache-2.0
#include "network/nearest.hpp"

#include <algorithm>
#define BOOST_ALLOW_DEPRECATED_HEADERS  // by Boost 1.74, which warns of its own includes
#include <boost/geometry.hpp>
#include <boost/geometry/index/rtree.hpp>
#include <cmath>
#include <iterator>
#include <numbers>
#include <stdexcept>
#include <utility>
#include <vector>

namespace aidway {
namespace {

namespace geometry = boost::geometry;
using SpherePoint = geometry::model::point<double, 3, geometry::cs::cartesian>;
using SphereBox = geometry::model::box<SpherePoint>;
using Entry = std::pair<SpherePoint, std::uint32_t>;

constexpr double earth_radius_m = 6'371'008.8;

// On the unit sphere the straight distance grows with the great circle, poles and 180th meridian included.
SpherePoint on_sphere(LonLat place) {
    const double lon = place.lon_deg * std::numbers::pi / 180.0;
    const double lat = place.lat_deg * std::numbers::pi / 180.0;
    return {std::cos(lat) * std::cos(lon), std::cos(lat) * std::sin(lon), std::sin(lat)};
}

std::vector<Entry> entries_of(const std::vector<GridPoint>& points) {
    std::vector<Entry> entries;
    entries.reserve(points.size());
    for (std::uint32_t node = 0; node < points.size(); ++node) {
        entries.emplace_back(on_sphere(lon_lat(points[node])), node);
    }
    return entries;
}

}  // namespace

struct NearestNode::Index {
    explicit Index(const RoadNetwork& network)
        : points(network.point().begin(), network.point().end()), tree(entries_of(points)) {}
    std::vector<GridPoint> points;
    geometry::index::rtree<Entry, geometry::index::quadratic<16>> tree;
};

NearestNode::NearestNode(const RoadNetwork& network) {
    if (network.node_count() == 0) throw std::invalid_argument("the network has no nodes");
    index_ = std::make_unique<Index>(network);
}
NearestNode::NearestNode(NearestNode&&) noexcept = default;
NearestNode& NearestNode::operator=(NearestNode&&) noexcept = default;
NearestNode::~NearestNode() = default;

NearestNode::Answer NearestNode::nearest(LonLat place) const {
    if (!place.valid()) throw std::invalid_argument("the place lies off the globe");
    const SpherePoint centre = on_sphere(place);
    std::vector<Entry> found;
    index_->tree.query(geometry::index::nearest(centre, 1), std::back_inserter(found));
    // Nodes within a centimetre of the best are compared by their rounded distance, so that ties are settled by
    // place and not by the last bit of a sine.
    const double reach = geometry::distance(centre, found.front().first) + 0.01 / earth_radius_m;
    const double x = centre.get<0>(), y = centre.get<1>(), z = centre.get<2>();
    const SphereBox box{{x - reach, y - reach, z - reach}, {x + reach, y + reach, z + reach}};
    index_->tree.query(geometry::index::intersects(box), std::back_inserter(found));
    std::pair<double, std::uint32_t> best{std::numeric_limits<double>::infinity(), 0};
    for (const Entry& entry : found) {
        best = std::min(best, {great_circle(place, lon_lat(index_->points[entry.second])).metres(), entry.second});
    }
    return {NodeId{best.second}, Distance::metres(best.first)};
}

}  // namespace aidway
