// SPDX-License-Identifier: Apache-2.0
#include "simulation/processes/incident_effects.hpp"

#include <algorithm>

#include "simulation/processes/breaches.hpp"
#include "simulation/processes/convoy_attacks.hpp"
#include "simulation/processes/monitors.hpp"

namespace aidway {
namespace {

/// Gates on which it happened may shut for a while.
void shut_gates(Context& context, const IncidentCandidate& act) {
    for (const auto& [seconds, gate] : context.candidates.closures(act)) {
        auto& until_s = context.world.shut_until_s[gate];
        if (context.now_s + seconds <= until_s) continue;
        until_s = context.now_s + seconds;
        context.world.all_unshut_s = std::max(context.world.all_unshut_s, until_s);
        context.emit({.count = seconds, .kind = EventKind::gate_shut, .place = gate});
    }
}

}  // namespace

void strike(Context& context, const IncidentCandidate& act) {
    const auto& violence = *context.parameters.violence;
    const auto place = act.place;
    const bool breach = is_breach(context, act.source, place);
    context.emit({.count = act.severe ? 1 : 0,
                  .kind = EventKind::incident,
                  .attempt = static_cast<std::uint16_t>(breach ? 1 : 0),
                  .number = static_cast<std::uint16_t>(act.source),
                  .place = place});
    if (breach) {
        const auto& source = violence.sources[act.source];
        watch(context, {act.key, act.number, source.party, source.kind, place});
    }
    if (place != Event::no_index) {
        auto& last = context.world.incidents[place];
        last.any_s = context.now_s;
        if (act.severe) last.severe_s = context.now_s;
        shut_gates(context, act);
        if (violence.convoys) strike_convoys(context, {place, act.severe, act.key, act.number});
    }
}

}  // namespace aidway
