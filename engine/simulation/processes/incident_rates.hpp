// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "simulation/context.hpp"

namespace aidway {

/// Incidents a day of a source now, where nothing is pulled back (model, section 4): what happens unprovoked, by the
/// climate, and what answers earlier incidents; times what promises that are kept and deterrence leave of it.
[[nodiscard]] double incident_rate(Context& context, std::uint32_t source);

/// Whether `incident_rate` is above this height; without knowing it where what happens unprovoked is enough.
[[nodiscard]] bool is_below_rate(Context& context, std::uint32_t source, double height);

/// No rate of this source is above this until midnight, unless something more happens: nothing is restrained, and what
/// happened in this very second brings answers already.
[[nodiscard]] double highest_rate(const Context& context, std::uint32_t source);

/// No rate of this source is above this now or until midnight, unless something more happens: as `highest_rate`, and
/// as if nothing had been forgotten of earlier incidents. Cheap: most candidates and bands need no closer look.
[[nodiscard]] inline double rate_bound(const Context& context, std::uint32_t source) {
    const auto& violence = *context.parameters.violence;
    const double unprovoked = context.world.unprovoked[source];
    if (!violence.answers) return unprovoked;
    const auto& s = violence.sources[source];
    return unprovoked + s.per_answer * context.world.most_to_answer[s.theatre * violence.parties + s.party];
}

/// What a party's rate of answers in a theatre stays below, whatever the time: the answers still to come as they were
/// at the latest incident.
[[nodiscard]] inline double all_to_answer(const World& world, const ViolenceParameters& violence, std::uint32_t theatre,
                                          std::uint32_t party) {
    const Unanswered* of_party = world.unanswered.data() + theatre * violence.parties;
    double sum = 0;
    for (const auto& [other, brings] : violence.answers->whom[party]) {
        sum += brings * (of_party[other].earlier + static_cast<double>(of_party[other].fresh));
    }
    return sum;
}

/// Notes that the source struck now: there is more to answer.
void remember_incident(Context& context, std::uint32_t source);

}  // namespace aidway
