// SPDX-License-Identifier: Apache-2.0
#include "network/road_network.hpp"

#include <algorithm>
#include <bit>
#include <limits>
#include <stdexcept>
#include <utility>

#include "core/digest.hpp"
#include "network/grid_point.hpp"
#include "network/own_columns.hpp"

namespace aidway {
RoadNetwork::RoadNetwork() : RoadNetwork(RoadPieces{{}, {}, {0}, {}, {}, {}, {}}) {}

RoadNetwork::RoadNetwork(const std::vector<LineFeature>& pieces) : RoadNetwork(pieces_of(pieces)) {}

RoadNetwork::RoadNetwork(RoadPieces pieces) {
    if (pieces.feature.size() > std::numeric_limits<std::uint32_t>::max() / 2) {
        throw std::invalid_argument("too many roads");
    }
    sort_words(pieces);
    const auto own = std::make_shared<const OwnColumns>(columns_of(pieces));
    const OwnColumns& c = *own;
    *this = over({c.stable_key, c.lower, c.feature, c.shape_begin, c.long_length, c.point, c.shape_point, c.first_out,
                  c.head, c.tail, c.reverse, c.length_mm, c.label},
                 own, std::make_shared<const RoadWords>(std::move(pieces.words)));
}

RoadNetwork::RoadNetwork(const RoadColumns& columns, std::shared_ptr<const void> owner,
                         std::shared_ptr<const RoadWords> words)
    : owner_(std::move(owner)), words_(std::move(words)), columns_(columns) {
    compute_digest();
}

RoadNetwork RoadNetwork::over(const RoadColumns& columns, std::shared_ptr<const void> owner,
                              std::shared_ptr<const RoadWords> words) {
    return RoadNetwork(columns, std::move(owner), std::move(words));
}

std::size_t RoadNetwork::road_number(ArcId arc) const {
    const std::size_t lower = std::min(arc, columns_.reverse[arc.index()]).index();
    const auto [bits, before] = columns_.lower[lower / 64];
    const std::uint64_t earlier = bits & ((std::uint64_t{1} << (lower % 64)) - 1);
    return before + static_cast<std::size_t>(std::popcount(earlier));
}

std::vector<LonLat> RoadNetwork::shape(ArcId arc) const {
    const std::size_t road = road_number(arc);
    std::vector<LonLat> points;
    for (std::uint64_t i = columns_.shape_begin[road]; i < columns_.shape_begin[road + 1]; ++i) {
        points.push_back(lon_lat(columns_.shape_point[i]));
    }
    if (reverse()[arc.index()] < arc) std::reverse(points.begin(), points.end());
    return points;
}

void RoadNetwork::compute_digest() {
    Digest digest;
    digest.add(static_cast<std::int64_t>(node_count())).add(static_cast<std::int64_t>(arc_count()));
    for (const GridPoint point : point()) digest.add(std::int64_t{point.lon}).add(std::int64_t{point.lat});
    for (std::size_t arc = 0; arc < arc_count(); ++arc) {
        digest.add(std::int64_t{tail()[arc].value}).add(std::int64_t{head()[arc].value});
        digest.add(static_cast<std::int64_t>(stable_key()[arc]));  // length, names and kind are in the key
    }
    digest_ = digest.bytes();
}

}  // namespace aidway
