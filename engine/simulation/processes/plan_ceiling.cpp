// SPDX-License-Identifier: Apache-2.0
#include "simulation/processes/plan_ceiling.hpp"

#include <algorithm>

#include "simulation/processes/convoy_steps.hpp"
#include "simulation/processes/depot_stock.hpp"

namespace aidway {
namespace {

/// Mornings on which convoys of a plan may leave, from now on.
struct Mornings {
    std::int64_t first = 0;
    std::int64_t end = 0;
};

Mornings mornings_of(const Context& context, const Request& plan) {
    const std::int64_t from_s = context.parameters.movement.from_s;
    const auto on_or_after = [&](std::int64_t at_s) { return (at_s - from_s + 86'400 - 1) / 86'400; };
    return {std::max<std::int64_t>(0, on_or_after(std::max(plan.from_s, context.now_s))), on_or_after(plan.until_s)};
}

/// One convoy a morning goes from a fleet to a place, and so many a week from all of it.
std::int64_t trucks_of(const FleetParameters& fleet, Mornings mornings) {
    std::int64_t convoys = 0;
    for (std::int64_t day = mornings.first; day < mornings.end;) {
        const std::int64_t week_end = std::min(mornings.end, (day / 7 + 1) * 7);
        convoys += std::min(fleet.convoys_per_week, week_end - day);
        day = week_end;
    }
    return convoys * std::min({fleet.convoy_trucks, fleet.trucks, fleet.crews});
}

bool is_flown_to(const Context& context, std::size_t depot, std::int64_t until_s) {
    return std::any_of(context.rules.air.begin(), context.rules.air.end(), [&](const AirDelivery& delivery) {
        const bool in_force = context.now_s >= context.effective_s && delivery.until > context.now() &&
                              delivery.from < context.start + Duration{until_s};
        return in_force && delivery.depot && delivery.depot->index() == depot;
    });
}

/// What depots with a fleet have of these goods until the last morning; at most `wanted`.
Mass in_depots(const Context& context, std::size_t goods, std::int64_t until_s, Mass wanted) {
    const auto& p = context.parameters;
    Mass there;
    for (std::size_t d = 0; d < p.depots.size(); ++d) {
        const bool serves =
            std::any_of(p.fleets.begin(), p.fleets.end(), [&](const FleetParameters& f) { return f.depot == d; });
        if (!serves) continue;
        if (!p.depots[d][goods].limited || is_flown_to(context, d, until_s)) return wanted;
        there += std::max(Mass{}, in_depot(context, d, goods, until_s));
    }
    return std::min(there, wanted);
}

}  // namespace

Load most_that_can_go(const Context& context, const Request& plan) {
    const auto& p = context.parameters;
    const auto mornings = mornings_of(context, plan);
    Load can_go{};
    if (mornings.first >= mornings.end) return can_go;
    const std::int64_t last_s = (mornings.end - 1) * 86'400 + p.movement.from_s;
    for (std::size_t g = 0; g < p.goods.size(); ++g) can_go[g] = in_depots(context, g, last_s, plan.remaining[g]);
    double share = 0;
    for (const auto& fleet : p.fleets) {
        const std::int64_t needed = trucks_needed(p, fleet, can_go);
        const auto trucks = static_cast<double>(trucks_of(fleet, mornings));
        share += needed > 0 ? trucks / static_cast<double>(needed) : 1.0;
    }
    if (share >= 1.0) return can_go;
    for (Mass& mass : can_go) {
        mass = Mass::ticks(static_cast<std::int64_t>(static_cast<double>(mass.ticks()) * share));
    }
    return can_go;
}

Load asked_by(const Context& context, const Request& plan) {
    Load asked{};
    for (std::size_t g = 0; g < context.parameters.goods.size(); ++g) {
        asked[g] = std::min(plan.remaining[g], plan.can_go[g]);
    }
    return asked;
}

}  // namespace aidway
