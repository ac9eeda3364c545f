// SPDX-License-Identifier: Apache-2.0
#include "simulation/processes/climate.hpp"

#include <algorithm>

namespace aidway {
namespace {

void enter(Context& context, std::uint32_t chain, ClimateState state) {
    const auto regions = static_cast<std::uint32_t>(context.parameters.climate->regions);
    context.world.climate[chain] = state;
    context.emit({.count = static_cast<std::int64_t>(state),
                  .kind = EventKind::climate_changed,
                  .number = static_cast<std::uint16_t>(chain % regions),
                  .place = static_cast<std::uint16_t>(chain / regions)});
}

double u_of(const Context& context, std::uint32_t chain) {
    return context.climate_draws.of(chain, static_cast<std::uint32_t>(context.day())).uniform(0);
}

/// Whether a cessation, were it kept, would lift the climate of a region: one of a theatre lifts that of its name
/// alone.
bool holds_in(const Context& context, const Cessation& cessation, std::size_t region) {
    return !cessation.theatre || context.parameters.violence->theatres[*cessation.theatre].region == region;
}

bool is_lifted(const Context& context, std::uint32_t chain) {
    const auto regions = context.parameters.climate->regions;
    return std::any_of(context.rules.cessations.begin(), context.rules.cessations.end(), [&](const Cessation& c) {
        return !c.obligations.empty() && holds_in(context, c, chain % regions) && context.in_force(c.obligations);
    });
}

/// The mean of a theatre over the scenario's own deciders, in the region that bears its name, else in all: a term that
/// changes who decides changes no violence.
double violence_in(const Context& context, const TheatreParameters& theatre) {
    const auto& climate = *context.parameters.climate;
    const auto& deciders = context.rules.permission_before.deciders;
    const std::size_t first = theatre.region.value_or(0);
    const std::size_t end = theatre.region ? first + 1 : climate.regions;
    double sum = 0;
    for (const auto decider : deciders) {
        for (std::size_t r = first; r < end; ++r) {
            const auto state = context.world.climate[decider.index() * climate.regions + r];
            sum += climate.states[static_cast<std::size_t>(state)].violence;
        }
    }
    const std::size_t n = deciders.size() * (end - first);
    return n > 0 ? sum / static_cast<double>(n) : 1.0;
}

void set_violence(Context& context) {
    if (!context.parameters.violence) return;
    const auto& violence = *context.parameters.violence;
    auto& world = context.world;
    for (std::size_t t = 0; t < world.violence.size(); ++t)
        world.violence[t] = violence_in(context, violence.theatres[t]);
    for (std::size_t s = 0; s < world.unprovoked.size(); ++s) {
        world.unprovoked[s] = violence.sources[s].rate * world.violence[violence.sources[s].theatre];
    }
}

void schedule_next(Context& context) {
    context.schedule({(context.day() + 1) * 86'400, Phase::climate, Climate::stream, 0, {}, 0, 0, 0});
}

}  // namespace

void Climate::start(Context& context) {
    if (!context.parameters.climate) return;
    const auto& climate = *context.parameters.climate;
    for (const auto chain : climate.order) {
        const double u = u_of(context, chain);
        const bool restricted = u < climate.starts_closed + climate.starts_restricted;
        enter(context, chain,
              u < climate.starts_closed ? ClimateState::closed
              : restricted              ? ClimateState::restricted
                                        : ClimateState::open);
    }
    set_violence(context);
    schedule_next(context);
}

void Climate::on(const Due&, Context& context) {
    const auto& climate = *context.parameters.climate;
    bool moved = false;
    for (const auto chain : climate.order) {
        const auto& moves = is_lifted(context, chain) ? climate.lifted : climate.usual;
        const auto state = context.world.climate[chain];
        const auto next = next_state(moves, state, u_of(context, chain));
        if (next == state) continue;
        enter(context, chain, next);
        moved = true;
    }
    if (moved) set_violence(context);
    schedule_next(context);
}

const ClimateStateParameters& climate_of(const Context& context, PartyId party, std::uint16_t community) {
    const auto& climate = *context.parameters.climate;
    const auto chain = party.index() * climate.regions + climate.region_of[community];
    return climate.states[static_cast<std::size_t>(context.world.climate[chain])];
}

}  // namespace aidway
