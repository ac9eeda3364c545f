// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "core/id.hpp"
#include "network/arc_lengths.hpp"
#include "network/grid_point.hpp"

namespace aidway {

/// Which of 64 arcs are the lower of their pair, a bit each, and how many lower ones come before them.
struct LowerArcs {
    std::uint64_t bits = 0;
    std::uint64_t before = 0;
    bool operator==(const LowerArcs&) const = default;
};

/// How long the columns of a network are.
struct ColumnSizes {
    std::uint64_t nodes = 0;
    std::uint64_t arcs = 0;
    std::uint64_t roads = 0;         ///< pairs of arcs, and one-way arcs
    std::uint64_t points = 0;        ///< of all drawings
    std::uint64_t long_lengths = 0;  ///< arcs beyond what the column of lengths can say
    bool operator==(const ColumnSizes&) const = default;
};

/// What a RoadNetwork is made of, as `Column<T>` says: spans in a network, vectors while it is made. About 37 bytes an
/// arc without the drawings, at 2.3 arcs a node and 1.9 a road. `RoadNetwork` says what the columns mean.
template <template <class> class Column>
struct RoadColumnsOf {
    Column<std::uint64_t> stable_key;      ///< per arc
    Column<LowerArcs> lower;               ///< per 64 arcs
    Column<std::int64_t> feature;          ///< per road, in the order of their lower arcs
    Column<std::uint64_t> shape_begin;     ///< per road, where its points begin; and one more
    Column<ArcLengths::Long> long_length;  ///< lengths that the column of lengths cannot say
    Column<GridPoint> point;               ///< per node
    Column<GridPoint> shape_point;         ///< of all roads, in the direction of their lower arcs
    Column<std::uint32_t> first_out;       ///< per node; and one more
    Column<NodeId> head, tail;             ///< per arc
    Column<ArcId> reverse;                 ///< per arc
    Column<std::uint32_t> length_mm;       ///< per arc
    Column<std::uint32_t> label;           ///< per arc

    /// Calls `visit(column, its size)` for each, those of eight bytes first.
    template <class Self, class Visit>
    static void each(Self& all, const ColumnSizes& sizes, const Visit& visit) {
        visit(all.stable_key, sizes.arcs);
        visit(all.lower, (sizes.arcs + 63) / 64);
        visit(all.feature, sizes.roads);
        visit(all.shape_begin, sizes.roads + 1);
        visit(all.long_length, sizes.long_lengths);
        visit(all.point, sizes.nodes);
        visit(all.shape_point, sizes.points);
        visit(all.first_out, sizes.nodes + 1);
        visit(all.head, sizes.arcs);
        visit(all.tail, sizes.arcs);
        visit(all.reverse, sizes.arcs);
        visit(all.length_mm, sizes.arcs);
        visit(all.label, sizes.arcs);
    }

    [[nodiscard]] ColumnSizes sizes() const {
        return {point.size(), head.size(), feature.size(), shape_point.size(), long_length.size()};
    }
};

template <class T>
using ConstSpan = std::span<const T>;
using RoadColumns = RoadColumnsOf<ConstSpan>;

}  // namespace aidway
