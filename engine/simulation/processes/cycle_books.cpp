// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "simulation/processes/air_permission.hpp"
#include "simulation/processes/permission_steps.hpp"
#include "simulation/processes/plan_ceiling.hpp"

namespace aidway {
namespace {

void plan(Context& context, std::uint16_t community, std::uint32_t cycle) {
    const auto& p = context.parameters;
    Request& request = request_of(context, community, cycle);
    request = {};
    request.live = true;
    request.cycle = static_cast<std::uint16_t>(cycle);
    request.from_s = cycle * p.cycle_s;
    request.until_s = std::min(request.from_s + p.cycle_s, p.period_s);
    request.people = context.world.people[community];
    for (std::size_t g = 0; g < p.goods.size(); ++g) {
        request.remaining[g] = p.goods[g].per_person_day * request.people * Duration{request.until_s - request.from_s};
    }
    request.can_go = most_that_can_go(context, request);
    ask(context, community, request);
    begin_flights(context, community, request);
}

/// Everything of a request that has not gone ends now.
void end_all(Context& context, std::uint16_t community, Request& request, Load keep) {
    for (std::size_t g = 0; g < context.parameters.goods.size(); ++g) {
        Mass over = request.remaining[g] - keep[g];
        over -= end_missed(context, community, request, g, over);
        const Mass never = over - std::min(over, request.can_go[g]);
        end_mass(context, community, request, g, never, Reason::never_planned);
        over -= never;
        if (request.last_reason == Reason::none) request.last_reason = waiting_reason(request);
        const Mass ungranted = request.last_limited ? std::max(Mass{}, over - request.granted[g]) : Mass{};
        end_mass(context, community, request, g, ungranted, Reason::not_granted);
        end_mass(context, community, request, g, over - ungranted, request.last_reason);
        request.remaining[g] = keep[g];
    }
}

/// Says what a request plans to bring from now on.
void emit_planned(Context& context, std::uint16_t community, const Request& request) {
    for (std::size_t g = 0; g < context.parameters.goods.size(); ++g) {
        auto event = about(EventKind::planned, community, request);
        event.goods = static_cast<std::uint16_t>(g);
        event.mass = request.remaining[g];
        context.emit(event);
    }
}

/// What the rest of the cycle needs, from the agreement's date on.
Load rest_of_cycle(const Context& context, std::uint16_t community, const Request& request) {
    Load rest{};
    const std::int64_t people = context.world.people[community];
    const Duration time{request.until_s - context.effective_s};
    for (std::size_t g = 0; g < context.parameters.goods.size(); ++g) {
        const Mass need = context.parameters.goods[g].per_person_day * people * time;
        rest[g] = std::min(need, request.remaining[g]);
    }
    return rest;
}

}  // namespace

void submit_plans(Context& context, std::uint32_t cycle) {
    for (const auto community : context.parameters.community_order) {
        if (context.parameters.communities[community].aid) plan(context, community, cycle);
    }
}

void begin_cycle(Context& context, std::uint32_t cycle) {
    for (const auto community : context.parameters.community_order) {
        if (!context.parameters.communities[community].aid) continue;
        if (cycle > 0) {
            Request& past = request_of(context, community, cycle - 1);
            end_all(context, community, past, {});
            past.live = false;
        }
        emit_planned(context, community, request_of(context, community, cycle));
    }
    const auto next_s = (cycle + 1) * context.parameters.cycle_s;
    const auto submit_s = next_s - context.parameters.submitted_before_s;
    context.schedule(permission_due(next_s, Phase::plan, PermissionStep::turn_of_cycle, {}, cycle + 1, 0, 0));
    if (next_s < context.parameters.period_s)
        context.schedule(permission_due(submit_s, Phase::plan, PermissionStep::submit, {}, cycle + 1, 0, 0));
}

void close_old_books(Context& context) {
    for (const auto community : context.parameters.community_order) {
        for (auto& request : context.world.requests[community]) {
            if (!request.live || request.from_s > context.now_s) continue;
            end_all(context, community, request, rest_of_cycle(context, community, request));
            request.last_reason = Reason::none;
        }
    }
}

void begin_agreement(Context& context) {
    for (const auto community : context.parameters.community_order) {
        for (auto& request : context.world.requests[community]) {
            if (!request.live) continue;
            request.can_go = most_that_can_go(context, request);
            if (context.rules.asks_anew) {
                Request anew;
                anew.live = true;
                anew.cycle = request.cycle;
                anew.attempt = static_cast<std::uint16_t>(request.attempt + 1);
                anew.from_s = request.from_s;
                anew.until_s = request.until_s;
                anew.people = context.world.people[community];
                anew.remaining = request.remaining;
                anew.can_go = request.can_go;
                request = anew;
                ask(context, community, request);
            } else {
                say_goods(context, community, request);
            }
            if (request.from_s < context.now_s) emit_planned(context, community, request);
        }
    }
}

void close_all_books(Context& context) {
    for (const auto community : context.parameters.community_order) {
        for (auto& request : context.world.requests[community]) {
            if (request.live && request.from_s < context.now_s) end_all(context, community, request, {});
        }
    }
}

void end_mass(Context& context, std::uint16_t community, const Request& request, std::size_t goods, Mass mass,
              Reason reason) {
    if (mass <= Mass{}) return;
    auto event = about(EventKind::ended, community, request);
    event.mass = mass;
    event.goods = static_cast<std::uint16_t>(goods);
    event.reason = reason;
    context.emit(event);
}

}  // namespace aidway
