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

#include "network/long_vector.hpp"

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

/// A balanced k-d tree. Nodes lie in its leaves alone, about as many in each, side by side; above them is nothing but
/// where each range is split, which a processor keeps at hand: the children of split i are 2 i and 2 i + 1.
struct NearestNode::Index {
    static constexpr std::size_t most_in_leaf = 16;
    struct Split {
        float at = 0;  ///< what is lower lies in the first half, what is higher in the second
        std::uint32_t axis = 0;
    };
    struct Found {
        double least = std::numeric_limits<double>::infinity();  ///< straight distance of the nearest so far
        double reach = std::numeric_limits<double>::infinity();  ///< square of what may still matter
        std::vector<std::pair<double, std::uint32_t>> near;      ///< all that came within reach, by squared distance
    };
    /// A part of the tree that may be worth a look.
    struct Part {
        std::size_t split;   ///< or a leaf, where there are no more splits
        SpherePoint beyond;  ///< how far the part lies from the place along each axis, at least
        double square;       ///< of that distance
    };

    explicit Index(const RoadNetwork& network) : points(network.point().begin(), network.point().end()) {
        entries.reserve(points.size());
        for (std::uint32_t node = 0; node < points.size(); ++node) {
            const SpherePoint at = on_sphere(lon_lat(points[node]));
            entries.push_back(
                {{static_cast<float>(at[0]), static_cast<float>(at[1]), static_cast<float>(at[2])}, node});
        }
        while ((most_in_leaf << levels) < points.size()) ++levels;
        splits.resize(leaves());
        split(1, 0, leaves());
    }

    [[nodiscard]] std::size_t leaves() const { return std::size_t{1} << levels; }
    /// Where a leaf begins.
    [[nodiscard]] std::size_t begin_of(std::size_t leaf) const { return leaf * entries.size() >> levels; }

    /// Splits what is to lie in some leaves, of which there are a power of two.
    void split(std::size_t number, std::size_t first_leaf, std::size_t end_leaf) {
        if (end_leaf - first_leaf < 2) return;
        const std::size_t middle_leaf = first_leaf + (end_leaf - first_leaf) / 2;
        const std::size_t begin = begin_of(first_leaf), middle = begin_of(middle_leaf), end = begin_of(end_leaf);
        std::array<float, 3> low = entries[begin].at, high = low;
        for (std::size_t i = begin; i < end; ++i) {
            for (std::size_t k = 0; k < 3; ++k) {
                low[k] = std::min(low[k], entries[i].at[k]);
                high[k] = std::max(high[k], entries[i].at[k]);
            }
        }
        std::size_t widest = 0;
        for (std::size_t k = 1; k < 3; ++k) widest = high[k] - low[k] > high[widest] - low[widest] ? k : widest;
        const auto place = [&](std::size_t i) { return entries.begin() + static_cast<std::ptrdiff_t>(i); };
        std::nth_element(place(begin), place(middle), place(end), [widest](const Entry& a, const Entry& b) {
            return std::pair(a.at[widest], a.node) < std::pair(b.at[widest], b.node);
        });
        splits[number] = {entries[middle].at[widest], static_cast<std::uint32_t>(widest)};
        split(2 * number, first_leaf, middle_leaf);
        split(2 * number + 1, middle_leaf, end_leaf);
    }

    void look_at(const Entry& entry, const SpherePoint& centre, Found& found) const {
        const double x = entry.at[0] - centre[0], y = entry.at[1] - centre[1], z = entry.at[2] - centre[2];
        const double square = x * x + y * y + z * z;
        if (square > found.reach) return;
        found.near.emplace_back(square, entry.node);
        const double straight = std::sqrt(square);
        if (straight >= found.least) return;
        __builtin_prefetch(points.data() + entry.node);
        found.least = straight;
        found.reach = (straight + slack) * (straight + slack);
    }

    void search(const SpherePoint& centre, Found& found) const {
        std::array<Part, 64> waiting;  // NOLINT(cppcoreguidelines-pro-type-member-init): one at most for each level
        std::size_t count = 0;
        waiting[count++] = {1, {}, 0};
        while (count > 0) {
            Part part = waiting[--count];
            if (part.square > found.reach) continue;
            while (part.split < leaves()) {
                __builtin_prefetch(splits.data() + std::min(8 * part.split, leaves() - 1));  // three levels down
                const auto [at, axis] = splits[part.split];
                const double beyond = centre[axis] - at;
                Part other = part;
                other.square += beyond * beyond - part.beyond[axis] * part.beyond[axis];
                other.beyond[axis] = beyond;
                other.split = 2 * part.split + (beyond < 0 ? 1 : 0);
                part.split = 2 * part.split + (beyond < 0 ? 0 : 1);
                if (other.square <= found.reach) waiting[count++] = other;
            }
            const std::size_t leaf = part.split - leaves();
            for (std::size_t i = begin_of(leaf); i < begin_of(leaf + 1); ++i) look_at(entries[i], centre, found);
        }
    }

    LongVector<GridPoint> points;  // by node
    LongVector<Entry> entries;     // by leaf
    unsigned levels = 0;           // of splits
    LongVector<Split> splits;      // from 1 on
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
    index_->search(on_sphere(place), found);
    std::pair<double, std::uint32_t> best{std::numeric_limits<double>::infinity(), 0};
    for (const auto& [square, node] : found.near) {
        if (square > found.reach) continue;  // came before a nearer one
        best = std::min(best, {great_circle(place, lon_lat(index_->points[node])).metres(), node});
    }
    return {NodeId{best.second}, Distance::metres(best.first)};
}

}  // namespace aidway
