// SPDX-License-Identifier: Apache-2.0
#include "simulation/processes/deciders.hpp"

#include "simulation/processes/ways.hpp"

namespace aidway {

std::uint64_t bit_of(PartyId party) { return std::uint64_t{1} << party.value; }

std::uint64_t deciders_by_rule(const Context& context) {
    std::uint64_t deciders = 0;
    for (const auto decider : context.permission().deciders) deciders |= bit_of(decider);
    return deciders;
}

std::uint64_t holders_on_the_way(Context& context, std::uint16_t community) {
    const Route* way = fastest_with_clearance(context, community);
    std::uint64_t holders = 0;
    if (way == nullptr) return holders;
    const bool covers = context.permission().covers_opened_roads;
    for (const auto& step : way->steps) {
        if (passes_freely(context.leave(step.gate, Traffic::aid), covers)) continue;
        for (const auto holder : context.rules.passage.holders(step.gate, context.history())) holders |= bit_of(holder);
    }
    return holders;
}

}  // namespace aidway
