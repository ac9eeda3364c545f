// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/id.hpp"
#include "network/road_network.hpp"

namespace aidway {

/// Arcs by the node they lead to. A network keeps them only by the node they leave.
class IncomingArcs {
public:
    explicit IncomingArcs(const RoadNetwork& network);
    /// Ascending. Valid as long as this is.
    [[nodiscard]] std::span<const ArcId> of(NodeId node) const;

private:
    std::vector<std::uint32_t> first_;
    std::vector<ArcId> arc_;
};

}  // namespace aidway
