// SPDX-License-Identifier: Apache-2.0
#include "simulation/processes/breaches.hpp"

#include <algorithm>

#include "scenario/violence_bits.hpp"
#include "simulation/processes/promises.hpp"

namespace aidway {
namespace {

constexpr std::uint32_t air_strikes = bit_of(ViolenceKind::air_strikes);

}  // namespace

bool is_breach(const Context& context, std::uint32_t source, std::uint16_t place) {
    const auto& s = context.parameters.violence->sources[source];
    const auto& rules = context.rules;
    const auto bans = [&](const auto& promises, const auto& covers) {
        return std::any_of(promises.begin(), promises.end(),
                           [&](const auto& promise) { return covers(promise) && binds(context, promise, s.party); });
    };
    return bans(rules.cessations, [&](const Cessation& c) { return c.covers(s.kind, s.theatre); }) ||
           bans(rules.groundings, [&](const Grounding&) { return s.kind == air_strikes; }) ||
           bans(rules.pull_backs,
                [&](const PullBack& p) { return place != Event::no_index && (p.kinds_at[place] & s.kind) != 0; });
}

}  // namespace aidway
