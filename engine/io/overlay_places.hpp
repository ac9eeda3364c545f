// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "io/added_gates.hpp"
#include "io/scenario_checks.hpp"
#include "network/road_network.hpp"
#include "scenario/calendar.hpp"
#include "scenario/overlay.hpp"

namespace aidway {

/// Dates and amounts of overlays that contradict themselves.
void check_overlays(const CheckedRecord& checked);

/// Where and when each overlay of the record lies, in the same order. What one closes, caps or limits to hours and no
/// gate holds becomes a gate of the overlay's name, open to all and held by nobody, with an entry under `gates`; what
/// two of them share is the gate of the first. Faults where there is no such gate, road or place.
[[nodiscard]] std::vector<LaidOverlay> place_overlays(const CheckedRecord& checked, GateTables tables,
                                                      const RoadNetwork& network, const Calendar& calendar);

}  // namespace aidway
