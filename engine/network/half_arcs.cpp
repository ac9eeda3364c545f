// SPDX-License-Identifier: Apache-2.0
#include "network/half_arcs.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

#include "core/stretches.hpp"
#include "network/arc_key.hpp"

namespace aidway {
namespace {

constexpr std::size_t stretch = 16384;

/// Calls `found(tail, head, label, half)` for the directions in which pieces `begin` to `end` are passable.
template <class Found>
void each_half(const RoadPieces& pieces, const EndNodes& nodes, std::size_t begin, std::size_t end,
               const Found& found) {
    for (std::size_t i = begin; i < end; ++i) {
        const NodeId front = nodes.of_end[2 * i], back = nodes.of_end[2 * i + 1];
        const auto half = static_cast<std::uint32_t>(2 * i);
        found(front, back, pieces.forward[i], half);
        if (pieces.backward[i] != RoadPieces::no_label) found(back, front, pieces.backward[i], half + 1);
    }
}

/// Counts the arcs out of each node, and says which of them each half is to be.
LongVector<std::uint32_t> count_out(const RoadPieces& pieces, const EndNodes& nodes,
                                    LongVector<std::uint32_t>& first_out) {
    LongVector<std::uint32_t> rank(nodes.of_end.size());
    first_out.assign(nodes.point.size() + 1, 0);
    each_half(pieces, nodes, 0, pieces.feature.size(), [&](NodeId tail, NodeId, std::uint32_t, std::uint32_t half) {
        rank[half] = first_out[tail.index() + 1]++;
    });
    for (std::size_t node = 0; node < nodes.point.size(); ++node) first_out[node + 1] += first_out[node];
    return rank;
}

/// Points of a piece in the direction of travel.
std::vector<GridPoint> along(const RoadPieces& pieces, const HalfArc& arc) {
    std::vector<GridPoint> points(pieces.points.begin() + static_cast<std::ptrdiff_t>(pieces.first[arc.piece()]),
                                  pieces.points.begin() + static_cast<std::ptrdiff_t>(pieces.first[arc.piece() + 1]));
    if (!arc.forward()) std::reverse(points.begin(), points.end());
    return points;
}

}  // namespace

HalfArcs half_arcs(const RoadPieces& pieces, const EndNodes& nodes) {
    HalfArcs sorted;
    const LongVector<std::uint32_t> rank = count_out(pieces, nodes, sorted.first_out);
    sorted.arcs.resize(sorted.first_out.back());
    const ArcKeys keys(pieces.words);
    // Each arc goes among those of its tail; only then are they put in order.
    in_stretches(pieces.feature.size(), stretch, [&](std::size_t begin, std::size_t end) {
        each_half(pieces, nodes, begin, end, [&](NodeId tail, NodeId head, std::uint32_t label, std::uint32_t half) {
            const std::size_t piece = half / 2;
            const std::int64_t length = pieces.length_mm[piece];
            GridPoint from = pieces.points[pieces.first[piece]], to = pieces.points[pieces.first[piece + 1] - 1];
            if (half % 2 == 1) std::swap(from, to);
            const auto key = keys.of(from, to, length, label);
            sorted.arcs[sorted.first_out[tail.index()] + rank[half]] = {head, half, key, length, label};
        });
    });
    // Arcs that share a key are copies of one road: only their drawing, then their number, can tell them apart.
    const auto less = [&pieces](const HalfArc& a, const HalfArc& b) {
        if (a.head != b.head) return a.head < b.head;
        if (a.key != b.key) return a.key < b.key;
        const auto a_points = along(pieces, a), b_points = along(pieces, b);
        return std::tie(a_points, pieces.feature[a.piece()], a.half) <
               std::tie(b_points, pieces.feature[b.piece()], b.half);
    };
    in_stretches(nodes.point.size(), stretch, [&](std::size_t begin, std::size_t end) {
        for (std::size_t node = begin; node < end; ++node) {
            std::sort(sorted.arcs.begin() + sorted.first_out[node], sorted.arcs.begin() + sorted.first_out[node + 1],
                      less);
        }
    });
    return sorted;
}

}  // namespace aidway
