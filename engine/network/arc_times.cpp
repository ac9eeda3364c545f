// SPDX-License-Identifier: Apache-2.0
#include "network/arc_times.hpp"

#include <algorithm>
#include <cmath>

namespace aidway {
namespace {

/// By label of road; below 0 where the vehicle cannot drive.
std::vector<double> milliseconds_per_metre(const RoadNetwork& network, const VehicleProfile& profile) {
    std::vector<double> all;
    all.reserve(network.words().labels.size());
    for (const RoadLabel& label : network.words().labels) {
        const RoadKind& kind = network.words().kinds[label.kind];
        const double detour = label.length_is_stated ? 1.0 : profile.detour;
        all.push_back(obstacle(profile, kind)
                          ? -1.0
                          : 1000.0 * detour * profile.time_factor / profile.speed_on(kind).metres_per_second());
    }
    return all;
}

}  // namespace

std::vector<std::uint32_t> arc_times_ms(const RoadNetwork& network, const VehicleProfile& profile) {
    constexpr double longest = 4'294'967'294.0;
    const auto each = milliseconds_per_metre(network, profile);
    std::vector<std::uint32_t> times;
    times.reserve(network.arc_count());
    for (std::size_t arc = 0; arc < network.arc_count(); ++arc) {
        const double per_metre = each[network.label()[arc]];
        const double time = network.length_m()[arc] * per_metre;
        times.push_back(per_metre < 0 ? no_driving_ms
                                      : static_cast<std::uint32_t>(std::clamp(std::round(time), 1.0, longest)));
    }
    return times;
}

}  // namespace aidway
