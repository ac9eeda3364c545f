// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/quantity.hpp"
#include "network/road_kind.hpp"

namespace aidway {

/// How fast a kind of vehicle drives, and where it cannot.
struct VehicleProfile {
    std::string name;
    Speed default_speed;                                        ///< where the class is not listed or not known
    std::vector<std::pair<std::string, Speed>> speed_by_class;  ///< each class once
    double detour = 1.0;       ///< length of the road over the length drawn, at least 1; not where it is stated
    double time_factor = 1.0;  ///< driving time over driving time undisturbed, above 0
    /// Speed over that on the class, by surface and by condition; 0 where it cannot drive, 1 where none is listed.
    std::vector<std::pair<std::string, double>> factor_by_surface = {};
    std::vector<std::pair<std::string, double>> factor_by_condition = {};
    std::string traffic = {};  ///< what it counts as where roads are barred: "heavy"; empty: never barred
    std::vector<std::string> cannot_take = {};      ///< features of roads, such as "ford"
    std::optional<Mass> weight = std::nullopt;      ///< laden; none: limits do not bind it
    std::optional<Distance> height = std::nullopt;  ///< none: limits do not bind it
    bool operator==(const VehicleProfile&) const = default;

    /// Speed on roads of this class.
    [[nodiscard]] Speed speed_on(std::string_view road_class) const noexcept;
    /// Speed on roads of this kind, the posted limit kept; 0 where the surface or the condition stops it.
    [[nodiscard]] Speed speed_on(const RoadKind& kind) const noexcept;
};

/// What keeps the vehicle off roads of this kind ("limit of 3.5 t", "closed to heavy", "ford", "surface mud"), or
/// nothing where it may drive.
[[nodiscard]] std::optional<std::string> obstacle(const VehicleProfile& profile, const RoadKind& kind);

/// What is wrong with the profile's numbers ("the speed on 'track' must be above 0 km/h"), or nothing.
[[nodiscard]] std::optional<std::string> fault_of(const VehicleProfile& profile);

}  // namespace aidway
