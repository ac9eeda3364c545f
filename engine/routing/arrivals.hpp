// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "routing/passage_graph.hpp"
#include "routing/route.hpp"

namespace aidway {

/// When every place of a network is reached first, in milliseconds after a start from several origins at once.
struct Arrivals {
    std::vector<std::uint32_t> state_ms;  ///< per state of the graph; `no_way_ms` where never
    std::vector<std::uint32_t> node_ms;   ///< per node: the least of its states
    std::vector<std::uint32_t> origin;    ///< per node: the origin it is reached from; origins.size() where never
};

/// One plain search per origin, exact, with the gates as they stand: delays count, closed gates are not passed. Where
/// two origins reach a node at one time, the one named first stands. Opening a gate or adding an origin never makes an
/// arrival later. Throws std::invalid_argument for origins that are no nodes and for what `load_delays` refuses.
[[nodiscard]] Arrivals arrivals(const PassageGraph& graph, std::span<const NodeId> origins,
                                std::span<const GateState> states);

/// The part of an arc that is reached: from its tail, `share` of its driving time.
struct Stretch {
    ArcId arc;
    double share = 0;  ///< above 0, at most 1
    bool operator==(const Stretch&) const = default;
};

/// Every arc that is driven on within a time, in ascending order, as far as it is driven on. `arrivals` must come from
/// the same graph and states.
[[nodiscard]] std::vector<Stretch> driven_within(const PassageGraph& graph, const Arrivals& arrivals,
                                                 std::span<const GateState> states, Duration time);

}  // namespace aidway
