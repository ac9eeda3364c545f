// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "access/gate.hpp"
#include "core/fields/reading.hpp"
#include "network/road_network.hpp"
#include "scenario/scenario_record.hpp"

namespace aidway {

/// Names that do not resolve, tables that contradict themselves, laws where only one value can stand. Every fault
/// goes to `reading` at its place in scenario.yaml.
void check_record(const ScenarioRecord& record, Reading& reading);

/// Gates of the layer against those of the record, and places too far from any junction.
void check_network(const ScenarioRecord& record, const RoadNetwork& network, const std::vector<Gate>& gates,
                   Reading& reading);

/// Source keys, stated anywhere, that `sources` does not list. `from` is the first provenance entry to look at.
void check_sources(const ScenarioRecord& record, std::size_t from, Reading& reading);

}  // namespace aidway
