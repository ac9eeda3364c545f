// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "core/id.hpp"
#include "scenario/scenario.hpp"

namespace aidway {

/// The junctions that serve the depots, communities and outside places of a scenario, in this order: of each place the
/// nearest one on a road that the vehicle can drive. `arc_times_ms` is one time per arc, `no_driving_ms` where it
/// cannot. Where it can drive nowhere, the nearest of all.
[[nodiscard]] std::vector<NodeId> terminals_of(const Scenario& scenario,
                                               const std::vector<std::uint32_t>& arc_times_ms);

}  // namespace aidway
