// SPDX-License-Identifier: Apache-2.0
#include "simulation/processes/incidents.hpp"

#include <algorithm>

#include "simulation/processes/incident_bands.hpp"
#include "simulation/processes/incident_effects.hpp"
#include "simulation/processes/incident_rates.hpp"
#include "simulation/processes/incident_steps.hpp"
#include "simulation/processes/promises.hpp"

namespace aidway {
namespace {

const IncidentCandidate& candidate_of(const Context& context, const KnownAct& act) {
    return act.opened ? context.candidates.opened(act.candidate) : context.candidates.foreseen()[act.candidate];
}

void take_place(Context& context, const IncidentCandidate& candidate, bool cut) {
    if (!cut) return strike(context, candidate);
    context.emit({.kind = EventKind::incident_cut,
                  .number = static_cast<std::uint16_t>(candidate.source),
                  .place = candidate.place});
}

/// It takes place where the rate of its source is above its height, at the place where it would strike.
void consider(Context& context, const IncidentCandidate& candidate, KnownAct act) {
    if (candidate.height >= rate_bound(context, candidate.source)) return;
    if (!is_below_rate(context, candidate.source, candidate.height)) return;
    const double left = left_at(context, candidate.source, candidate.place);
    if (left < 1.0 && candidate.height >= incident_rate(context, candidate.source) * left) return;
    const auto& answers = context.parameters.violence->answers;
    act.cut = answers && answers->most && candidate.height >= *answers->most;
    context.course.note(act);
    take_place(context, candidate, act.cut);
    if (answers && !act.cut) provoke(context, candidate.source);
}

/// Things that are known to come one after another: only where something else is due between two of them need the next
/// one wait in the agenda.
template <class DueOf, class Act>
void one_after_another(Context& context, std::uint32_t index, std::size_t count, const DueOf& due_of, const Act& act) {
    for (;;) {
        act(index);
        if (++index == count) return;
        const Due next = due_of(context, index);
        if (!context.agenda.passes(next)) return context.schedule(next);
        context.now_s = next.at_s;
    }
}

Due due_of_foreseen(const Context& context, std::uint32_t index) {
    const auto& candidate = context.candidates.foreseen()[index];
    return incident_due(candidate.at_s, IncidentStep::candidate, candidate.key, index);
}

Due due_of_known(const Context& context, std::uint32_t index) {
    const auto& candidate = candidate_of(context, context.course.acts()[index]);
    return incident_due(candidate.at_s, IncidentStep::known, candidate.key, index);
}

void consider_from(Context& context, std::uint32_t index) {
    const auto& foreseen = context.candidates.foreseen();
    one_after_another(context, index, foreseen.size(), due_of_foreseen,
                      [&](std::uint32_t i) { consider(context, foreseen[i], {i}); });
}

void follow_from(Context& context, std::uint32_t index) {
    const auto& acts = context.course.acts();
    one_after_another(context, index, acts.size(), due_of_known,
                      [&](std::uint32_t i) { take_place(context, candidate_of(context, acts[i]), acts[i].cut); });
}

}  // namespace

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

void Incidents::start(Context& context) {
    if (!context.candidates.foreseen().empty()) context.schedule(due_of_foreseen(context, 0));
    if (context.parameters.violence && context.parameters.violence->answers) {
        context.schedule(incident_due(0, IncidentStep::day, {}, 0));
    }
}

void Incidents::agree(Context& context) {
    if (context.course.is_followed() && !context.course.acts().empty()) context.schedule(due_of_known(context, 0));
}

void Incidents::on(const Due& due, Context& context) {
    const auto step = static_cast<IncidentStep>(due.what);
    // What the past left to consider has been considered.
    if (context.course.is_followed() && step != IncidentStep::known) return;
    switch (step) {
        case IncidentStep::candidate: return consider_from(context, due.a);
        case IncidentStep::day: return begin_day_of_bands(context);
        case IncidentStep::opened: {
            const auto candidate = context.candidates.opened(due.a);  // a copy: more may be opened meanwhile
            return consider(context, candidate, {due.a, true});
        }
        case IncidentStep::known: return follow_from(context, due.a);
    }
}

}  // namespace aidway
