// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "network/grid_point.hpp"
#include "network/road_pieces.hpp"

namespace aidway {

/// Hashes of what arcs say of travel: their end points, length (and whether it is stated), road, gate and kind. What a
/// label says is written down once, as millions of arcs share a few. Thread-safe.
class ArcKeys {
public:
    explicit ArcKeys(const RoadWords& words);
    [[nodiscard]] std::uint64_t of(GridPoint from, GridPoint to, std::int64_t length_mm, std::uint32_t label) const;

private:
    [[nodiscard]] std::string_view said_by(std::uint32_t label) const;

    std::string said_;                  // by all labels, side by side
    std::vector<std::uint64_t> begin_;  // per label; and one more
};

}  // namespace aidway
