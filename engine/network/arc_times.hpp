// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "network/road_network.hpp"
#include "network/vehicle_profile.hpp"

namespace aidway {

/// Driving time per arc in whole milliseconds: length x detour (none where the length is stated) x time factor / speed,
/// rounded to the nearest, at least 1, at most 2^32 - 2. `profile` must have passed `fault_of`.
[[nodiscard]] std::vector<std::uint32_t> arc_times_ms(const RoadNetwork& network, const VehicleProfile& profile);

}  // namespace aidway
