// SPDX-License-Identifier: Apache-2.0
#include "simulation/processes/incidents.hpp"

#include <algorithm>

#include "simulation/processes/breaches.hpp"
#include "simulation/processes/monitors.hpp"

namespace aidway {
namespace {

void schedule(Context& context, std::uint32_t index) {
    const auto& all = context.candidates.all();
    if (index >= all.size()) return;
    context.schedule({all[index].at_s, Phase::incidents, Incidents::stream, 0, all[index].key, index, 0, 0});
}

std::uint16_t place_by(double u, const ViolenceParameters& violence) {
    const auto& sums = violence.weights_to;
    const auto found = std::upper_bound(sums.begin(), sums.end(), u * sums.back());
    const auto i = std::min<std::size_t>(static_cast<std::size_t>(found - sums.begin()), sums.size() - 1);
    return violence.place_order[i];
}

/// Gates on which it happened may shut for a while.
void shut_gates(Context& context, std::uint16_t place, EntityKey key, std::uint32_t number) {
    const auto& violence = *context.parameters.violence;
    const auto& metres = context.routes.nearness().gates_m[place];
    for (std::size_t g = 0; g < metres.size(); ++g) {
        if (metres[g] > violence.on_route_m) continue;
        const auto gate = context.parameters.gates[g].key.low56;
        const auto at_gate = refine(key, static_cast<std::uint32_t>(gate), static_cast<std::uint32_t>(gate >> 32U));
        const auto draw = context.draw(Incidents::stream, at_gate, number);
        if (!draw.chance(0, violence.shuts_gate)) continue;
        const auto seconds = static_cast<std::int64_t>(quantile(violence.shut_for, draw.uniform(1)));
        auto& until_s = context.world.shut_until_s[g];
        if (context.now_s + seconds <= until_s || seconds <= 0) continue;
        until_s = context.now_s + seconds;
        context.emit({.count = seconds, .kind = EventKind::gate_shut, .place = static_cast<std::uint16_t>(g)});
    }
}

void happen(Context& context, const IncidentCandidate& candidate) {
    const auto& violence = *context.parameters.violence;
    const auto& source = violence.sources[candidate.source];
    const auto draw = context.draw(Incidents::stream, candidate.key, candidate.number);
    const bool severe = draw.chance(3, source.severe);
    Event event{
        .count = severe ? 1 : 0, .kind = EventKind::incident, .number = static_cast<std::uint16_t>(candidate.source)};
    const bool somewhere = !violence.weights_to.empty() && violence.weights_to.back() > 0;
    if (somewhere) event.place = place_by(draw.uniform(2), violence);
    const bool breach = is_breach(context, source.party, source.kind);
    if (breach) event.attempt = 1;
    context.emit(event);
    if (breach) watch(context, {candidate.key, candidate.number, source.party, source.kind, event.place});
    if (!somewhere) return;
    auto& last = context.world.incidents[event.place];
    last.any_s = context.now_s;
    if (severe) last.severe_s = context.now_s;
    shut_gates(context, event.place, candidate.key, candidate.number);
}

}  // namespace

double incident_rate(const Context& context, std::uint32_t source) {
    const auto& s = context.parameters.violence->sources[source];
    double kept = 1.0;
    for (const auto& cessation : context.rules.cessations) {
        if ((cessation.kinds & s.kind) == 0) continue;
        for (std::size_t i = 0; i < cessation.parties.size(); ++i) {
            const bool keeps = cessation.parties[i].value == s.party && context.now_s >= context.effective_s &&
                               context.world.kept[cessation.obligations[i].index()] != 0;
            if (keeps) kept = context.arm == Arm::as_signed ? 0.0 : s.while_kept;
        }
    }
    return s.rate * kept * context.world.violence * context.world.restraint[s.party];
}

bool incident_stops(const Context& context, const Way& way, std::uint16_t community) {
    if (!context.parameters.violence) return false;
    const auto& violence = *context.parameters.violence;
    const auto& nearness = context.routes.nearness();
    const std::int64_t since_s = context.now_s - violence.remembered_s;
    for (std::size_t place = 0; place < context.world.incidents.size(); ++place) {
        const auto& last = context.world.incidents[place];
        const double from_way = (*way.from_places_m)[place];
        if (last.any_s > since_s && from_way <= violence.on_route_m) return true;
        const double nearest = std::min(from_way, nearness.communities_m[place][community]);
        if (last.severe_s > since_s && nearest <= violence.near_m) return true;
    }
    return false;
}

void Incidents::start(Context& context) { schedule(context, 0); }

void Incidents::on(const Due& due, Context& context) {
    const auto& candidate = context.candidates.all()[due.a];
    if (candidate.height < incident_rate(context, candidate.source)) happen(context, candidate);
    schedule(context, due.a + 1);
}

}  // namespace aidway
