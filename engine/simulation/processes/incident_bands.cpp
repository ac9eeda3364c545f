// SPDX-License-Identifier: Apache-2.0
#include "simulation/processes/incident_bands.hpp"

#include <algorithm>
#include <limits>

#include "simulation/processes/incident_rates.hpp"
#include "simulation/processes/incident_steps.hpp"

namespace aidway {
namespace {

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

bool may_need_another(const Context& context, std::uint32_t source) {
    return context.world.next_bands[source].from < rate_bound(context, source);
}

/// So much may there be to answer before a source needs another band: a hair less, so that rounding is no matter.
double most_without_another(const Context& context, std::uint32_t source) {
    constexpr double hair = 1e-9;
    const double room = context.world.next_bands[source].from * (1.0 - hair) - context.world.unprovoked[source];
    const double per_answer = context.parameters.violence->sources[source].per_answer;
    return per_answer > 0 ? room / per_answer : std::numeric_limits<double>::infinity();
}

}  // namespace

void begin_day_of_bands(Context& context) {
    auto& world = context.world;
    for (std::uint32_t s = 0; s < world.next_bands.size(); ++s) {
        world.next_bands[s] = context.candidates.first_left_out(s);
        world.bands_used = std::max(world.bands_used, world.next_bands[s].number);
        if (may_need_another(context, s)) open_bands(context, s, context.now_s - 1);
    }
    // Other bands are open now, and more or less happens unprovoked.
    std::fill(world.bands_enough_for.begin(), world.bands_enough_for.end(), 0.0);
    context.schedule(incident_due(context.now_s + 86'400, IncidentStep::day, {}, 0));
}

void provoke(Context& context, std::uint32_t source) {
    remember_incident(context, source);
    auto& world = context.world;
    const auto& violence = *context.parameters.violence;
    const auto& s = violence.sources[source];
    for (const auto party : violence.answers->by_whom[s.party]) {
        const std::size_t there = s.theatre * violence.parties + party;
        world.most_to_answer[there] = all_to_answer(world, violence, s.theatre, party);
        auto& enough_for = world.bands_enough_for[there];
        if (world.most_to_answer[there] < enough_for) continue;
        enough_for = std::numeric_limits<double>::infinity();
        for (const auto answering : violence.answers->by_what[there]) {
            if (may_need_another(context, answering)) open_bands(context, answering, context.now_s);
            enough_for = std::min(enough_for, most_without_another(context, answering));
        }
    }
}

}  // namespace aidway
