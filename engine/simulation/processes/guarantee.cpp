// SPDX-License-Identifier: Apache-2.0
#include "simulation/processes/guarantee.hpp"

#include "simulation/processes/climate.hpp"
#include "simulation/processes/deciders.hpp"

namespace aidway {
namespace {

/// No process has it: a number of draws of its own, so that they move no others.
constexpr StreamId guarantee_stream{36};

bool withholds(const Context& context, PartyId party, std::uint16_t community) {
    const auto& p = context.parameters;
    const auto day = static_cast<std::uint32_t>(context.day());
    if (!p.answers_by_climate) {
        return context.draw(guarantee_stream, p.parties[party.index()], day).chance(0, p.security_withheld);
    }
    const auto& key = p.climate->keys[party.index() * p.climate->regions + p.climate->region_of[community]];
    const double chance = climate_of(context, party, community).security_withheld;
    return context.draw(guarantee_stream, key, day).chance(0, chance);
}

}  // namespace

bool guarantee_is_withheld(const Context& context, std::uint16_t community, std::uint64_t parties) {
    bool withheld = false;
    for_each_party(parties, [&](PartyId party) { withheld = withheld || withholds(context, party, community); });
    return withheld;
}

}  // namespace aidway
