// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "io/scenario_checks.hpp"
#include "network/road_network.hpp"

namespace aidway {

/// The network with the roads that overlays add, each a gate of the overlay's name whose entry is added to `record`;
/// the same network where none adds any. Faults: an end too far from any junction, both ends at one, a line that is
/// none, a name that a gate has already.
[[nodiscard]] std::shared_ptr<const RoadNetwork> with_overlay_roads(const CheckedRecord& checked,
                                                                    ScenarioRecord& record,
                                                                    std::shared_ptr<const RoadNetwork> base);

}  // namespace aidway
