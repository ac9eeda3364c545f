// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "access/passage_table.hpp"
#include "core/lon_lat.hpp"
#include "io/named_files.hpp"
#include "io/scenario_checks.hpp"

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

}  // namespace aidway
