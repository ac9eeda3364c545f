// SPDX-License-Identifier: Apache-2.0
#include "network/road_network.hpp"

#include <algorithm>
#include <bit>
#include <limits>
#include <stdexcept>
#include <tuple>
#include <utility>

#include "core/digest.hpp"
#include "network/arc_key.hpp"
#include "network/grid_point.hpp"

namespace aidway {
namespace {

/// One direction of a piece before it has a number.
struct HalfArc {
    NodeId tail;
    NodeId head;
    std::uint64_t key = 0;
    std::uint32_t piece = 0;
    bool forward = true;
};

/// Points of a piece in the direction of travel.
std::vector<GridPoint> along(const RoadPieces& pieces, std::uint32_t piece, bool forward) {
    std::vector<GridPoint> points(pieces.points.begin() + static_cast<std::ptrdiff_t>(pieces.first[piece]),
                                  pieces.points.begin() + static_cast<std::ptrdiff_t>(pieces.first[piece + 1]));
    if (!forward) std::reverse(points.begin(), points.end());
    return points;
}

/// Numbers the places where pieces end, in ascending order: two numbers per piece, of its front and its back.
std::vector<std::uint32_t> number_ends(const RoadPieces& pieces, std::vector<GridPoint>& nodes) {
    struct End {
        GridPoint point;
        std::uint32_t slot;
    };
    std::vector<End> ends;
    const std::size_t count = pieces.feature.size();
    ends.reserve(2 * count);
    for (std::size_t i = 0; i < count; ++i) {
        ends.push_back({pieces.points[pieces.first[i]], static_cast<std::uint32_t>(2 * i)});
        ends.push_back({pieces.points[pieces.first[i + 1] - 1], static_cast<std::uint32_t>(2 * i + 1)});
    }
    std::sort(ends.begin(), ends.end(), [](const End& a, const End& b) { return a.point < b.point; });
    std::vector<std::uint32_t> number(ends.size());
    for (const End& end : ends) {
        if (nodes.empty() || nodes.back() != end.point) nodes.push_back(end.point);
        number[end.slot] = static_cast<std::uint32_t>(nodes.size() - 1);
    }
    return number;
}

std::vector<HalfArc> sorted_arcs(const RoadPieces& pieces, const std::vector<std::uint32_t>& ends) {
    std::vector<HalfArc> arcs;
    arcs.reserve(ends.size());
    for (std::uint32_t i = 0; i < pieces.feature.size(); ++i) {
        const GridPoint from = pieces.points[pieces.first[i]];
        const GridPoint to = pieces.points[pieces.first[i + 1] - 1];
        const NodeId tail{ends[2 * i]};
        const NodeId head{ends[2 * i + 1]};
        const auto key = [&](GridPoint a, GridPoint b, std::uint32_t label) {
            return stable_key_of(a, b, pieces.length_mm[i], pieces.words, pieces.words.labels[label]);
        };
        arcs.push_back({tail, head, key(from, to, pieces.forward[i]), i, true});
        if (pieces.backward[i] == RoadPieces::no_label) continue;
        arcs.push_back({head, tail, key(to, from, pieces.backward[i]), i, false});
    }
    // Arcs that share a key are copies of one road: only their drawing, then their number, can tell them apart.
    std::sort(arcs.begin(), arcs.end(), [&pieces](const HalfArc& a, const HalfArc& b) {
        if (const auto order = std::tie(a.tail, a.head, a.key) <=> std::tie(b.tail, b.head, b.key); order != 0) {
            return order < 0;
        }
        const auto a_points = along(pieces, a.piece, a.forward);
        const auto b_points = along(pieces, b.piece, b.forward);
        return std::tie(a_points, pieces.feature[a.piece], a.piece, b.forward) <
               std::tie(b_points, pieces.feature[b.piece], b.piece, a.forward);
    });
    return arcs;
}

}  // namespace

template <class T>
using Vector = std::vector<T>;

struct RoadNetwork::Arrays : RoadColumnsOf<Vector> {
    void add_length(std::int64_t mm) {
        const bool is_long = mm >= ArcLengths::in_table;
        if (is_long) long_length.push_back({length_mm.size(), mm});
        length_mm.push_back(is_long ? ArcLengths::in_table : static_cast<std::uint32_t>(mm));
    }
};

RoadNetwork::RoadNetwork() : RoadNetwork(RoadPieces{{}, {}, {0}, {}, {}, {}, {}}) {}

RoadNetwork::RoadNetwork(const std::vector<LineFeature>& pieces) : RoadNetwork(pieces_of(pieces)) {}

RoadNetwork::RoadNetwork(RoadPieces pieces) {
    if (pieces.feature.size() > std::numeric_limits<std::uint32_t>::max() / 2) {
        throw std::invalid_argument("too many roads");
    }
    sort_words(pieces);
    auto arrays = std::make_shared<Arrays>();
    Arrays& a = *arrays;
    const std::vector<HalfArc> arcs = sorted_arcs(pieces, number_ends(pieces, a.point));

    a.point.shrink_to_fit();
    a.first_out.assign(a.point.size() + 1, 0);
    std::vector<ArcId> arc_of_half(2 * pieces.feature.size(), no_arc);
    const auto half = [](const HalfArc& arc, bool forward) { return 2 * std::size_t{arc.piece} + (forward ? 0 : 1); };
    for (auto* column : {&a.head, &a.tail}) column->reserve(arcs.size());
    for (auto* column : {&a.length_mm, &a.label}) column->reserve(arcs.size());
    a.stable_key.reserve(arcs.size());
    for (std::uint32_t number = 0; number < arcs.size(); ++number) {
        const HalfArc& arc = arcs[number];
        arc_of_half[half(arc, arc.forward)] = ArcId{number};
        ++a.first_out[arc.tail.index() + 1];
        a.head.push_back(arc.head);
        a.tail.push_back(arc.tail);
        a.add_length(pieces.length_mm[arc.piece]);
        a.stable_key.push_back(arc.key);
        a.label.push_back((arc.forward ? pieces.forward : pieces.backward)[arc.piece]);
    }
    for (std::size_t node = 0; node < a.point.size(); ++node) a.first_out[node + 1] += a.first_out[node];

    a.reverse.reserve(arcs.size());
    a.lower.resize((arcs.size() + 63) / 64);
    a.feature.reserve(pieces.feature.size());
    a.shape_begin.reserve(pieces.feature.size() + 1);
    a.shape_point.reserve(pieces.points.size());
    for (std::uint32_t number = 0; number < arcs.size(); ++number) {
        const HalfArc& arc = arcs[number];
        const ArcId other = arc_of_half[half(arc, !arc.forward)];
        a.reverse.push_back(other);
        if (number % 64 == 0) a.lower[number / 64].before = a.feature.size();
        if (other < ArcId{number}) continue;
        a.lower[number / 64].bits |= std::uint64_t{1} << (number % 64);
        a.feature.push_back(pieces.feature[arc.piece]);
        a.shape_begin.push_back(a.shape_point.size());
        const auto points = along(pieces, arc.piece, arc.forward);
        a.shape_point.insert(a.shape_point.end(), points.begin(), points.end());
    }
    a.shape_begin.push_back(a.shape_point.size());
    *this = over({a.stable_key, a.lower, a.feature, a.shape_begin, a.long_length, a.point, a.shape_point, a.first_out,
                  a.head, a.tail, a.reverse, a.length_mm, a.label},
                 std::move(arrays), std::make_shared<const RoadWords>(std::move(pieces.words)));
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
