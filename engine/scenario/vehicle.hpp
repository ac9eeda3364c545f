// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/fields/describe.hpp"
#include "network/vehicle_profile.hpp"
#include "scenario/source.hpp"

namespace aidway {

/// How a vehicle drives on roads of every kind, and where it cannot; words are those of the network.
struct DrivingRecord {
    std::optional<Named<Speed>> speeds;              ///< by class of road
    std::optional<Named<Probability>> by_surface;    ///< speed over that on the class; 0: it cannot drive there
    std::optional<Named<Probability>> by_condition;  ///< the same
    std::optional<Mass> weight;                      ///< laden
    std::optional<Distance> height;
    std::optional<std::string> traffic;  ///< what it counts as where roads are barred: "heavy"
    std::optional<std::vector<std::string>> cannot_take;
    bool operator==(const DrivingRecord&) const = default;
};
const Type& describe(Tag<DrivingRecord>);

/// How fast a vehicle goes on this network. What it says itself goes before what its profile says.
struct VehicleRecord {
    std::optional<Speed> speed;
    double detour = 1.0;       ///< length of the road over the length drawn
    double time_factor = 1.0;  ///< travel time over the time at its speeds
    std::optional<std::string> profile{};
    std::optional<double> convoy_factor{};  ///< travel time of a convoy over that of one vehicle; 1 where not given
    std::optional<DrivingRecord> driving{};
    bool operator==(const VehicleRecord&) const = default;
};
const Type& describe(Tag<VehicleRecord>);

/// A file that says how a kind of vehicle drives.
struct VehicleFile {
    int aidway = 1;
    std::string title;
    Speed speed;
    std::optional<double> convoy_factor;
    std::optional<DrivingRecord> driving;
    Named<SourceRecord> sources;
    bool operator==(const VehicleFile&) const = default;
};
const Type& describe(Tag<VehicleFile>);

/// The vehicle with all that its own record leaves out taken from the file.
[[nodiscard]] VehicleRecord merged(VehicleRecord vehicle, const VehicleFile& file);

/// What routes are computed with. A vehicle without a speed drives at 0, which `fault_of` refuses.
[[nodiscard]] VehicleProfile profile_of(const std::string& name, const VehicleRecord& vehicle);

}  // namespace aidway
