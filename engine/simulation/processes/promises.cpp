// SPDX-License-Identifier: Apache-2.0
#include "simulation/processes/promises.hpp"

#include <algorithm>

#include "scenario/violence_bits.hpp"

namespace aidway {

double left_by_promises(const Context& context, std::uint32_t source) {
    const auto& violence = *context.parameters.violence;
    const auto& s = violence.sources[source];
    const auto& rules = context.rules;
    const auto some_kept = [&](const auto& promises, const auto& covers) {
        return std::any_of(promises.begin(), promises.end(),
                           [&](const auto& promise) { return covers(promise) && keeps(context, promise, s.party); });
    };
    double left = 1.0;
    if (some_kept(rules.cessations, [&](const Cessation& c) { return c.covers(s.kind, s.theatre); })) {
        left = context.arm == Arm::as_signed ? 0.0 : s.while_kept;
    }
    if (s.kind == bit_of(ViolenceKind::air_strikes) &&
        some_kept(rules.groundings, [](const Grounding&) { return true; })) {
        left *= context.arm == Arm::as_signed ? 0.0 : violence.while_grounded;
    }
    return left;
}

double left_at(const Context& context, std::uint32_t source, std::uint16_t place) {
    if (place == Event::no_index) return 1.0;
    const auto& s = context.parameters.violence->sources[source];
    for (const auto& pull_back : context.rules.pull_backs) {
        if ((pull_back.kinds_at[place] & s.kind) == 0 || !keeps(context, pull_back, s.party)) continue;
        return context.arm == Arm::as_signed ? 0.0 : context.parameters.violence->while_demilitarised;
    }
    return 1.0;
}

}  // namespace aidway
