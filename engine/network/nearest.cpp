// SPDX-License-Identifier: Apache-2.0
#include "network/nearest.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numbers>
#include <stdexcept>
#include <utility>
#include <vector>

namespace aidway {
namespace {

using SpherePoint = std::array<double, 3>;

constexpr double earth_radius_m = 6'371'008.8;

// On the unit sphere the straight distance grows with the great circle, poles and 180th meridian included.
SpherePoint on_sphere(LonLat place) {
    const double lon = place.lon_deg * std::numbers::pi / 180.0;
    const double lat = place.lat_deg * std::numbers::pi / 180.0;
    return {std::cos(lat) * std::cos(lon), std::cos(lat) * std::sin(lon), std::sin(lat)};
}

/// A node in the tree, in 16 bytes so that a query touches little memory.
struct Entry {
    std::array<float, 3> at{};  ///< on the unit sphere, each within 2^-25
    std::uint32_t node = 0;
};

/// Nodes that are nearest to within this are compared by their distance in whole millimetres, so that neither the
/// rounding of the tree (2 x sqrt(3) x 2^-25, or 0.7 m) nor the last bit of a sine settles anything; a centimetre more
/// for ties.
constexpr double slack = 1.04e-7 + 0.01 / earth_radius_m;

}  // namespace

/// A balanced k-d tree without pointers: the middle of a range splits it along an axis, up to ranges that are looked
/// through.
struct NearestNode::Index {
    static constexpr std::size_t leaf = 8;
    struct Found {
        double least = std::numeric_limits<double>::infinity();  ///< straight distance of the nearest so far
        double reach = std::numeric_limits<double>::infinity();  ///< square of what may still matter
        std::vector<std::pair<double, std::uint32_t>> near;      ///< all that came within reach, by squared distance
    };

    explicit Index(const RoadNetwork& network) : points(network.point().begin(), network.point().end()) {
        entries.reserve(points.size());
        for (std::uint32_t node = 0; node < points.size(); ++node) {
            const SpherePoint at = on_sphere(lon_lat(points[node]));
            entries.push_back(
                {{static_cast<float>(at[0]), static_cast<float>(at[1]), static_cast<float>(at[2])}, node});
        }
        axis.assign(points.size(), 0);
        split(0, entries.size());
    }

    void split(std::size_t begin, std::size_t end) {
        if (end - begin <= leaf) return;
        std::array<float, 3> low = entries[begin].at, high = low;
        for (std::size_t i = begin; i < end; ++i) {
            for (std::size_t k = 0; k < 3; ++k) {
                low[k] = std::min(low[k], entries[i].at[k]);
                high[k] = std::max(high[k], entries[i].at[k]);
            }
        }
        std::size_t widest = 0;
        for (std::size_t k = 1; k < 3; ++k) widest = high[k] - low[k] > high[widest] - low[widest] ? k : widest;
        const std::size_t middle = begin + (end - begin) / 2;
        const auto place = [&](std::size_t i) { return entries.begin() + static_cast<std::ptrdiff_t>(i); };
        std::nth_element(place(begin), place(middle), place(end), [widest](const Entry& a, const Entry& b) {
            return std::pair(a.at[widest], a.node) < std::pair(b.at[widest], b.node);
        });
        axis[middle] = static_cast<std::uint8_t>(widest);
        split(begin, middle);
        split(middle + 1, end);
    }

    void look_at(std::size_t i, const SpherePoint& centre, Found& found) const {
        const auto& at = entries[i].at;
        const double x = at[0] - centre[0], y = at[1] - centre[1], z = at[2] - centre[2];
        const double square = x * x + y * y + z * z;
        if (square > found.reach) return;
        found.near.emplace_back(square, entries[i].node);
        const double straight = std::sqrt(square);
        if (straight >= found.least) return;
        found.least = straight;
        found.reach = (straight + slack) * (straight + slack);
    }

    void search(std::size_t begin, std::size_t end, const SpherePoint& centre, Found& found) const {
        while (end - begin > leaf) {
            const std::size_t middle = begin + (end - begin) / 2;
            const double beyond = centre[axis[middle]] - entries[middle].at[axis[middle]];
            const std::size_t other_begin = beyond < 0 ? middle + 1 : begin;
            const std::size_t other_end = beyond < 0 ? end : middle;
            beyond < 0 ? search(begin, middle, centre, found) : search(middle + 1, end, centre, found);
            look_at(middle, centre, found);
            if (beyond * beyond > found.reach) return;
            begin = other_begin;
            end = other_end;
        }
        for (std::size_t i = begin; i < end; ++i) look_at(i, centre, found);
    }

    std::vector<GridPoint> points;  // by node; the columns below in the order of the tree
    std::vector<Entry> entries;
    std::vector<std::uint8_t> axis;
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
    Index::Found found;
    found.near.reserve(32);
    index_->search(0, index_->entries.size(), on_sphere(place), found);
    std::pair<double, std::uint32_t> best{std::numeric_limits<double>::infinity(), 0};
    for (const auto& [square, node] : found.near) {
        if (square > found.reach) continue;  // came before a nearer one
        best = std::min(best, {great_circle(place, lon_lat(index_->points[node])).metres(), node});
    }
    return {NodeId{best.second}, Distance::metres(best.first)};
}

}  // namespace aidway
