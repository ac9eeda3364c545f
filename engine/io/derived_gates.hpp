// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "access/control_timeline.hpp"
#include "io/added_gates.hpp"
#include "network/road_network.hpp"
#include "scenario/calendar.hpp"

namespace aidway {

/// A gate that the scenario does not name: a named road crosses the front there.
struct DerivedGate {
    std::string name;
    std::string road;
    LonLat at;         ///< where the front lies when it first does
    std::string what;  ///< "River Road crosses the front at (5.1, 0.15) on 19 of 60 days: gate 'river-front-1'"
};

/// Adds a gate wherever a road of the record crosses the front: its entry under `gates` and in the list of its road,
/// its arcs, its baseline over time as `fronts` says, and where that comes from. A fault where the name of such a gate
/// is taken. In the order of their names.
[[nodiscard]] std::vector<DerivedGate> add_derived_gates(GateTables tables, const RoadNetwork& network,
                                                         const ControlTimeline& control, const Calendar& calendar);

}  // namespace aidway
