// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <tuple>
#include <utility>

#include "simulation/processes/convoy_steps.hpp"
#include "simulation/processes/convoys.hpp"
#include "simulation/processes/permission.hpp"

namespace aidway {
namespace {

/// Gates as dispatchers believe them to be this morning. With a clearance every gate that is not closed counts;
/// without one only what is open, and on opened roads only where no clearance is asked for.
std::vector<std::uint8_t>& believed_open(Context& context, bool cleared) {
    const bool covers = context.permission().covers_opened_roads;
    auto& open = context.world.believed_open;
    open.assign(context.parameters.gates.size(), 0);
    for (std::uint32_t g = 0; g < open.size(); ++g) {
        const auto leave = context.leave({g}, Traffic::aid);
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

/// Tries to send one convoy of one fleet; `none` when it went, else why it did not. `limited`: it may carry only what
/// an answer granted.
Reason try_fleet(Context& context, const Way& way, std::uint16_t community, Request& request, bool limited) {
    const auto& p = context.parameters;
    const auto fleet = way.fleet;
    const Route& route = *way.route;
    auto& number = context.world.numbers(community, request.cycle)[fleet];
    const auto pair = refine(p.fleets[fleet].key, static_cast<std::uint32_t>(p.communities[community].key.low56));
    Convoy convoy{.fleet = fleet,
                  .community = community,
                  .cycle = request.cycle,
                  .attempt = request.attempt,
                  .number = number,
                  .by_clearance = way.by_clearance,
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

/// Ways to the community, the fastest first, ties by the fleet's key: of each fleet the open road where there is one,
/// else, with a clearance, the best that a clearance opens.
const std::vector<Way>& find_ways(Context& context, std::uint16_t community, bool cleared) {
    const auto& p = context.parameters;
    auto& ways = context.world.ways;
    ways.clear();
    const auto freely = context.routes.routes(believed_open(context, false));
    const auto with_clearance = cleared ? context.routes.routes(believed_open(context, true)) : freely;
    const auto fleets = static_cast<std::uint16_t>(p.fleets.size());
    for (std::uint16_t f = 0; f < fleets; ++f) {
        const std::size_t i = f * p.communities.size() + community;
        if (freely[i].reachable)
            ways.push_back({f, &freely[i], false});
        else if (with_clearance[i].reachable)
            ways.push_back({f, &with_clearance[i], true});
    }
    std::sort(ways.begin(), ways.end(), [&](const Way& a, const Way& b) {
        return std::tuple(a.route->total_ms, p.fleets[a.fleet].key) <
               std::tuple(b.route->total_ms, p.fleets[b.fleet].key);
    });
    return ways;
}

void decide(Context& context, std::uint16_t community, Request& request) {
    const bool cleared = has_clearance(request, context);
    // Permission is asked first, the gate last: without a clearance, that is why no convoy goes.
    Reason reason = cleared ? Reason::no_open_road : waiting_reason(request);
    request.last_limited = false;
    bool sent = false;
    bool first = true;
    for (const auto& way : find_ways(context, community, cleared)) {
        const bool limited = way.by_clearance && context.permission().procedure != Procedure::notification_only;
        const Reason failed = try_fleet(context, way, community, request, limited);
        sent = sent || failed == Reason::none;
        if (std::exchange(first, false)) {
            reason = failed;
            request.last_limited = limited;
        }
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
