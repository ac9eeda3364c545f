// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "network/grid_point.hpp"
#include "network/line_feature.hpp"
#include "network/long_vector.hpp"
#include "network/road_kind.hpp"

namespace aidway {

/// What roads of one kind share, so that a road says it in four bytes: indices into the tables beside it.
struct RoadLabel {
    std::uint32_t road = 0;         ///< name of the road
    std::uint32_t gate = 0;         ///< name of the gate it lies in
    std::uint32_t kind = 0;         ///< what it is like
    std::uint32_t other_names = 0;  ///< further names of the road
    bool length_is_stated = false;
    auto operator<=>(const RoadLabel&) const = default;
};

/// The tables that labels point into. The first entry of each is the empty one.
struct RoadWords {
    std::vector<std::string> roads{""};
    std::vector<std::string> gates{""};
    std::vector<RoadKind> kinds{RoadKind{}};
    std::vector<OtherNames> other_names{OtherNames{}};
    std::vector<RoadLabel> labels;
};

/// Pieces of road that meet at their ends only, in any order; what a network is made from. In parallel arrays, as there
/// may be millions of them.
struct RoadPieces {
    static constexpr std::uint32_t no_label = 0xffff'ffff;

    RoadWords words;
    LongVector<GridPoint> points;     ///< of all pieces, side by side; neighbours differ
    LongVector<std::uint64_t> first;  ///< per piece, its first point; one entry more than there are pieces
    LongVector<std::int64_t> length_mm;
    LongVector<std::int64_t> feature;
    LongVector<std::uint32_t> forward;   ///< label in drawing order
    LongVector<std::uint32_t> backward;  ///< label against it, or `no_label` where there is no going back
};

/// Throws std::invalid_argument as RoadNetwork does.
[[nodiscard]] RoadPieces pieces_of(const std::vector<LineFeature>& lines);

/// Roads of one-way pieces (`forward` alone counts): of two that lie on the same points the opposite way round, with
/// one length and one feature, each is the other's way back. Any order of the pieces gives the same roads, but for
/// copies that say the same.
[[nodiscard]] RoadPieces to_and_fro(const RoadPieces& ways);

/// Sorts every table, drops what no label needs, and numbers the labels anew; so that what is written follows from what
/// is said alone, not from the order it came in.
void sort_words(RoadPieces& pieces);

}  // namespace aidway
