// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <limits>

#include "simulation/processes/convoy_steps.hpp"

namespace aidway {

std::int64_t trucks_needed(const Parameters& parameters, const FleetParameters& fleet, const Load& load) {
    double kg = 0;
    double m3 = 0;
    for (std::size_t g = 0; g < parameters.goods.size(); ++g) {
        kg += load[g].kilograms();
        m3 += load[g].kilograms() / parameters.goods[g].kilograms_per_cubic_metre;
    }
    return static_cast<std::int64_t>(std::ceil(std::max(kg / fleet.payload_kg, m3 / fleet.space_m3)));
}

std::int64_t trucks_in_a_day(const Context& context, const Route& route, std::uint16_t community, std::int64_t day_s) {
    const auto& parameters = context.parameters;
    const auto& place = parameters.communities[community];
    std::int64_t spare_s = day_s - 2 * (route.driving / Duration{1}) - place.offload_s;
    for (const auto& step : route.steps) spare_s -= context.service(step.gate).each_s;
    if (spare_s < 0) return 0;
    std::int64_t trucks = std::numeric_limits<std::int32_t>::max();
    const auto bound = [&](std::int64_t lanes, std::int64_t each_s) {
        // The first trucks take what was set aside above; every further one waits for a lane.
        if (each_s > 0) trucks = std::min(trucks, lanes * (1 + std::min(spare_s, parameters.wait_limit_s) / each_s));
    };
    for (const auto& step : route.steps) {
        const auto service = context.service(step.gate);
        bound(service.lanes, service.each_s);
    }
    bound(place.bays, place.offload_s);
    return trucks;
}

}  // namespace aidway
