// SPDX-License-Identifier: Apache-2.0
#include "simulation/processes/incidents.hpp"

#include <algorithm>

#include "simulation/processes/breaches.hpp"
#include "simulation/processes/convoy_attacks.hpp"
#include "simulation/processes/incident_rates.hpp"
#include "simulation/processes/monitors.hpp"

namespace aidway {
namespace {

/// What may fall due; `Due::a` is the candidate's position.
enum class IncidentStep : std::uint8_t { candidate, day, opened };

Due incident_due(std::int64_t at_s, IncidentStep step, EntityKey key, std::uint32_t index) {
    return {at_s, Phase::incidents, Incidents::stream, static_cast<std::uint8_t>(step), key, index, 0, 0};
}

/// Candidates that were drawn beforehand come one after another.
void schedule(Context& context, std::uint32_t index) {
    const auto& foreseen = context.candidates.foreseen();
    if (index >= foreseen.size()) return;
    context.schedule_beside(incident_due(foreseen[index].at_s, IncidentStep::candidate, foreseen[index].key, index));
}

/// Opens the bands that the rate of a source may reach today, for what lies after `after_s`.
void open_bands(Context& context, std::uint32_t source, std::int64_t after_s) {
    auto& world = context.world;
    auto& band = world.next_bands[source];
    const double highest = highest_rate(context, source);
    const auto day = static_cast<std::uint32_t>(context.day());
    for (; band.from < highest; band = band.next()) {
        const auto opened = context.candidates.open(context.parameters, source, day, band);
        for (auto i = opened.first; i < opened.end; ++i) {
            const auto& candidate = context.candidates.opened(i);
            if (candidate.at_s <= after_s) continue;
            context.schedule(incident_due(candidate.at_s, IncidentStep::opened, candidate.key, i));
        }
    }
    world.bands_used = std::max(world.bands_used, band.number);
}

/// The bands of a new day.
void begin_day(Context& context) {
    for (std::uint32_t s = 0; s < context.world.next_bands.size(); ++s) {
        context.world.next_bands[s] = context.candidates.first_left_out(s);
        context.world.bands_used = std::max(context.world.bands_used, context.world.next_bands[s].number);
        if (context.world.next_bands[s].from < rate_bound(context, s)) open_bands(context, s, context.now_s - 1);
    }
    context.schedule(incident_due(context.now_s + 86'400, IncidentStep::day, {}, 0));
}

/// Whoever answers this party in this theatre may soon do so more often.
void provoke(Context& context, std::uint32_t source) {
    remember_incident(context, source);
    const auto& violence = *context.parameters.violence;
    const auto& s = violence.sources[source];
    for (const auto party : violence.answers->by_whom[s.party]) {
        const std::size_t there = s.theatre * violence.parties + party;
        const double to_answer = context.world.most_to_answer[there];
        for (const auto& [answering, per_answer] : violence.answers->by_what[there]) {
            // As `rate_bound`: most often no band more may be reached, and then that is all.
            const double bound = context.world.unprovoked[answering] + per_answer * to_answer;
            if (context.world.next_bands[answering].from < bound) open_bands(context, answering, context.now_s);
        }
    }
}

/// Gates on which it happened may shut for a while.
void shut_gates(Context& context, const IncidentCandidate& candidate) {
    for (const auto& [seconds, gate] : context.candidates.closures(candidate)) {
        auto& until_s = context.world.shut_until_s[gate];
        if (context.now_s + seconds <= until_s) continue;
        until_s = context.now_s + seconds;
        context.world.all_unshut_s = std::max(context.world.all_unshut_s, until_s);
        context.emit({.count = seconds, .kind = EventKind::gate_shut, .place = gate});
    }
}

void happen(Context& context, const IncidentCandidate& candidate) {
    const auto& violence = *context.parameters.violence;
    const auto& source = violence.sources[candidate.source];
    const auto place = candidate.place;
    const bool breach = is_breach(context, candidate.source, place);
    context.emit({.count = candidate.severe ? 1 : 0,
                  .kind = EventKind::incident,
                  .attempt = static_cast<std::uint16_t>(breach ? 1 : 0),
                  .number = static_cast<std::uint16_t>(candidate.source),
                  .place = place});
    if (breach) watch(context, {candidate.key, candidate.number, source.party, source.kind, place});
    if (place != Event::no_index) {
        auto& last = context.world.incidents[place];
        last.any_s = context.now_s;
        if (candidate.severe) last.severe_s = context.now_s;
        shut_gates(context, candidate);
        if (violence.convoys) strike_convoys(context, {place, candidate.severe, candidate.key, candidate.number});
    }
    if (violence.answers) provoke(context, candidate.source);
}

/// It happens where the rate of its source is above its height, at the place where it would strike.
void consider(Context& context, const IncidentCandidate& candidate) {
    if (candidate.height >= rate_bound(context, candidate.source)) return;
    const auto& violence = *context.parameters.violence;
    if (!is_below_rate(context, candidate.source, candidate.height)) return;
    const double left = left_at(context, candidate.source, candidate.place);
    if (left < 1.0 && candidate.height >= incident_rate(context, candidate.source) * left) return;
    if (violence.answers && violence.answers->most && candidate.height >= *violence.answers->most) {
        return context.emit({.kind = EventKind::incident_cut,
                             .number = static_cast<std::uint16_t>(candidate.source),
                             .place = candidate.place});
    }
    happen(context, candidate);
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
    schedule(context, 0);
    if (context.parameters.violence && context.parameters.violence->answers) {
        context.schedule(incident_due(0, IncidentStep::day, {}, 0));
    }
}

void Incidents::on(const Due& due, Context& context) {
    switch (static_cast<IncidentStep>(due.what)) {
        case IncidentStep::candidate:
            consider(context, context.candidates.foreseen()[due.a]);
            return schedule(context, due.a + 1);
        case IncidentStep::day: return begin_day(context);
        case IncidentStep::opened: {
            const auto candidate = context.candidates.opened(due.a);  // a copy: more may be opened meanwhile
            return consider(context, candidate);
        }
    }
}

}  // namespace aidway
