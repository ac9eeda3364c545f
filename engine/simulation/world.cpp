// SPDX-License-Identifier: Apache-2.0
#include "simulation/world.hpp"

namespace aidway {

void World::reset(const Parameters& parameters, std::size_t obligations) {
    kept.assign(obligations, 0);
    ever_kept.assign(obligations, 0);
    requests.assign(parameters.communities.size(), {});
    standing.assign(parameters.communities.size(), 0);
    convoys.clear();
    fleets.assign(parameters.fleets.size(), {});
    for (std::size_t f = 0; f < fleets.size(); ++f) fleets[f].trucks = parameters.fleets[f].trucks;
    convoy_numbers.assign(2 * parameters.fleets.size() * parameters.communities.size(), 0);
    gates.assign(parameters.gates.size(), {});
    shut_until_s.assign(parameters.gates.size(), 0);
    history_lag_s = 0;
    people.clear();
    for (const auto& community : parameters.communities) people.push_back(community.population);
    bays.assign(parameters.communities.size(), {});
    stocks.assign(parameters.enclaves.size(), {});
}

std::span<std::uint16_t> World::numbers(std::uint16_t community, std::uint16_t cycle) {
    const std::size_t fleet_count = fleets.size();
    return std::span(convoy_numbers).subspan((community * 2U + (cycle & 1U)) * fleet_count, fleet_count);
}

}  // namespace aidway
