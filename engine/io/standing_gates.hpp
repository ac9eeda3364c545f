// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "access/gate.hpp"
#include "access/passage_table.hpp"
#include "io/gate_layers.hpp"
#include "io/scenario_checks.hpp"
#include "network/road_network.hpp"
#include "scenario/calendar.hpp"

namespace aidway {

/// A gate on the network that a layer draws.
struct StandingGate {
    Gate gate;
    std::size_t drawn;  ///< which of the drawn ones it is, or is of
};

/// Puts drawn gates on a network beside those it has, which `gates` holds and takes them up: their entries are added to
/// `record`, and a road or a siege line that names a line of them names its gates. What stands on no road is told of in
/// `notes`. `not_placed` are the points that are none, by their position among the points.
[[nodiscard]] std::vector<StandingGate> stand_on(const RoadNetwork& network, const std::vector<DrawnGate>& drawn,
                                                 GatesOnNetwork& gates, ScenarioRecord& record,
                                                 std::vector<std::string>& notes);

/// Gives each of these gates that no row speaks of its own status, for the whole period.
void stand_by_themselves(const std::vector<StandingGate>& standing, const std::vector<DrawnGate>& drawn,
                         const std::vector<Gate>& gates, const Calendar& calendar, PassageTable& baseline);

}  // namespace aidway
