// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <tuple>

#include "simulation/processes/convoy_steps.hpp"
#include "simulation/processes/convoys.hpp"
#include "simulation/processes/permission.hpp"

namespace aidway {
namespace {

/// Gates as dispatchers believe them to be this morning. With a clearance every gate that is not closed counts;
/// without one only what is open, and on opened roads only where no clearance is asked for.
std::vector<std::uint8_t>& believed_open(Context& context, bool cleared) {
    const auto& rules = context.rules;
    const bool covers = context.permission().covers_opened_roads;
    auto& open = context.world.believed_open;
    open.assign(context.parameters.gates.size(), 0);
    for (std::uint32_t g = 0; g < open.size(); ++g) {
        const auto leave = rules.passage.leave({g}, Traffic::aid, context.now(), context.world.kept);
        const bool freely = leave.access == Access::open && !(leave.by_term && covers);
        open[g] = cleared ? leave.access != Access::closed : freely;
    }
    return open;
}

/// What a convoy of this request may carry now.
Load sendable(const Parameters& p, const Request& request, bool limited) {
    Load load{};
    for (std::size_t g = 0; g < p.goods.size(); ++g) {
        load[g] = limited ? std::min(request.remaining[g], request.granted[g]) : request.remaining[g];
    }
    return load;
}

/// Trucks that this fleet can send now: at hand, within one convoy, and within the week's convoys.
std::int64_t trucks_to_send(const Context& context, std::uint16_t fleet) {
    const auto& p = context.parameters.fleets[fleet];
    auto& state = context.world.fleets[fleet];
    if (state.week != context.day() / 7) {
        state.week = context.day() / 7;
        state.convoys = 0;
    }
    return state.convoys >= p.convoys_per_week ? 0 : std::min(state.trucks, p.convoy_trucks);
}

void depart(Context& context, const Convoy& plan, Request& request) {
    context.world.fleets[plan.fleet].trucks -= plan.trucks;
    ++context.world.fleets[plan.fleet].convoys;
    context.world.convoys.push_back(plan);
    auto event = about(EventKind::convoy_departed, plan);
    event.count = plan.trucks;
    context.emit(event);
    for (std::size_t g = 0; g < context.parameters.goods.size(); ++g) {
        request.remaining[g] -= plan.load[g];
        if (plan.limited) request.granted[g] -= plan.load[g];
        if (plan.load[g] <= Mass{}) continue;
        event = about(EventKind::loaded, plan);
        event.goods = static_cast<std::uint16_t>(g);
        event.mass = plan.load[g];
        context.emit(event);
    }
    drive_on(context, static_cast<std::uint32_t>(context.world.convoys.size() - 1), context.now_s);
}

/// Tries to send one convoy of one fleet; `none` when it went, else why it did not.
Reason try_fleet(Context& context, std::uint16_t fleet, std::uint16_t community, Request& request, const Route& route,
                 bool by_clearance) {
    const auto& p = context.parameters;
    const bool limited = by_clearance && context.permission().procedure != Procedure::notification_only;
    request.last_limited = limited;
    auto& number = context.world.numbers(community, request.cycle)[fleet];
    const auto pair = refine(p.fleets[fleet].key, static_cast<std::uint32_t>(p.communities[community].key.low56));
    Convoy convoy{.fleet = fleet,
                  .community = community,
                  .cycle = request.cycle,
                  .attempt = request.attempt,
                  .number = number,
                  .by_clearance = by_clearance,
                  .limited = limited,
                  .key = refine(pair, request.cycle, static_cast<std::uint32_t>(request.attempt) << 16U | number),
                  .route = &route};
    const auto draw = context.draw(Convoys::stream, convoy.key, static_cast<std::uint32_t>(context.day()));
    if (draw.chance(0, p.security_withheld)) return Reason::security;
    const Load load = sendable(p, request, limited);
    const std::int64_t needed = trucks_needed(p, p.fleets[fleet], load);
    if (needed == 0) return Reason::not_granted;
    const std::int64_t day_s = context.day() * 86'400;
    convoy.limit_s = std::min(context.now_s + p.crew_s, day_s + p.movement.until_s);
    const std::int64_t in_time = trucks_in_a_day(p, route, community, convoy.limit_s - context.now_s);
    if (in_time == 0) return Reason::no_time;
    convoy.trucks = std::min({needed, in_time, trucks_to_send(context, fleet)});
    if (convoy.trucks == 0) return Reason::no_trucks;
    for (std::size_t g = 0; g < p.goods.size(); ++g) convoy.load[g] = carried_by(load[g], convoy.trucks, needed);
    depart(context, convoy, request);
    ++number;
    return Reason::none;
}

bool anything_left(const Request& request) {
    return std::any_of(request.remaining.begin(), request.remaining.end(), [](Mass m) { return m > Mass{}; });
}

/// Fleets that can reach the community, the fastest first, ties by key.
std::vector<std::uint16_t>& reaching_fleets(Context& context, std::uint16_t community, std::span<const Route> routes) {
    const auto& p = context.parameters;
    auto& fleets = context.world.reaching_fleets;
    fleets.clear();
    const auto route = [&](std::uint16_t f) -> const Route& { return routes[f * p.communities.size() + community]; };
    for (std::uint16_t f = 0; f < p.fleets.size(); ++f) {
        if (route(f).reachable) fleets.push_back(f);
    }
    std::sort(fleets.begin(), fleets.end(), [&](auto a, auto b) {
        return std::tuple(route(a).total_ms, p.fleets[a].key) < std::tuple(route(b).total_ms, p.fleets[b].key);
    });
    return fleets;
}

void decide(Context& context, std::uint16_t community, Request& request) {
    const bool cleared = has_clearance(request, context);
    bool by_clearance = false;
    auto routes = context.routes.routes(believed_open(context, false));
    if (cleared && reaching_fleets(context, community, routes).empty()) {
        by_clearance = true;
        routes = context.routes.routes(believed_open(context, true));
    }
    const auto& fleets = reaching_fleets(context, community, routes);
    // Permission is asked first, the gate last: without a clearance, that is why no convoy goes.
    Reason reason = cleared ? Reason::no_open_road : waiting_reason(request);
    request.last_limited = false;
    bool sent = false;
    for (const auto fleet : fleets) {
        const auto& route = routes[fleet * context.parameters.communities.size() + community];
        const Reason failed = try_fleet(context, fleet, community, request, route, by_clearance);
        sent = sent || failed == Reason::none;
        if (fleet == fleets.front()) reason = failed;
        if (!anything_left(request)) return;
    }
    request.last_reason = sent ? Reason::no_trucks : reason;
    if (sent) return;
    context.emit({.kind = EventKind::no_go,
                  .reason = reason,
                  .community = community,
                  .cycle = request.cycle,
                  .attempt = request.attempt});
}

}  // namespace

void decide_morning(Context& context) {
    for (const auto community : context.parameters.community_order) {
        for (auto& request : context.world.requests[community]) {
            const bool current = request.live && request.from_s <= context.now_s && context.now_s < request.until_s;
            if (current && anything_left(request)) decide(context, community, request);
        }
    }
}

}  // namespace aidway
