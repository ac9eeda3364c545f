// SPDX-License-Identifier: Apache-2.0
#include "network/own_columns.hpp"

#include <algorithm>
#include <bit>

#include "core/stretches.hpp"
#include "network/end_nodes.hpp"
#include "network/half_arcs.hpp"

namespace aidway {
namespace {

constexpr ArcId none{0xffff'ffff};
constexpr std::size_t stretch = 16384;  // whole words of `LowerArcs`

/// Columns of arcs, in the order of arcs; `arc_of_half` gets their numbers.
void fill_arcs(const HalfArcs& sorted, OwnColumns& c, LongVector<ArcId>& arc_of_half) {
    const std::size_t arcs = sorted.arcs.size();
    c.head.resize(arcs);
    c.tail.resize(arcs);
    c.length_mm.resize(arcs);
    c.label.resize(arcs);
    c.stable_key.resize(arcs);
    in_stretches(c.point.size(), stretch, [&](std::size_t begin, std::size_t end) {
        for (std::size_t node = begin; node < end; ++node) {
            for (std::uint32_t arc = sorted.first_out[node]; arc < sorted.first_out[node + 1]; ++arc) {
                const HalfArc& half = sorted.arcs[arc];
                arc_of_half[half.half] = ArcId{arc};
                c.head[arc] = half.head;
                c.tail[arc] = NodeId{static_cast<std::uint32_t>(node)};
                c.length_mm[arc] =
                    static_cast<std::uint32_t>(std::min<std::int64_t>(half.length_mm, ArcLengths::in_table));
                c.label[arc] = half.label;
                c.stable_key[arc] = half.key;
            }
        }
    });
    for (std::size_t arc = 0; arc < arcs; ++arc) {
        if (c.length_mm[arc] == ArcLengths::in_table) c.long_length.push_back({arc, sorted.arcs[arc].length_mm});
    }
}

/// Which arcs belong together, and which of two is the lower; returns how many roads that makes.
std::size_t fill_pairs(const HalfArcs& sorted, const LongVector<ArcId>& arc_of_half, OwnColumns& c) {
    c.reverse.resize(sorted.arcs.size());
    c.lower.resize((sorted.arcs.size() + 63) / 64);
    in_stretches(sorted.arcs.size(), stretch, [&](std::size_t begin, std::size_t end) {
        for (std::size_t arc = begin; arc < end; ++arc) {
            const ArcId other = arc_of_half[sorted.arcs[arc].half ^ 1U];
            c.reverse[arc] = other;
            if (other.index() > arc) c.lower[arc / 64].bits |= std::uint64_t{1} << (arc % 64);
        }
    });
    std::size_t roads = 0;
    for (LowerArcs& arcs : c.lower) {
        arcs.before = roads;
        roads += static_cast<std::size_t>(std::popcount(arcs.bits));
    }
    return roads;
}

/// Columns of roads, in the order of their lower arcs.
void fill_roads(const HalfArcs& sorted, const RoadPieces& pieces, OwnColumns& c) {
    const auto each_road = [&](const auto& found) {
        in_stretches(c.lower.size(), stretch / 64, [&](std::size_t begin, std::size_t end) {
            for (std::size_t word = begin; word < end; ++word) {
                std::size_t road = c.lower[word].before;
                for (std::uint64_t left = c.lower[word].bits; left != 0; left &= left - 1) {
                    found(road++, sorted.arcs[word * 64 + static_cast<std::size_t>(std::countr_zero(left))]);
                }
            }
        });
    };
    each_road([&](std::size_t road, const HalfArc& arc) {
        c.feature[road] = pieces.feature[arc.piece()];
        c.shape_begin[road + 1] = pieces.first[arc.piece() + 1] - pieces.first[arc.piece()];
    });
    for (std::size_t road = 0; road < c.feature.size(); ++road) c.shape_begin[road + 1] += c.shape_begin[road];
    c.shape_point.resize(c.shape_begin.back());
    each_road([&](std::size_t road, const HalfArc& arc) {
        const GridPoint* const front = pieces.points.data() + pieces.first[arc.piece()];
        const GridPoint* const back = pieces.points.data() + pieces.first[arc.piece() + 1];
        GridPoint* const to = c.shape_point.data() + c.shape_begin[road];
        arc.forward() ? std::copy(front, back, to) : std::reverse_copy(front, back, to);
    });
}

}  // namespace

OwnColumns columns_of(const RoadPieces& pieces) {
    EndNodes nodes = end_nodes(pieces);
    HalfArcs sorted = half_arcs(pieces, nodes);
    OwnColumns columns;
    columns.point = std::move(nodes.point);
    columns.point.shrink_to_fit();
    LongVector<ArcId> arc_of_half(2 * pieces.feature.size(), none);
    fill_arcs(sorted, columns, arc_of_half);
    const std::size_t roads = fill_pairs(sorted, arc_of_half, columns);
    columns.feature.resize(roads);
    columns.shape_begin.resize(roads + 1);
    fill_roads(sorted, pieces, columns);
    columns.first_out = std::move(sorted.first_out);
    return columns;
}

}  // namespace aidway
