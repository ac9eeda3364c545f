// SPDX-License-Identifier: Apache-2.0
#include "network/vehicle_profile.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>

namespace aidway {
namespace {

bool positive(double value) { return std::isfinite(value) && value > 0; }

double factor_in(const std::vector<std::pair<std::string, double>>& factors, const std::string& word) {
    for (const auto& [listed, factor] : factors) {
        if (listed == word) return factor;
    }
    return 1.0;
}

bool has(const std::vector<std::string>& words, const std::string& word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

std::optional<std::string> fault_in(const std::vector<std::pair<std::string, double>>& factors) {
    std::set<std::string> seen;
    for (const auto& [word, factor] : factors) {
        if (!std::isfinite(factor) || factor < 0 || factor > 1) return "the factor of '" + word + "' must be in [0, 1]";
        if (!seen.insert(word).second) return "the factor of '" + word + "' is given twice";
    }
    return std::nullopt;
}

}  // namespace

Speed VehicleProfile::speed_on(std::string_view road_class) const noexcept {
    for (const auto& [name_of_class, speed] : speed_by_class) {
        if (name_of_class == road_class) return speed;
    }
    return default_speed;
}

Speed VehicleProfile::speed_on(const RoadKind& kind) const noexcept {
    const double factor = factor_in(factor_by_surface, kind.surface) * factor_in(factor_by_condition, kind.condition);
    const Speed free{speed_on(std::string_view(kind.road_class)).metres_per_second() * factor};
    return kind.max_speed ? std::min(free, *kind.max_speed) : free;
}

std::optional<std::string> obstacle(const VehicleProfile& profile, const RoadKind& kind) {
    if (has(kind.barred, profile.traffic)) return "closed to " + profile.traffic;
    if (profile.weight && kind.max_weight && *profile.weight > *kind.max_weight) {
        return fmt::format("limit of {:g} t", kind.max_weight->kilograms() / 1000);
    }
    if (profile.height && kind.max_height && *profile.height > *kind.max_height) {
        return fmt::format("headroom of {:g} m", kind.max_height->metres());
    }
    for (const std::string& feature : kind.features) {
        if (has(profile.cannot_take, feature)) return feature;
    }
    if (factor_in(profile.factor_by_surface, kind.surface) == 0) return "surface " + kind.surface;
    if (factor_in(profile.factor_by_condition, kind.condition) == 0) return "condition " + kind.condition;
    return std::nullopt;
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
    if (profile.weight && *profile.weight <= Mass{}) return "the weight must be above 0 t";
    if (profile.height && !positive(profile.height->metres())) return "the height must be above 0 m";
    if (auto fault = fault_in(profile.factor_by_surface)) return fault;
    return fault_in(profile.factor_by_condition);
}

}  // namespace aidway
