// SPDX-License-Identifier: Apache-2.0
#include "simulation/processes/permission.hpp"

#include <algorithm>
#include <bit>
#include <cmath>

#include "simulation/processes/air_permission.hpp"
#include "simulation/processes/answers.hpp"
#include "simulation/processes/deciders.hpp"
#include "simulation/processes/permission_steps.hpp"
#include "simulation/processes/plan_ceiling.hpp"

namespace aidway {
namespace {

/// Whether a clearance of this kind stands for this community.
std::uint8_t& standing_of(Context& context, std::uint16_t community, const Request& request) {
    if (!is_air_attempt(request.attempt)) return context.world.standing[community];
    return context.world.air_standing[flight_index(context, community, request.attempt)];
}

void clear_request(Context& context, std::uint16_t community, Request& request) {
    request.cleared = true;
    request.ready_from_s = context.now_s;
    if (context.permission().procedure == Procedure::standing) standing_of(context, community, request) = 1;
    context.emit(about(EventKind::cleared, community, request));
}

/// Sets what may go by clearance, once all deciders have consented.
void grant(const Context& context, Request& request) {
    const Load asked = asked_by(context, request);
    for (std::size_t g = 0; g < context.parameters.goods.size(); ++g) {
        const bool struck = (request.struck >> g & 1U) != 0;
        const double grams = static_cast<double>(request.remaining[g].ticks() / Mass::ticks_per_gram);
        // People are granted, and with them what they need; of that no more than can go.
        const Mass for_them =
            request.share >= 1.0 ? request.remaining[g] : Mass::grams(static_cast<std::int64_t>(grams * request.share));
        request.granted[g] = struck ? Mass{} : std::min(for_them, asked[g]);
    }
}

/// After an answer or the deadline: consent once every decider has answered and none refused.
void weigh(Context& context, std::uint16_t community, Request& request) {
    if (request.answers_due > 0 || request.refused || request.consented) return;
    request.consented = true;
    request.consented_s = context.now_s;
    grant(context, request);
    const auto key = context.parameters.communities[community].key;
    context.schedule(permission_due(context.now_s + 86'400, Phase::letters, PermissionStep::letter, key, community,
                                    request.cycle, request.attempt));
}

/// Draws of the one round more are told from those of any attempt.
std::uint16_t second_round(std::uint16_t attempt) { return attempt | 0x8000U; }

/// What one decider says now.
void hear(Context& context, std::uint16_t community, Request& request, PartyId decider, const Answer& drawn) {
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
}

void take_answer(Context& context, std::uint16_t community, Request& request, PartyId decider) {
    if (request.consented) return;  // silence was taken for consent; an answer that comes later changes nothing
    const auto drawn = draw_answer(context, decider, community, request.cycle, request.attempt);
    if (drawn.kind == Answer::Kind::silent) return;
    hear(context, community, request, decider, drawn);
    --request.answers_due;
    weigh(context, community, request);
}

/// The higher decider's answer stands for all that are still missing.
void take_higher_answer(Context& context, std::uint16_t community, Request& request, PartyId higher) {
    if (request.consented || request.refused) return;
    const auto drawn = draw_answer(context, higher, community, request.cycle, second_round(request.attempt));
    if (drawn.kind == Answer::Kind::silent) return;
    hear(context, community, request, higher, drawn);
    request.answers_due = 0;
    weigh(context, community, request);
}

/// One more round, at the higher decider; its silence by a deadline of its own is refusal.
void escalate(Context& context, std::uint16_t community, Request& request) {
    const auto& rules = context.permission();
    if (!rules.higher || request.refused || request.escalated) return;
    request.escalated = true;
    request.deciders |= bit_of(*rules.higher);
    const auto& p = context.parameters;
    const auto drawn = draw_answer(context, *rules.higher, community, request.cycle, second_round(request.attempt));
    const std::int64_t deadline_s = context.now_s + rules.deadline / Duration{1};
    if (context.now_s + drawn.lag_s <= deadline_s) {
        context.schedule(permission_due(context.now_s + drawn.lag_s, Phase::answers, PermissionStep::higher_answer,
                                        p.parties[rules.higher->index()], community, request.cycle,
                                        static_cast<std::uint32_t>(request.attempt) << 16U | rules.higher->value));
    }
    // A letters' phase later than the answers of the same second: an answer on the deadline is in time.
    context.schedule(permission_due(deadline_s, Phase::letters, PermissionStep::higher_deadline,
                                    p.communities[community].key, community, request.cycle, request.attempt));
}

void pass_higher_deadline(Context& context, std::uint16_t community, Request& request) {
    if (request.consented || request.refused || request.answers_due == 0) return;
    context.emit(about(EventKind::answer_overdue, community, request));
    request.refused = request.silent_above = true;
}

void pass_deadline(Context& context, std::uint16_t community, Request& request) {
    if (request.answers_due == 0 || request.consented) return;
    context.emit(about(EventKind::answer_overdue, community, request));
    const auto silence = context.permission().silence;
    if (silence == Silence::escalate) return escalate(context, community, request);
    if (silence != Silence::consent) return;
    request.answers_due = 0;
    weigh(context, community, request);
}

void try_letter(Context& context, std::uint16_t community, Request& request) {
    if (request.cleared) return;
    const auto key =
        refine(asked_for(context, community, request.attempt), request.cycle, drawn_attempt(request.attempt));
    const auto draw = context.draw(Permission::stream, key, static_cast<std::uint32_t>(context.day()));
    if (draw.chance(0, letter_chance(context, community, request.deciders))) {
        auto event = about(EventKind::letter_issued, community, request);
        event.count = context.now_s - request.consented_s > context.parameters.letter_due_s ? 1 : 0;
        context.emit(event);
        return clear_request(context, community, request);
    }
    const auto next_s = context.now_s + 86'400;
    if (next_s >= request.until_s) return;
    context.schedule(permission_due(next_s, Phase::letters, PermissionStep::letter,
                                    context.parameters.communities[community].key, community, request.cycle,
                                    request.attempt));
}

}  // namespace

Due permission_due(std::int64_t at_s, Phase phase, PermissionStep step, EntityKey key, std::uint32_t a, std::uint32_t b,
                   std::uint32_t c) {
    return {at_s, phase, Permission::stream, static_cast<std::uint8_t>(step), key, a, b, c};
}

Request& request_of(Context& context, std::uint16_t community, std::uint32_t cycle, std::uint32_t attempt) {
    if (is_air_attempt(attempt)) {
        return context.world.air_requests[flight_index(context, community, attempt)][cycle & 1U];
    }
    return context.world.requests[community][cycle & 1U];
}

Event about(EventKind kind, std::uint16_t community, const Request& request) {
    return {.kind = kind, .community = community, .cycle = request.cycle, .attempt = request.attempt};
}

bool has_clearance(const Request& request, const Context& context) {
    return request.cleared || context.permission().procedure == Procedure::notification_only;
}

Reason waiting_reason(const Request& request) {
    if (request.cleared) return Reason::no_open_road;
    if (request.refused) return request.silent_above ? Reason::silent : Reason::refused;
    return request.consented ? Reason::letter_never_came : Reason::silent;
}

void say_goods(Context& context, std::uint16_t community, const Request& request) {
    const Load asked = asked_by(context, request);
    for (std::size_t g = 0; g < context.parameters.goods.size(); ++g) {
        const double litres = asked[g].kilograms() / context.parameters.goods[g].kilograms_per_cubic_metre * 1'000.0;
        auto event = about(EventKind::requested, community, request);
        event.goods = static_cast<std::uint16_t>(g);
        event.mass = asked[g];
        event.count = std::llround(litres);
        context.emit(event);
    }
}

void ask(Context& context, std::uint16_t community, Request& request) {
    const bool by_air = is_air_attempt(request.attempt);
    if (!by_air) std::ranges::fill(context.world.numbers(community, request.cycle), std::uint16_t{0});
    request.ready_from_s = context.now_s;
    context.emit({.count = request.people,
                  .kind = EventKind::request_submitted,
                  .community = community,
                  .cycle = request.cycle,
                  .attempt = request.attempt});
    say_goods(context, community, request);
    const auto& rules = context.permission();
    request.deciders = deciders_by_rule(context);
    const bool stands = rules.procedure == Procedure::standing && standing_of(context, community, request) != 0;
    if (stands || rules.procedure == Procedure::notification_only) {
        request.granted = asked_by(context, request);
        return clear_request(context, community, request);
    }
    if (!by_air) request.deciders |= holders_on_the_way(context, community);
    const auto& p = context.parameters;
    request.answers_due = std::popcount(request.deciders);
    const auto key = p.communities[community].key;
    for_each_party(request.deciders, [&](PartyId decider) {
        const auto drawn = draw_answer(context, decider, community, request.cycle, request.attempt);
        const auto at_s = context.now_s + drawn.lag_s;
        // Where the climate answers, what a decider says is learnt when it says it.
        const bool silent = drawn.kind == Answer::Kind::silent && !p.answers_by_climate;
        if (silent || at_s >= request.until_s) return;
        context.schedule(permission_due(at_s, Phase::answers, PermissionStep::answer, p.parties[decider.index()],
                                        community, request.cycle,
                                        static_cast<std::uint32_t>(request.attempt) << 16U | decider.value));
    });
    context.schedule(permission_due(context.now_s + rules.deadline / Duration{1}, Phase::answers,
                                    PermissionStep::deadline, key, community, request.cycle, request.attempt));
    weigh(context, community, request);
}

void Permission::start(Context& context) {
    context.schedule(permission_due(0, Phase::plan, PermissionStep::submit, {}, 0, 0, 0));
    context.schedule(permission_due(0, Phase::plan, PermissionStep::turn_of_cycle, {}, 0, 0, 0));
    if (context.effective_s <= 0) return;
    context.schedule(
        permission_due(context.effective_s - 1, Phase::departures, PermissionStep::close_books, {}, 0, 0, 0));
    context.schedule(permission_due(context.effective_s, Phase::plan, PermissionStep::agreement_begins, {}, 0, 0, 0));
}

void Permission::finish(Context& context) { close_all_books(context); }

void Permission::on(const Due& due, Context& context) {
    const auto step = static_cast<PermissionStep>(due.what);
    switch (step) {
        case PermissionStep::submit: return submit_plans(context, due.a);
        case PermissionStep::turn_of_cycle: return begin_cycle(context, due.a);
        case PermissionStep::close_books: return close_old_books(context);
        case PermissionStep::agreement_begins: return begin_agreement(context);
        default: break;
    }
    const auto community = static_cast<std::uint16_t>(due.a);
    const bool answers = step == PermissionStep::answer || step == PermissionStep::higher_answer;
    const auto attempt = answers ? due.c >> 16U : due.c;
    Request& request = request_of(context, community, due.b, attempt);
    if (!request.live || request.cycle != due.b || request.attempt != attempt) return;
    const PartyId decider{due.c & 0xffffU};
    switch (step) {
        case PermissionStep::answer: return take_answer(context, community, request, decider);
        case PermissionStep::higher_answer: return take_higher_answer(context, community, request, decider);
        case PermissionStep::deadline: return pass_deadline(context, community, request);
        case PermissionStep::higher_deadline: return pass_higher_deadline(context, community, request);
        default: return try_letter(context, community, request);
    }
}

}  // namespace aidway
