// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/quantity.hpp"

namespace aidway {

/// How fast a kind of vehicle drives, by class of road.
struct VehicleProfile {
    std::string name;
    Speed default_speed;                                        ///< where the class is not listed or not known
    std::vector<std::pair<std::string, Speed>> speed_by_class;  ///< each class once
    double detour = 1.0;       ///< length of the road over the length drawn, at least 1; not where it is stated
    double time_factor = 1.0;  ///< driving time over driving time undisturbed, above 0
    bool operator==(const VehicleProfile&) const = default;

    /// Speed on roads of this class.
    [[nodiscard]] Speed speed_on(std::string_view road_class) const noexcept;
};

/// What is wrong with the profile's numbers ("the speed on 'track' must be above 0 km/h"), or nothing.
[[nodiscard]] std::optional<std::string> fault_of(const VehicleProfile& profile);

}  // namespace aidway
