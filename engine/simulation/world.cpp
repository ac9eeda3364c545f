// SPDX-License-Identifier: Apache-2.0
#include "simulation/world.hpp"

namespace aidway {

void World::agree_to(std::size_t obligations, const Parameters& parameters) {
    kept.assign(obligations, 0);
    kept_version = 0;
    ever_kept.assign(obligations, 0);
    lapsed.assign(obligations, 0);
    broken_lately.assign(obligations, 0);
    promised.assign(parameters.violence ? parameters.violence->sources.size() : 0, {});
    forbidden.assign(promised.size(), {});
    const auto days = static_cast<std::size_t>((parameters.period_s + 86'399) / 86'400);
    known_leaving.resize(parameters.communities.size() * days);
    for (auto& gates_as : believed) gates_as.leaves = 0;
    for (auto& gates_as : seen) gates_as.leaves = 0;
}

void Situation::reset(const Parameters& parameters) {
    climate.assign(parameters.climate ? parameters.climate->keys.size() : 0, ClimateState::restricted);
    violence.assign(parameters.violence ? parameters.violence->theatres.size() : 0, 1.0);
    unprovoked.clear();
    if (parameters.violence) {
        for (const auto& source : parameters.violence->sources) unprovoked.push_back(source.rate);
    }
    incidents.assign(parameters.violence ? parameters.violence->places : 0, {});
    const bool answers = parameters.violence && parameters.violence->answers;
    unanswered.assign(answers ? parameters.violence->theatres.size() * parameters.violence->parties : 0, {});
    most_to_answer.assign(unanswered.size(), 0.0);
    bands_enough_for.assign(unanswered.size(), 0.0);
    next_bands.assign(answers ? parameters.violence->sources.size() : 0, {});
    bands_used = 0;
    first_out = 0;
    offloading.clear();
    restraint.assign(parameters.parties.size(), 1.0);
    backfire.assign(parameters.parties.size(), 1.0);
    grounded_until_s.assign(parameters.parties.size(), 0);
    consequences_lasting.assign(parameters.parties.size(), 0);
    suspended_until_s = 0;
    gate_days.assign(parameters.gates.size(), {});
    requests.assign(parameters.communities.size(), {});
    standing.assign(parameters.communities.size(), 0);
    air_requests.assign(parameters.air.size() * parameters.communities.size(), {});
    air_standing.assign(air_requests.size(), 0);
    air_missed.assign(parameters.air.empty() ? 0 : parameters.communities.size(), {});
    convoys.clear();
    taken.assign(parameters.depots.size(), {});
    fleets.assign(parameters.fleets.size(), {});
    for (std::size_t f = 0; f < fleets.size(); ++f) {
        fleets[f].trucks = parameters.fleets[f].trucks;
        fleets[f].crews = parameters.fleets[f].crews;
    }
    convoy_numbers.assign(2 * parameters.fleets.size() * parameters.communities.size(), 0);
    gates.assign(parameters.gates.size(), {});
    shut_until_s.assign(parameters.gates.size(), 0);
    all_unshut_s = 0;
    history_lag_s = 0;
    frozen_since_s = -1;
    people.clear();
    for (const auto& community : parameters.communities) people.push_back(community.population);
    bays.assign(parameters.communities.size(), {});
    stocks.assign(parameters.enclaves.size(), {});
    markets.assign(parameters.enclaves.size(), {});
    willing.assign(parameters.communities.size(), 0);
    medicines.assign(parameters.medicine.exists ? parameters.enclaves.size() : 0, {});
    evacuated.assign(parameters.evacuations.size(), 0);
    holders.assign(parameters.communities.size(), Event::no_index);
    enclave_of = parameters.enclave_of;
    members.resize(parameters.enclaves.size());
    for (std::size_t e = 0; e < members.size(); ++e) {
        members[e].reserve(parameters.communities.size());
        members[e] = parameters.enclaves[e].members;
    }
}

std::span<std::uint16_t> Situation::numbers(std::uint16_t community, std::uint16_t cycle) {
    const std::size_t fleet_count = fleets.size();
    return std::span(convoy_numbers).subspan((community * 2U + (cycle & 1U)) * fleet_count, fleet_count);
}

}  // namespace aidway
