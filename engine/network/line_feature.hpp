// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/lon_lat.hpp"
#include "core/quantity.hpp"
#include "network/road_kind.hpp"

namespace aidway {

/// One line of a layer as it was drawn: unchecked. Empty text means that the layer says nothing.
struct LineFeature {
    std::int64_t fid = 0;                           ///< number of the feature in its layer
    std::vector<LonLat> points;                     ///< in drawing order
    std::string road;                               ///< name of the road it is part of
    std::string gate;                               ///< name of the gate it lies in
    RoadKind kind;                                  ///< what speeds and permissions depend on
    bool one_way = false;                           ///< passable in drawing order alone
    std::optional<Distance> length = std::nullopt;  ///< length as the layer states it; none: as drawn
    OtherNames other_names = {};                    ///< of the road, beside its own
    bool operator==(const LineFeature&) const = default;
};

}  // namespace aidway
