// SPDX-License-Identifier: Apache-2.0
#include "network/incoming_arcs.hpp"

namespace aidway {

IncomingArcs::IncomingArcs(const RoadNetwork& network)
    : first_(network.node_count() + 1, 0), arc_(network.arc_count()) {
    for (const NodeId head : network.head()) ++first_[head.index() + 1];
    for (std::size_t node = 0; node < network.node_count(); ++node) first_[node + 1] += first_[node];
    std::vector<std::uint32_t> next(first_.begin(), first_.end() - 1);
    for (std::uint32_t arc = 0; arc < arc_.size(); ++arc) arc_[next[network.head()[arc].index()]++] = ArcId{arc};
}

std::span<const ArcId> IncomingArcs::of(NodeId node) const {
    return std::span(arc_).subspan(first_[node.index()], first_[node.index() + 1] - first_[node.index()]);
}

}  // namespace aidway
