// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "access/passage_table.hpp"
#include "core/lon_lat.hpp"
#include "io/named_files.hpp"
#include "io/scenario_checks.hpp"
#include "scenario/calendar.hpp"

namespace aidway {

/// A point or a line of a layer that is to be a gate, or gates.
struct DrawnGate {
    std::string name;
    std::string shown;                       ///< where it stands, for people: "data/checkpoints.gpkg: feature 3"
    LonLat at;                               ///< of a point
    Distance within;                         ///< how far its junction may lie
    std::vector<std::vector<LonLat>> parts;  ///< of a line; empty: a point
    GateRecord record;
    std::vector<PartyId> holders;
    Access passing[traffic_classes];  ///< for the whole period, unless gate_status says otherwise
};

/// What all layers under `gate_layers` draw. Faults, each at its feature: no name, one that another gate or feature
/// has, a status that means nothing, an unknown party.
[[nodiscard]] std::vector<DrawnGate> read_gate_layers(const CheckedRecord& checked, const NamedFiles& files);

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
