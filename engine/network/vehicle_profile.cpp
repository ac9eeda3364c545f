// SPDX-License-Identifier: Apache-2.0
#include "network/vehicle_profile.hpp"

#include <cmath>
#include <set>

namespace aidway {
namespace {

bool positive(double value) { return std::isfinite(value) && value > 0; }

}  // namespace

Speed VehicleProfile::speed_on(std::string_view road_class) const noexcept {
    for (const auto& [name_of_class, speed] : speed_by_class) {
        if (name_of_class == road_class) return speed;
    }
    return default_speed;
}

std::optional<std::string> fault_of(const VehicleProfile& profile) {
    if (!positive(profile.default_speed.metres_per_second())) return "the default speed must be above 0 km/h";
    std::set<std::string> seen;
    for (const auto& [road_class, speed] : profile.speed_by_class) {
        if (!positive(speed.metres_per_second())) return "the speed on '" + road_class + "' must be above 0 km/h";
        if (!seen.insert(road_class).second) return "the speed on '" + road_class + "' is given twice";
    }
    if (!std::isfinite(profile.detour) || profile.detour < 1.0) {
        return "the detour must be at least 1: a road is no shorter than its drawing";
    }
    if (!positive(profile.time_factor)) return "the time factor must be above 0";
    return std::nullopt;
}

}  // namespace aidway
