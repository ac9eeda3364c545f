// SPDX-License-Identifier: Apache-2.0
#include "simulation/processes/ways.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

namespace aidway {

bool passes_freely(const Leave& leave, bool covers_opened_roads) {
    return leave.access == Access::open && !(leave.by_term && covers_opened_roads);
}

namespace {

std::uint8_t as_granted(Context& context, GateId gate, bool cleared, bool covers_opened_roads) {
    const auto& leave = context.leaves.leave(gate, Traffic::aid, context.now(), context.history(), context.world);
    const bool passable = cleared ? leave.access != Access::closed : passes_freely(leave, covers_opened_roads);
    return passable ? context.routes.open_as(gate.index(), context.service(gate)) : 0;
}

}  // namespace

const std::vector<std::uint8_t>& believed_open(Context& context, bool cleared) {
    auto& believed = context.world.believed[cleared ? 1 : 0];
    const auto version = context.leaves.version(context.now(), context.history(), context.world);
    const bool covers = context.permission().covers_opened_roads;
    const bool all_anew = believed.leaves == 0 || believed.covers_opened_roads != covers;
    if (all_anew || believed.leaves != version) {
        believed.leaves = version;
        believed.covers_opened_roads = covers;
        if (all_anew) believed.versions.assign(context.parameters.gates.size(), 0);
        believed.as_granted.resize(believed.versions.size());
        for (std::uint32_t g = 0; g < believed.versions.size(); ++g) {
            const auto of_gate = context.leaves.version_of({g});
            if (std::exchange(believed.versions[g], of_gate) == of_gate) continue;
            believed.as_granted[g] = as_granted(context, {g}, cleared, covers);
        }
    }
    if (context.now_s >= context.world.all_unshut_s) return believed.as_granted;
    believed.open = believed.as_granted;
    close_shut(context, believed.open);
    return believed.open;
}

const std::vector<Way>& find_ways(Context& context, std::uint16_t community, bool cleared) {
    const auto& p = context.parameters;
    auto& ways = context.world.ways;
    ways.clear();
    const auto freely = context.routes.routes(believed_open(context, false), context.slowed());
    const auto with_clearance =
        cleared ? context.routes.routes(believed_open(context, true), context.slowed()) : freely;
    const auto fleets = static_cast<std::uint16_t>(p.fleets.size());
    for (std::uint16_t f = 0; f < fleets; ++f) {
        const std::size_t i = f * p.communities.size() + community;
        if (freely[i].route.reachable)
            ways.push_back({f, &freely[i].route, false, &freely[i].from_places_m, &freely[i].legs_m});
        else if (with_clearance[i].route.reachable)
            ways.push_back(
                {f, &with_clearance[i].route, true, &with_clearance[i].from_places_m, &with_clearance[i].legs_m});
    }
    std::sort(ways.begin(), ways.end(), [&](const Way& a, const Way& b) {
        return std::tuple(a.route->total_ms, p.fleets[a.fleet].key) <
               std::tuple(b.route->total_ms, p.fleets[b.fleet].key);
    });
    return ways;
}

const Route* fastest_with_clearance(Context& context, std::uint16_t community) {
    const auto& p = context.parameters;
    const auto routes = context.routes.routes(believed_open(context, true), context.slowed());
    const Route* best = nullptr;
    EntityKey best_key;
    for (std::size_t f = 0; f < p.fleets.size(); ++f) {
        const Route& route = routes[f * p.communities.size() + community].route;
        const auto key = p.fleets[f].key;
        if (!route.reachable) continue;
        if (best != nullptr && std::tuple(best->total_ms, best_key) <= std::tuple(route.total_ms, key)) continue;
        best = &route;
        best_key = key;
    }
    return best;
}

}  // namespace aidway
