// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include "core/id.hpp"
#include "network/end_nodes.hpp"
#include "network/long_vector.hpp"
#include "network/road_pieces.hpp"

namespace aidway {

/// A piece of road in one direction of travel: an arc with all that it needs beside it, as pieces lie far apart.
struct HalfArc {
    NodeId head;
    std::uint32_t half = 0;  ///< twice the piece's number, and one more against its drawing
    std::uint64_t key = 0;
    std::int64_t length_mm = 0;
    std::uint32_t label = 0;
    [[nodiscard]] std::uint32_t piece() const noexcept { return half / 2; }
    [[nodiscard]] bool forward() const noexcept { return half % 2 == 0; }
};

/// Arcs in the order of a network: by tail, head, key; copies of one road by drawing, feature and number.
struct HalfArcs {
    LongVector<std::uint32_t> first_out;  ///< per node; and one more
    LongVector<HalfArc> arcs;
};
[[nodiscard]] HalfArcs half_arcs(const RoadPieces& pieces, const EndNodes& nodes);

}  // namespace aidway
