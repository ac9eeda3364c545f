// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "access/gate.hpp"
#include "routing/passage_graph.hpp"

namespace aidway {

/// One gate over the days: whether it opens at all, when in the day, and how long passing its checks takes.
struct GateWindow {
    bool open = true;
    Hours hours;        ///< of every day, in local seconds; the gate must be entered within them
    Duration delay{0};  ///< after entering; not negative
    bool operator==(const GateWindow&) const = default;
};

/// How long one may wait before a gate.
enum class Waiting : std::uint8_t {
    overnight,  ///< as long as it takes
    same_day    ///< every gate is entered by the midnight after departure, or not at all
};

/// A way with its waiting. Offsets are counted like the departure: from a local midnight.
struct TimedRoute {
    /// A gate on the way: reached, then entered once it opens (its delay follows).
    struct Step {
        GateId gate;
        Duration reached;
        Duration entered;
        bool operator==(const Step&) const = default;
    };
    bool reachable = false;
    Duration arrival{0};  ///< rounded to the nearest second, as all offsets here
    Duration waiting{0};  ///< sum over the steps
    std::vector<Step> steps;
    std::vector<ArcId> arcs;
    bool operator==(const TimedRoute&) const = default;
};

/// Earliest arrival at `to` when leaving `from` at `departure`, an offset of at least 0 from a local midnight (days of
/// 86,400 s). One may wait anywhere, within `waiting`, so a later departure never arrives earlier. Milliseconds inside;
/// ties break by the arcs' stable keys. Allocates; for questions, not for the inner loop. Throws std::invalid_argument
/// for windows that do not match the gates, for a negative departure or delay, and for hours outside [0, 86,400].
[[nodiscard]] TimedRoute earliest_arrival(const PassageGraph& graph, NodeId from, NodeId to, Duration departure,
                                          std::span<const GateWindow> windows, Waiting waiting = Waiting::overnight);

/// When one is where who leaves at `departure` and keeps to a way, the arcs of a route in order, waiting before gates,
/// overnight if need be. Where a gate on it never opens it is not reachable, and `steps` and `waiting` end before that
/// gate. Throws as `earliest_arrival`, and std::invalid_argument for arcs that are no way.
[[nodiscard]] TimedRoute timed_along(const PassageGraph& graph, std::span<const ArcId> way, Duration departure,
                                     std::span<const GateWindow> windows);

}  // namespace aidway
