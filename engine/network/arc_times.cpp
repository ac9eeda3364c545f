// SPDX-License-Identifier: Apache-2.0
#include "network/arc_times.hpp"

#include <algorithm>
#include <cmath>

namespace aidway {

namespace {

/// By class of road.
std::vector<double> milliseconds_per_metre(const RoadNetwork& network, const VehicleProfile& profile, double detour) {
    std::vector<double> all;
    all.reserve(network.road_class_names().size());
    for (const std::string& road_class : network.road_class_names()) {
        all.push_back(1000.0 * detour * profile.time_factor / profile.speed_on(road_class).metres_per_second());
    }
    return all;
}

}  // namespace

std::vector<std::uint32_t> arc_times_ms(const RoadNetwork& network, const VehicleProfile& profile) {
    constexpr double longest = 4'294'967'294.0;
    const auto as_drawn = milliseconds_per_metre(network, profile, profile.detour);
    const auto as_stated = milliseconds_per_metre(network, profile, 1.0);
    std::vector<std::uint32_t> times;
    times.reserve(network.arc_count());
    for (std::size_t arc = 0; arc < network.arc_count(); ++arc) {
        const auto& each = network.length_is_stated()[arc] ? as_stated : as_drawn;
        const double time = network.length_m()[arc] * each[network.road_class()[arc]];
        times.push_back(static_cast<std::uint32_t>(std::clamp(std::round(time), 1.0, longest)));
    }
    return times;
}

}  // namespace aidway
