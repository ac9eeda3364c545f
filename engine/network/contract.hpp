// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "network/long_vector.hpp"
#include "network/road_pieces.hpp"

namespace aidway {

/// Ways as OpenStreetMap has them: rows of numbered nodes, where two ways meet if they have a node in common.
struct NodeWays {
    RoadWords words;
    LongVector<GridPoint> node;       ///< place of each node, of roads or not
    std::vector<std::uint32_t> keep;  ///< nodes that stay nodes of the network whatever meets there
    LongVector<std::uint32_t> nodes;  ///< of all ways, side by side; neighbours differ
    LongVector<std::uint64_t> first;  ///< per way, where its nodes begin; one entry more than there are ways
    LongVector<std::int64_t> feature;
    LongVector<std::uint32_t> forward;   ///< label in drawing order, or `RoadPieces::no_label`
    LongVector<std::uint32_t> backward;  ///< label against it, or `RoadPieces::no_label`; not both
};

/// A way of which a piece has no length and was left out.
struct WithoutLength {
    std::int64_t feature;
    GridPoint at;
    auto operator<=>(const WithoutLength&) const = default;
};

struct Contracted {
    RoadPieces pieces;
    std::vector<WithoutLength> without_length;  ///< ascending, each once
};

/// Makes as few pieces as say the same: nodes at which just two stretches of one label meet become points of the
/// drawing. A piece made of several ways has the number of the least of them, and its points lie as the least way is
/// drawn. A ring without any other node keeps the one that its first way begins at. The order of ways does not matter
/// to the network that the pieces make, but for the number a ring's node is taken from.
[[nodiscard]] Contracted contract(NodeWays ways);

}  // namespace aidway
