// SPDX-License-Identifier: Apache-2.0
#include "simulation/processes/permission.hpp"

#include <algorithm>

#include "simulation/processes/answers.hpp"

namespace aidway {
namespace {

enum What : std::uint8_t { submit, turn_of_cycle, close_books, agreement_begins, answer, deadline, letter };

Due due_at(std::int64_t at_s, Phase phase, What what, EntityKey key, std::uint32_t a, std::uint32_t b,
           std::uint32_t c) {
    return {at_s, phase, Permission::stream, what, key, a, b, c};
}

Request& request_of(Context& context, std::uint16_t community, std::uint32_t cycle) {
    return context.world.requests[community][cycle & 1U];
}

Event about(EventKind kind, std::uint16_t community, const Request& request) {
    return {.kind = kind, .community = community, .cycle = request.cycle, .attempt = request.attempt};
}

void clear_request(Context& context, std::uint16_t community, Request& request) {
    request.cleared = true;
    if (context.permission().procedure == Procedure::standing) context.world.standing[community] = 1;
    context.emit(about(EventKind::cleared, community, request));
}

/// Sets what may go by clearance, once all deciders have consented.
void grant(const Context& context, Request& request) {
    for (std::size_t g = 0; g < context.parameters.goods.size(); ++g) {
        const bool struck = (request.struck >> g & 1U) != 0;
        const auto grams = static_cast<double>(request.remaining[g].ticks() / Mass::ticks_per_gram);
        request.granted[g] = struck                 ? Mass{}
                             : request.share >= 1.0 ? request.remaining[g]
                                                    : Mass::grams(static_cast<std::int64_t>(grams * request.share));
    }
}

/// After an answer or the deadline: consent once every decider has answered and none refused.
void weigh(Context& context, std::uint16_t community, Request& request) {
    if (request.answers_due > 0 || request.refused || request.consented) return;
    request.consented = true;
    grant(context, request);
    const auto key = context.parameters.communities[community].key;
    context.schedule(
        due_at(context.now_s + 86'400, Phase::letters, letter, key, community, request.cycle, request.attempt));
}

/// Asks for permission: draws every answer at once; what they say is learnt when they come.
void ask(Context& context, std::uint16_t community, Request& request) {
    std::ranges::fill(context.world.numbers(community, request.cycle), std::uint16_t{0});
    context.emit({.count = request.people,
                  .kind = EventKind::request_submitted,
                  .community = community,
                  .cycle = request.cycle,
                  .attempt = request.attempt});
    const auto& rules = context.permission();
    const bool stands = rules.procedure == Procedure::standing && context.world.standing[community] != 0;
    if (stands || rules.procedure == Procedure::notification_only) {
        request.granted = request.remaining;
        return clear_request(context, community, request);
    }
    const auto& p = context.parameters;
    request.answers_due = static_cast<int>(rules.deciders.size());
    const auto key = p.communities[community].key;
    for (const auto decider : rules.deciders) {
        const auto drawn = draw_answer(context, decider, community, request.cycle, request.attempt);
        const auto at_s = context.now_s + drawn.lag_s;
        if (drawn.kind == Answer::Kind::silent || at_s >= request.until_s) continue;
        context.schedule(due_at(at_s, Phase::answers, answer, p.parties[decider.index()], community, request.cycle,
                                static_cast<std::uint32_t>(request.attempt) << 16U | decider.value));
    }
    context.schedule(due_at(context.now_s + rules.deadline / Duration{1}, Phase::answers, deadline, key, community,
                            request.cycle, request.attempt));
}

void plan(Context& context, std::uint16_t community, std::uint32_t cycle) {
    const auto& p = context.parameters;
    Request& request = request_of(context, community, cycle);
    request = {};
    request.live = true;
    request.cycle = static_cast<std::uint16_t>(cycle);
    request.from_s = cycle * p.cycle_s;
    request.until_s = std::min(request.from_s + p.cycle_s, p.period_s);
    request.people = p.communities[community].population;
    for (std::size_t g = 0; g < p.goods.size(); ++g) {
        request.remaining[g] = p.goods[g].per_person_day * request.people * Duration{request.until_s - request.from_s};
    }
    ask(context, community, request);
}

/// Everything of a request that has not gone ends now.
void end_all(Context& context, std::uint16_t community, Request& request, Load keep) {
    for (std::size_t g = 0; g < context.parameters.goods.size(); ++g) {
        const Mass over = request.remaining[g] - keep[g];
        if (request.last_reason == Reason::none) request.last_reason = waiting_reason(request);
        const Mass ungranted = request.last_limited ? std::max(Mass{}, over - request.granted[g]) : Mass{};
        end_mass(context, community, request, g, ungranted, Reason::not_granted);
        end_mass(context, community, request, g, over - ungranted, request.last_reason);
        request.remaining[g] = keep[g];
    }
}

void begin_cycle(Context& context, std::uint32_t cycle) {
    for (const auto community : context.parameters.community_order) {
        if (cycle > 0) {
            Request& past = request_of(context, community, cycle - 1);
            end_all(context, community, past, {});
            past.live = false;
        }
        const Request& request = request_of(context, community, cycle);
        for (std::size_t g = 0; g < context.parameters.goods.size(); ++g) {
            auto event = about(EventKind::planned, community, request);
            event.goods = static_cast<std::uint16_t>(g);
            event.mass = request.remaining[g];
            context.emit(event);
        }
    }
    const auto next_s = (cycle + 1) * context.parameters.cycle_s;
    const auto submit_s = next_s - context.parameters.submitted_before_s;
    context.schedule(due_at(next_s, Phase::plan, turn_of_cycle, {}, cycle + 1, 0, 0));
    if (next_s < context.parameters.period_s)
        context.schedule(due_at(submit_s, Phase::plan, submit, {}, cycle + 1, 0, 0));
}

/// What the rest of the cycle needs, from the agreement's date on.
Load rest_of_cycle(const Context& context, const Request& request) {
    Load rest{};
    const Duration time{request.until_s - context.effective_s};
    for (std::size_t g = 0; g < context.parameters.goods.size(); ++g) {
        const Mass need = context.parameters.goods[g].per_person_day * request.people * time;
        rest[g] = std::min(need, request.remaining[g]);
    }
    return rest;
}

/// The books of the time before the agreement are closed a second before it begins, in every agreement alike.
void close_old_books(Context& context) {
    for (const auto community : context.parameters.community_order) {
        for (auto& request : context.world.requests[community]) {
            if (!request.live || request.from_s > context.now_s) continue;
            end_all(context, community, request, rest_of_cycle(context, request));
            request.last_reason = Reason::none;
        }
    }
}

/// The rest of the cycle is planned anew; where a term bears on aid, it is also asked for anew.
void begin_agreement(Context& context) {
    for (const auto community : context.parameters.community_order) {
        for (auto& request : context.world.requests[community]) {
            if (!request.live) continue;
            if (context.rules.asks_anew) {
                Request anew;
                anew.live = true;
                anew.cycle = request.cycle;
                anew.attempt = static_cast<std::uint16_t>(request.attempt + 1);
                anew.from_s = request.from_s;
                anew.until_s = request.until_s;
                anew.people = request.people;
                anew.remaining = request.remaining;
                request = anew;
                ask(context, community, request);
            }
            if (request.from_s >= context.now_s) continue;
            for (std::size_t g = 0; g < context.parameters.goods.size(); ++g) {
                auto event = about(EventKind::planned, community, request);
                event.goods = static_cast<std::uint16_t>(g);
                event.mass = request.remaining[g];
                context.emit(event);
            }
        }
    }
}

void take_answer(Context& context, std::uint16_t community, Request& request, PartyId decider) {
    const auto drawn = draw_answer(context, decider, community, request.cycle, request.attempt);
    auto event = about(EventKind::answered_full, community, request);
    event.place = static_cast<std::uint16_t>(decider.value);
    if (drawn.kind == Answer::Kind::refused) {
        event.kind = EventKind::answered_refused;
        request.refused = true;
    } else if (drawn.kind == Answer::Kind::part) {
        event.kind = EventKind::answered_part;
        request.share = std::min(request.share, drawn.share);
        request.struck |= drawn.struck;
        event.count = static_cast<std::int64_t>(static_cast<double>(request.people) * drawn.share);
    }
    context.emit(event);
    --request.answers_due;
    weigh(context, community, request);
}

void pass_deadline(Context& context, std::uint16_t community, Request& request) {
    if (request.answers_due == 0 || request.consented) return;
    context.emit(about(EventKind::answer_overdue, community, request));
    if (context.permission().silence != Silence::consent) return;
    request.answers_due = 0;
    weigh(context, community, request);
}

void try_letter(Context& context, std::uint16_t community, Request& request) {
    if (request.cleared) return;
    const auto key = refine(context.parameters.communities[community].key, request.cycle, request.attempt);
    const auto draw = context.draw(Permission::stream, key, static_cast<std::uint32_t>(context.day()));
    if (draw.chance(0, context.parameters.letter_daily)) {
        context.emit(about(EventKind::letter_issued, community, request));
        return clear_request(context, community, request);
    }
    const auto next_s = context.now_s + 86'400;
    if (next_s >= request.until_s) return;
    context.schedule(due_at(next_s, Phase::letters, letter, context.parameters.communities[community].key, community,
                            request.cycle, request.attempt));
}

}  // namespace

bool has_clearance(const Request& request, const Context& context) {
    return request.cleared || context.permission().procedure == Procedure::notification_only;
}

Reason waiting_reason(const Request& request) {
    if (request.cleared) return Reason::no_open_road;
    if (request.refused) return Reason::refused;
    return request.consented ? Reason::letter_never_came : Reason::silent;
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

void Permission::start(Context& context) {
    context.schedule(due_at(0, Phase::plan, submit, {}, 0, 0, 0));
    context.schedule(due_at(0, Phase::plan, turn_of_cycle, {}, 0, 0, 0));
    if (context.effective_s <= 0) return;
    context.schedule(due_at(context.effective_s - 1, Phase::departures, close_books, {}, 0, 0, 0));
    context.schedule(due_at(context.effective_s, Phase::plan, agreement_begins, {}, 0, 0, 0));
}

void Permission::finish(Context& context) {
    for (const auto community : context.parameters.community_order) {
        for (auto& request : context.world.requests[community]) {
            if (request.live && request.from_s < context.now_s) end_all(context, community, request, {});
        }
    }
}

void Permission::on(const Due& due, Context& context) {
    switch (due.what) {
        case submit:
            for (const auto community : context.parameters.community_order) plan(context, community, due.a);
            return;
        case turn_of_cycle: return begin_cycle(context, due.a);
        case close_books: return close_old_books(context);
        case agreement_begins: return begin_agreement(context);
        default: break;
    }
    const auto community = static_cast<std::uint16_t>(due.a);
    Request& request = request_of(context, community, due.b);
    const auto attempt = due.what == answer ? due.c >> 16U : due.c;
    if (!request.live || request.cycle != due.b || request.attempt != attempt) return;
    if (due.what == answer) return take_answer(context, community, request, {due.c & 0xffffU});
    if (due.what == deadline) return pass_deadline(context, community, request);
    try_letter(context, community, request);
}

}  // namespace aidway
