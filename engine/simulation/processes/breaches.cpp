// SPDX-License-Identifier: Apache-2.0
#include "simulation/processes/breaches.hpp"

#include <algorithm>

#include "scenario/violence_bits.hpp"
#include "simulation/processes/promises.hpp"

namespace aidway {
namespace {

constexpr std::uint32_t air_strikes = bit_of(ViolenceKind::air_strikes);

template <class Promises, class Covers>
bool bans(const Context& context, std::uint32_t party, const Promises& promises, const Covers& covers) {
    return std::any_of(promises.begin(), promises.end(),
                       [&](const auto& promise) { return covers(promise) && binds(context, promise, party); });
}

bool is_forbidden_everywhere(const Context& context, const IncidentSourceParameters& s) {
    return bans(context, s.party, context.rules.cessations,
                [&](const Cessation& c) { return c.covers(s.kind, s.theatre); }) ||
           (s.kind == air_strikes &&
            bans(context, s.party, context.rules.groundings, [](const Grounding&) { return true; }));
}

}  // namespace

bool is_breach_of_some(const Context& context, std::uint32_t source, std::uint16_t place) {
    const auto& s = context.parameters.violence->sources[source];
    auto& known = context.world.forbidden[source];
    if (context.now_s >= known.until_s) known = {binding_until_s(context), is_forbidden_everywhere(context, s)};
    if (known.everywhere) return true;
    return place != Event::no_index && bans(context, s.party, context.rules.pull_backs,
                                            [&](const PullBack& p) { return (p.kinds_at[place] & s.kind) != 0; });
}

}  // namespace aidway
