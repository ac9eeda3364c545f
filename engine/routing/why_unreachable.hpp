// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "core/quantity.hpp"
#include "routing/earliest_arrival.hpp"
#include "routing/passage_graph.hpp"

namespace aidway {

/// What stands between two places; of several the first that nothing else could mend.
enum class Barrier : std::uint8_t {
    none,          ///< there is a way
    off_network,   ///< an end lies too far from any junction
    other_island,  ///< no road leads from one to the other
    one_way,       ///< roads do, but one-way roads only the other way
    vehicle,       ///< roads do, but none that the vehicle can take all along
    gates          ///< closed gates
};

/// An end of a way that is asked for.
struct WayEnd {
    NodeId node;                                   ///< the nearest junction
    Distance from_junction = Distance::metres(0);  ///< how far the place lies from it
};

/// Why there is no way, and what would have to give.
struct WhyUnreachable {
    Barrier barrier = Barrier::none;
    std::vector<GateId> closed_gates;  ///< the smallest set whose opening is enough, by name
    std::vector<ArcId> barred;         ///< fewest arcs that the vehicle would have to be let on, in order of travel
    bool operator==(const WhyUnreachable&) const = default;
};

/// Why `to` cannot be reached from `from`, with the gates as they stand. Closed gates are those of
/// `minimum_openings`, so among sets of one size the one with the shortest travel time; it answers about openings
/// only. Throws std::invalid_argument for ends that are no nodes and unless there is one state per gate.
[[nodiscard]] WhyUnreachable why_unreachable(const PassageGraph& graph, const WayEnd& from, const WayEnd& to,
                                             std::span<const GateState> states);

/// A gate that is open, but not when one comes.
struct ShutThatDay {
    GateId gate;
    Duration reached;  ///< when one stands before it, counted like the departure
    bool operator==(const ShutThatDay&) const = default;
};

/// Where there is a way for who waits overnight and none for who enters every gate on the day of departure: the first
/// gate, on the way that is soonest there, that would have to be waited for. Nothing otherwise. Throws as
/// `earliest_arrival`.
[[nodiscard]] std::optional<ShutThatDay> shut_that_day(const PassageGraph& graph, NodeId from, NodeId to,
                                                       Duration departure, std::span<const GateWindow> windows);

}  // namespace aidway
