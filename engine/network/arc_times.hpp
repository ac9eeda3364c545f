// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "network/road_network.hpp"
#include "network/vehicle_profile.hpp"

namespace aidway {

/// Stands for the time of an arc that the vehicle cannot take.
inline constexpr std::uint32_t no_driving_ms = 0xffff'ffff;

/// Driving time per arc in whole milliseconds: length x detour (none where the length is stated) x time factor / speed,
/// rounded to the nearest, at least 1, at most 2^32 - 2; `no_driving_ms` where it has an obstacle. `profile` must have
/// passed `fault_of`.
[[nodiscard]] std::vector<std::uint32_t> arc_times_ms(const RoadNetwork& network, const VehicleProfile& profile);

}  // namespace aidway
