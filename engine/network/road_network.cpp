// SPDX-License-Identifier: Apache-2.0
#include "network/road_network.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>
#include <tuple>

#include "core/digest.hpp"
#include "network/grid_point.hpp"

namespace aidway {
namespace {

/// One direction of a piece before it has a number.
struct HalfArc {
    NodeId tail;
    NodeId head;
    std::uint64_t key = 0;
    std::size_t piece = 0;
    bool forward = true;
};

std::vector<GridPoint> grid_points(const LineFeature& piece) {
    std::vector<GridPoint> points;
    points.reserve(piece.points.size());
    for (const LonLat place : piece.points) {
        if (!place.valid()) throw std::invalid_argument("a road leaves the globe");
        const GridPoint point = grid_point(place);
        if (points.empty() || points.back() != point) points.push_back(point);
    }
    if (points.size() < 2) throw std::invalid_argument("a road needs two distinct points");
    return points;
}

/// In millimetres.
std::int64_t length_of(const LineFeature& piece, const std::vector<GridPoint>& points) {
    if (piece.length) {
        const std::int64_t stated = std::llround(piece.length->metres() * 1000.0);
        if (stated < 1) throw std::invalid_argument("a road needs a length");
        return stated;
    }
    std::int64_t sum = 0;
    for (std::size_t i = 1; i < points.size(); ++i) sum += length_mm(points[i - 1], points[i]);
    return sum;
}

std::uint64_t stable_key_of(GridPoint from, GridPoint to, std::int64_t length, const LineFeature& piece) {
    Digest digest;
    for (const std::int32_t number : {from.lon, from.lat, to.lon, to.lat}) digest.add(std::int64_t{number});
    digest.add(length).add(piece.road).add(piece.gate).add(piece.road_class);
    if (piece.length) digest.add("stated");
    std::uint64_t key = 0;
    const auto bytes = digest.bytes();
    for (std::size_t i = 0; i < 8; ++i) key |= std::uint64_t{bytes[i]} << (8 * i);
    return key;
}

/// Points in the direction of travel.
std::vector<GridPoint> along(const std::vector<GridPoint>& points, bool forward) {
    return forward ? points : std::vector<GridPoint>(points.rbegin(), points.rend());
}

std::vector<std::string> sorted_names(const std::vector<LineFeature>& pieces, std::string LineFeature::*text) {
    std::vector<std::string> names{""};
    for (const LineFeature& piece : pieces) names.push_back(piece.*text);
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
    return names;
}

std::uint32_t index_of(const std::vector<std::string>& names, const std::string& name) {
    return static_cast<std::uint32_t>(std::lower_bound(names.begin(), names.end(), name) - names.begin());
}

}  // namespace

RoadNetwork::RoadNetwork(const std::vector<LineFeature>& pieces) {
    if (pieces.size() > std::numeric_limits<std::uint32_t>::max() / 2) throw std::invalid_argument("too many roads");
    std::vector<std::vector<GridPoint>> points;
    std::vector<GridPoint> nodes;
    points.reserve(pieces.size());
    for (const LineFeature& piece : pieces) {
        points.push_back(grid_points(piece));
        nodes.push_back(points.back().front());
        nodes.push_back(points.back().back());
    }
    std::sort(nodes.begin(), nodes.end());
    nodes.erase(std::unique(nodes.begin(), nodes.end()), nodes.end());
    const auto node_at = [&nodes](GridPoint point) {
        return NodeId{static_cast<std::uint32_t>(std::lower_bound(nodes.begin(), nodes.end(), point) - nodes.begin())};
    };

    std::vector<HalfArc> arcs;
    std::vector<std::int64_t> lengths;
    arcs.reserve(2 * pieces.size());
    lengths.reserve(pieces.size());
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        const GridPoint from = points[i].front();
        const GridPoint to = points[i].back();
        lengths.push_back(length_of(pieces[i], points[i]));
        arcs.push_back({node_at(from), node_at(to), stable_key_of(from, to, lengths[i], pieces[i]), i, true});
        if (pieces[i].one_way) continue;
        arcs.push_back({node_at(to), node_at(from), stable_key_of(to, from, lengths[i], pieces[i]), i, false});
    }
    // Arcs that share a key are copies of one road: only their drawing, then their number, can tell them apart.
    std::sort(arcs.begin(), arcs.end(), [&](const HalfArc& a, const HalfArc& b) {
        if (const auto order = std::tie(a.tail, a.head, a.key) <=> std::tie(b.tail, b.head, b.key); order != 0) {
            return order < 0;
        }
        const auto a_points = along(points[a.piece], a.forward);
        const auto b_points = along(points[b.piece], b.forward);
        return std::tie(a_points, pieces[a.piece].fid, a.piece, b.forward) <
               std::tie(b_points, pieces[b.piece].fid, b.piece, a.forward);
    });

    for (const GridPoint node : nodes) position_.push_back(lon_lat(node));
    road_.names = sorted_names(pieces, &LineFeature::road);
    gate_.names = sorted_names(pieces, &LineFeature::gate);
    road_class_.names = sorted_names(pieces, &LineFeature::road_class);
    first_out_.assign(nodes.size() + 1, 0);
    std::vector<ArcId> arc_of_half(2 * pieces.size(), no_arc);
    for (std::uint32_t number = 0; number < arcs.size(); ++number) {
        const HalfArc& arc = arcs[number];
        const LineFeature& piece = pieces[arc.piece];
        arc_of_half[2 * arc.piece + (arc.forward ? 0 : 1)] = ArcId{number};
        ++first_out_[arc.tail.index() + 1];
        head_.push_back(arc.head);
        tail_.push_back(arc.tail);
        length_m_.push_back(static_cast<double>(lengths[arc.piece]) / 1000.0);
        length_is_stated_.push_back(piece.length.has_value());
        feature_.push_back(piece.fid);
        stable_key_.push_back(arc.key);
        road_.index.push_back(index_of(road_.names, piece.road));
        gate_.index.push_back(index_of(gate_.names, piece.gate));
        road_class_.index.push_back(index_of(road_class_.names, piece.road_class));
    }
    for (std::size_t node = 0; node < nodes.size(); ++node) first_out_[node + 1] += first_out_[node];

    shape_begin_.resize(arcs.size());
    shape_end_.resize(arcs.size());
    for (std::uint32_t number = 0; number < arcs.size(); ++number) {
        const HalfArc& arc = arcs[number];
        const ArcId other = arc_of_half[2 * arc.piece + (arc.forward ? 1 : 0)];
        reverse_.push_back(other);
        if (other < ArcId{number}) {
            shape_begin_[number] = shape_begin_[other.index()];
            shape_end_[number] = shape_end_[other.index()];
            continue;
        }
        shape_begin_[number] = static_cast<std::uint32_t>(shape_points_.size());
        for (const GridPoint point : along(points[arc.piece], arc.forward)) shape_points_.push_back(lon_lat(point));
        shape_end_[number] = static_cast<std::uint32_t>(shape_points_.size());
    }
    compute_digest();
}

std::vector<LonLat> RoadNetwork::shape(ArcId arc) const {
    std::vector<LonLat> points(shape_points_.begin() + shape_begin_.at(arc.index()),
                               shape_points_.begin() + shape_end_.at(arc.index()));
    if (reverse_[arc.index()] < arc) std::reverse(points.begin(), points.end());
    return points;
}

void RoadNetwork::compute_digest() {
    Digest digest;
    digest.add(static_cast<std::int64_t>(node_count())).add(static_cast<std::int64_t>(arc_count()));
    for (const LonLat place : position_) {
        const GridPoint point = grid_point(place);
        digest.add(std::int64_t{point.lon}).add(std::int64_t{point.lat});
    }
    for (std::size_t arc = 0; arc < arc_count(); ++arc) {
        digest.add(std::int64_t{tail_[arc].value}).add(std::int64_t{head_[arc].value});
        digest.add(static_cast<std::int64_t>(stable_key_[arc]));  // length and names are in the key
    }
    digest_ = digest.bytes();
}

}  // namespace aidway
