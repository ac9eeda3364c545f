// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <utility>

#include "simulation/processes/convoy_steps.hpp"
#include "simulation/processes/convoys.hpp"
#include "simulation/processes/depot_stock.hpp"
#include "simulation/processes/gate_days.hpp"
#include "simulation/processes/guarantee.hpp"
#include "simulation/processes/incidents.hpp"
#include "simulation/processes/morning.hpp"
#include "simulation/processes/permission.hpp"
#include "simulation/processes/plan_ceiling.hpp"
#include "simulation/processes/ways.hpp"

namespace aidway {
namespace {

/// What a convoy of this request may carry now.
Load sendable(const Parameters& p, const Request& request, bool limited) {
    Load load{};
    for (std::size_t g = 0; g < p.goods.size(); ++g) {
        load[g] = limited ? std::min(request.remaining[g], request.granted[g]) : request.remaining[g];
    }
    return load;
}

/// Trucks that this fleet can send now: at hand, within one convoy, and within the week's convoys.
std::int64_t trucks_to_send(const Context& context, std::uint16_t fleet, std::int64_t among) {
    const auto& p = context.parameters.fleets[fleet];
    auto& state = context.world.fleets[fleet];
    if (state.week != context.day() / 7) {
        state.week = context.day() / 7;
        state.convoys = 0;
    }
    const std::int64_t ready = std::min(state.trucks, state.crews);
    return p.convoys_per_week - state.convoys < among ? 0 : std::min(ready / among, p.convoy_trucks);
}

void depart(Context& context, const Convoy& plan, Request& request) {
    context.world.fleets[plan.fleet].trucks -= plan.trucks;
    context.world.fleets[plan.fleet].crews -= plan.trucks;
    ++context.world.fleets[plan.fleet].convoys;
    count_sent(context, *plan.route, plan.trucks);
    context.world.convoys.push_back(plan);
    auto event = about(EventKind::convoy_departed, plan);
    event.count = plan.trucks;
    context.emit(event);
    for (std::size_t g = 0; g < context.parameters.goods.size(); ++g) {
        take_from_depot(context, context.parameters.fleets[plan.fleet].depot, g, plan.load[g]);
        request.remaining[g] -= plan.load[g];
        request.can_go[g] = std::max(Mass{}, request.can_go[g] - plan.load[g]);
        request.sent += plan.load[g];
        if (plan.limited) request.granted[g] -= plan.load[g];
        if (plan.load[g] <= Mass{}) continue;
        event = about(EventKind::loaded, plan);
        event.goods = static_cast<std::uint16_t>(g);
        event.mass = plan.load[g];
        context.emit(event);
    }
    drive_on(context, static_cast<std::uint32_t>(context.world.convoys.size() - 1), context.now_s);
}

Convoy convoy_on(Context& context, const Way& way, std::uint16_t community, const Request& request, bool limited) {
    const auto& p = context.parameters;
    const auto number = context.world.numbers(community, request.cycle)[way.fleet];
    const auto pair = refine(p.fleets[way.fleet].key, static_cast<std::uint32_t>(p.communities[community].key.low56));
    return {.fleet = way.fleet,
            .community = community,
            .cycle = request.cycle,
            .attempt = request.attempt,
            .number = number,
            .by_clearance = way.by_clearance,
            .limited = limited,
            .key = refine(pair, request.cycle, static_cast<std::uint32_t>(request.attempt) << 16U | number),
            .route = way.route,
            .legs_m = way.legs_m,
            .departed_s = context.now_s};
}

/// Whether a convoy could leave, and what would keep the rest of its load back.
struct Prepared {
    Reason failed = Reason::none;  ///< the first cause why none can leave
    Reason rest = Reason::no_trucks;
};

/// Fills in a convoy that could leave on this way.
Prepared prepare(Context& context, const Way& way, const Request& request, std::int64_t among, Convoy& convoy) {
    const auto& p = context.parameters;
    const auto& fleet = p.fleets[way.fleet];
    if (context.now_s < context.world.suspended_until_s) return {Reason::suspended};
    if (incident_stops(context, way, convoy.community)) return {Reason::incident};
    if (guarantee_is_withheld(context, convoy.community, request.deciders)) return {Reason::security};
    Load load = sendable(p, request, convoy.limited);
    if (trucks_needed(p, fleet, load) == 0) {
        const bool all_asked_is_out = trucks_needed(p, fleet, asked_by(context, request)) == 0;
        return {all_asked_is_out ? Reason::never_planned : Reason::not_granted};
    }
    if (context.now_s < loaded_over_s(context, fleet.depot, convoy, request)) return {Reason::cross_loading};
    const bool cut = cut_to_stock(context, fleet.depot, among, load);
    const std::int64_t needed = trucks_needed(p, fleet, load);
    if (needed == 0) return {Reason::no_stock};
    convoy.limit_s = std::min(context.now_s + p.crew_s, context.day() * 86'400 + p.movement.until_s);
    const std::int64_t in_time = trucks_in_a_day(context, *way.route, convoy.community, convoy.limit_s - context.now_s);
    if (in_time == 0) return {Reason::no_time};
    const std::int64_t room = room_today(context, *way.route) / among;
    if (room <= 0) return {Reason::gate_full};
    const std::int64_t at_hand = trucks_to_send(context, way.fleet, among);
    convoy.trucks = std::min({needed, in_time, room, at_hand});
    if (convoy.trucks == 0) return {Reason::no_trucks};
    for (std::size_t g = 0; g < p.goods.size(); ++g) convoy.load[g] = carried_by(load[g], convoy.trucks, needed);
    if (cut && convoy.trucks == needed) return {Reason::none, Reason::no_stock};
    return {Reason::none, room < std::min({needed, in_time, at_hand}) ? Reason::gate_full : Reason::no_trucks};
}

bool is_limited(const Context& context, const Way& way) {
    return way.by_clearance && context.permission().procedure != Procedure::notification_only;
}

/// Permission is asked first, the gate last: without a clearance, that is why no convoy goes.
Reason without_way(const Request& request, bool cleared) {
    return cleared ? Reason::no_open_road : waiting_reason(request);
}

}  // namespace

bool anything_left(const Request& request) {
    return std::any_of(request.remaining.begin(), request.remaining.end(), [](Mass m) { return m > Mass{}; });
}

void say_no_go(Context& context, std::uint16_t community, const Request& request, Reason reason) {
    context.emit({.kind = EventKind::no_go,
                  .reason = reason,
                  .community = community,
                  .cycle = request.cycle,
                  .attempt = request.attempt});
}

Reason can_go(Context& context, std::uint16_t community, Request& request, std::int64_t among) {
    const bool cleared = has_clearance(request, context);
    Reason reason = without_way(request, cleared);
    request.last_limited = false;
    bool first = true;
    for (const auto& way : find_ways(context, community, cleared)) {
        const bool limited = is_limited(context, way);
        auto convoy = convoy_on(context, way, community, request, limited);
        const Reason failed = prepare(context, way, request, among, convoy).failed;
        if (std::exchange(first, false)) {
            reason = failed;
            request.last_limited = limited;
        }
        if (failed == Reason::none) return Reason::none;
    }
    return reason;
}

void decide(Context& context, std::uint16_t community, Request& request, std::int64_t among) {
    const bool cleared = has_clearance(request, context);
    Reason reason = without_way(request, cleared);
    request.last_limited = false;
    bool sent = false;
    bool first = true;
    for (const auto& way : find_ways(context, community, cleared)) {
        const bool limited = is_limited(context, way);
        auto convoy = convoy_on(context, way, community, request, limited);
        const auto [failed, rest] = prepare(context, way, request, among, convoy);
        if (failed == Reason::none) {
            depart(context, convoy, request);
            ++context.world.numbers(community, request.cycle)[way.fleet];
            if (!sent) request.last_reason = rest;
            sent = true;
        }
        if (std::exchange(first, false)) {
            reason = failed;
            request.last_limited = limited;
        }
        if (!anything_left(request)) return;
    }
    if (sent) return;
    request.last_reason = reason;
    say_no_go(context, community, request, reason);
}

}  // namespace aidway
