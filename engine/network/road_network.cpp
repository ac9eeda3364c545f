// SPDX-License-Identifier: Apache-2.0
#include "network/road_network.hpp"

#include <algorithm>
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
    std::uint32_t piece = 0;
    bool forward = true;
};

std::uint64_t first_bytes(const Digest& digest) {
    std::uint64_t key = 0;
    const auto bytes = digest.bytes();
    for (std::size_t i = 0; i < 8; ++i) key |= std::uint64_t{bytes[i]} << (8 * i);
    return key;
}

/// Only what is said goes in, so that a kind which is but a class reads as that class alone.
void add_kind(const RoadKind& kind, Digest& digest) {
    digest.add(kind.road_class);
    const auto add = [&digest](const char* what, const auto& value) { digest.add(what).add(value); };
    if (!kind.surface.empty()) add("surface", kind.surface);
    if (!kind.condition.empty()) add("condition", kind.condition);
    for (const std::string& feature : kind.features) add("feature", feature);
    for (const std::string& traffic : kind.barred) add("barred", traffic);
    if (kind.max_weight) add("max_weight", kind.max_weight->ticks());
    if (kind.max_height) add("max_height", kind.max_height->metres());
    if (kind.max_speed) add("max_speed", kind.max_speed->metres_per_second());
}

std::uint64_t stable_key_of(GridPoint from, GridPoint to, std::int64_t length_mm, const RoadWords& words,
                            const RoadLabel& label) {
    Digest digest;
    for (const std::int32_t number : {from.lon, from.lat, to.lon, to.lat}) digest.add(std::int64_t{number});
    digest.add(length_mm).add(words.roads[label.road]).add(words.gates[label.gate]);
    add_kind(words.kinds[label.kind], digest);
    if (label.length_is_stated) digest.add("stated");
    return first_bytes(digest);
}

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

struct RoadNetwork::Arrays {
    std::vector<GridPoint> point;
    std::vector<std::uint32_t> first_out;
    std::vector<NodeId> head, tail;
    std::vector<double> length_m;
    std::vector<ArcId> reverse;
    std::vector<std::int64_t> feature;
    std::vector<std::uint64_t> stable_key;
    std::vector<std::uint32_t> label;
    std::vector<GridPoint> shape_point;
    std::vector<std::uint64_t> shape_begin;
    std::vector<std::uint32_t> shape_size;
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

    a.first_out.assign(a.point.size() + 1, 0);
    std::vector<ArcId> arc_of_half(2 * pieces.feature.size(), no_arc);
    const auto half = [](const HalfArc& arc, bool forward) { return 2 * std::size_t{arc.piece} + (forward ? 0 : 1); };
    for (auto* column : {&a.head, &a.tail}) column->reserve(arcs.size());
    for (std::uint32_t number = 0; number < arcs.size(); ++number) {
        const HalfArc& arc = arcs[number];
        arc_of_half[half(arc, arc.forward)] = ArcId{number};
        ++a.first_out[arc.tail.index() + 1];
        a.head.push_back(arc.head);
        a.tail.push_back(arc.tail);
        a.length_m.push_back(static_cast<double>(pieces.length_mm[arc.piece]) / 1000.0);
        a.feature.push_back(pieces.feature[arc.piece]);
        a.stable_key.push_back(arc.key);
        a.label.push_back((arc.forward ? pieces.forward : pieces.backward)[arc.piece]);
    }
    for (std::size_t node = 0; node < a.point.size(); ++node) a.first_out[node + 1] += a.first_out[node];

    a.shape_begin.resize(arcs.size());
    a.shape_size.resize(arcs.size());
    a.shape_point.reserve(pieces.points.size());
    for (std::uint32_t number = 0; number < arcs.size(); ++number) {
        const HalfArc& arc = arcs[number];
        const ArcId other = arc_of_half[half(arc, !arc.forward)];
        a.reverse.push_back(other);
        a.shape_size[number] = static_cast<std::uint32_t>(pieces.first[arc.piece + 1] - pieces.first[arc.piece]);
        if (other < ArcId{number}) {
            a.shape_begin[number] = a.shape_begin[other.index()];
            continue;
        }
        a.shape_begin[number] = a.shape_point.size();
        const auto points = along(pieces, arc.piece, arc.forward);
        a.shape_point.insert(a.shape_point.end(), points.begin(), points.end());
    }
    words_ = std::make_shared<const RoadWords>(std::move(pieces.words));
    share(std::move(arrays));
    compute_digest();
}

void RoadNetwork::share(std::shared_ptr<Arrays> arrays) {
    point_ = arrays->point;
    first_out_ = arrays->first_out;
    head_ = arrays->head;
    tail_ = arrays->tail;
    length_m_ = arrays->length_m;
    reverse_ = arrays->reverse;
    feature_ = arrays->feature;
    stable_key_ = arrays->stable_key;
    label_ = arrays->label;
    shape_point_ = arrays->shape_point;
    shape_begin_ = arrays->shape_begin;
    shape_size_ = arrays->shape_size;
    owner_ = std::move(arrays);
}

std::vector<LonLat> RoadNetwork::shape(ArcId arc) const {
    std::vector<LonLat> points;
    for (const GridPoint point : shape_point_.subspan(shape_begin_[arc.index()], shape_size_[arc.index()])) {
        points.push_back(lon_lat(point));
    }
    if (reverse_[arc.index()] < arc) std::reverse(points.begin(), points.end());
    return points;
}

void RoadNetwork::compute_digest() {
    Digest digest;
    digest.add(static_cast<std::int64_t>(node_count())).add(static_cast<std::int64_t>(arc_count()));
    for (const GridPoint point : point_) digest.add(std::int64_t{point.lon}).add(std::int64_t{point.lat});
    for (std::size_t arc = 0; arc < arc_count(); ++arc) {
        digest.add(std::int64_t{tail_[arc].value}).add(std::int64_t{head_[arc].value});
        digest.add(static_cast<std::int64_t>(stable_key_[arc]));  // length, names and kind are in the key
    }
    digest_ = digest.bytes();
}

}  // namespace aidway
