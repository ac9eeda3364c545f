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
    const auto& all = context.candidates.all();
    if (index >= all.size()) return;
    context.schedule_beside(incident_due(all[index].at_s, IncidentStep::candidate, all[index].key, index));
}

/// Whether the rate of a source may reach bands that are not open: most often it may not, and then that is all.
bool may_reach_more(const Context& context, std::uint32_t source) {
    return context.world.next_bands[source].from < rate_bound(context, source);
}

/// Opens the bands that the rate of a source may reach today, for what lies after `after_s`.
void open_bands(Context& context, std::uint32_t source, std::int64_t after_s) {
    auto& world = context.world;
    auto& band = world.next_bands[source];
    const double highest = highest_rate(context, source);
    for (; band.from < highest; band = band.next()) {
        const std::size_t first = world.opened.size();
        add_candidates(context.key, context.parameters, source, static_cast<std::uint32_t>(context.day()), band,
                       world.opened);
        for (std::size_t i = first; i < world.opened.size(); ++i) {
            const auto& candidate = world.opened[i];
            if (candidate.at_s <= after_s) continue;
            context.schedule(
                incident_due(candidate.at_s, IncidentStep::opened, candidate.key, static_cast<std::uint32_t>(i)));
        }
    }
    world.bands_used = std::max(world.bands_used, band.number);
}

/// The bands of a new day.
void begin_day(Context& context) {
    for (std::uint32_t s = 0; s < context.world.next_bands.size(); ++s) {
        context.world.next_bands[s] = context.candidates.first_left_out(s);
        context.world.bands_used = std::max(context.world.bands_used, context.world.next_bands[s].number);
        if (may_reach_more(context, s)) open_bands(context, s, context.now_s - 1);
    }
    context.schedule(incident_due(context.now_s + 86'400, IncidentStep::day, {}, 0));
}

/// Whoever answers this party in this theatre may soon do so more often.
void provoke(Context& context, std::uint32_t source) {
    remember_incident(context, source);
    for (const auto s : context.parameters.violence->sources[source].provokes) {
        if (may_reach_more(context, s)) open_bands(context, s, context.now_s);
    }
}

/// Where a candidate would strike, by its own draw; `no_index` where its theatre has no place.
std::uint16_t place_of(const Draw& draw, const TheatreParameters& theatre) {
    const auto& sums = theatre.weights_to;
    if (sums.empty() || !(sums.back() > 0)) return Event::no_index;
    const auto found = std::upper_bound(sums.begin(), sums.end(), draw.uniform(2) * sums.back());
    const auto i = std::min<std::size_t>(static_cast<std::size_t>(found - sums.begin()), sums.size() - 1);
    return theatre.place_order[i];
}

/// Gates on which it happened may shut for a while.
void shut_gates(Context& context, std::uint16_t place, EntityKey key, std::uint32_t number) {
    const auto& violence = *context.parameters.violence;
    for (const auto g : violence.gates_on_route[place]) {
        const auto gate = context.parameters.gates[g].key.low56;
        const auto at_gate = refine(key, static_cast<std::uint32_t>(gate), static_cast<std::uint32_t>(gate >> 32U));
        const auto draw = context.draw(Incidents::stream, at_gate, number);
        if (!draw.chance(0, violence.shuts_gate)) continue;
        const auto seconds = static_cast<std::int64_t>(quantile(violence.shut_for, draw.uniform(1)));
        auto& until_s = context.world.shut_until_s[g];
        if (context.now_s + seconds <= until_s || seconds <= 0) continue;
        until_s = context.now_s + seconds;
        ++context.world.shut_version;
        context.world.all_unshut_s = std::max(context.world.all_unshut_s, until_s);
        context.emit({.count = seconds, .kind = EventKind::gate_shut, .place = g});
    }
}

void happen(Context& context, const IncidentCandidate& candidate, const Draw& draw, std::uint16_t place) {
    const auto& violence = *context.parameters.violence;
    const auto& source = violence.sources[candidate.source];
    const bool severe = draw.chance(3, source.severe);
    const bool breach = is_breach(context, candidate.source, place);
    context.emit({.count = severe ? 1 : 0,
                  .kind = EventKind::incident,
                  .attempt = static_cast<std::uint16_t>(breach ? 1 : 0),
                  .number = static_cast<std::uint16_t>(candidate.source),
                  .place = place});
    if (breach) watch(context, {candidate.key, candidate.number, source.party, source.kind, place});
    if (place != Event::no_index) {
        auto& last = context.world.incidents[place];
        last.any_s = context.now_s;
        if (severe) last.severe_s = context.now_s;
        shut_gates(context, place, candidate.key, candidate.number);
        if (violence.convoys) strike_convoys(context, {place, severe, candidate.key, candidate.number});
    }
    if (violence.answers) provoke(context, candidate.source);
}

/// It happens where the rate of its source is above its height, at the place where it would strike.
void consider(Context& context, const IncidentCandidate& candidate) {
    if (candidate.height >= rate_bound(context, candidate.source)) return;
    const auto& violence = *context.parameters.violence;
    if (!is_below_rate(context, candidate.source, candidate.height)) return;
    const auto draw = context.draw(Incidents::stream, candidate.key, candidate.number);
    const auto place = place_of(draw, violence.theatres[violence.sources[candidate.source].theatre]);
    const double left = left_at(context, candidate.source, place);
    if (left < 1.0 && candidate.height >= incident_rate(context, candidate.source) * left) return;
    if (violence.answers && violence.answers->most && candidate.height >= *violence.answers->most) {
        return context.emit(
            {.kind = EventKind::incident_cut, .number = static_cast<std::uint16_t>(candidate.source), .place = place});
    }
    happen(context, candidate, draw, place);
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
            consider(context, context.candidates.all()[due.a]);
            return schedule(context, due.a + 1);
        case IncidentStep::day: return begin_day(context);
        case IncidentStep::opened: {
            const auto candidate = context.world.opened[due.a];  // more may be opened meanwhile
            return consider(context, candidate);
        }
    }
}

}  // namespace aidway
