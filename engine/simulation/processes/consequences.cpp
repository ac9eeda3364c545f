// SPDX-License-Identifier: Apache-2.0
#include "simulation/processes/consequences.hpp"

#include <algorithm>

#include "simulation/processes/restraint.hpp"
#include "simulation/processes/watching.hpp"

namespace aidway {
namespace {

enum What : std::uint8_t { check, apply, fail, end, review };

LedgerTest test_of(const ConsequenceRule& rule) {
    return {rule.after.reports, rule.after.within / Duration{1}, rule.share};
}

ConsequenceState& state_of(Context& context, std::uint32_t consequence, std::uint32_t party) {
    return context.world.consequences[consequence * context.parameters.parties.size() + party];
}

EntityKey key_against(const Context& context, std::uint32_t consequence, std::uint32_t party) {
    const auto of_party = context.parameters.parties[party].low56;
    return refine(context.rules.consequences[consequence].key, static_cast<std::uint32_t>(of_party),
                  static_cast<std::uint32_t>(of_party >> 32U));
}

bool is_due(Context& context, std::uint32_t consequence, std::uint16_t monitor, std::uint16_t party) {
    const auto& rule = context.rules.consequences[consequence];
    if (rule.against && rule.against->value != party) return false;
    if (context.now_s < state_of(context, consequence, party).blocked_until_s) return false;
    return context.world.ledgers.suffices(consequence, monitor, party, context.now_s, test_of(rule));
}

void emit(Context& context, EventKind kind, const Due& due, std::int64_t count) {
    context.emit({.count = count,
                  .kind = kind,
                  .number = static_cast<std::uint16_t>(due.c),
                  .place = static_cast<std::uint16_t>(due.a)});
}

void schedule(Context& context, std::int64_t at_s, What what, const Due& due) {
    context.schedule({at_s, Phase::consequences, Consequences::stream, what, due.key, due.a, 0, due.c});
}

void trigger(Context& context, const Due& due) {
    const auto& rule = context.rules.consequences[due.a];
    state_of(context, due.a, due.c).blocked_until_s = context.now_s + rule.after.within / Duration{1};
    const auto draw = context.draw(Consequences::stream, due.key, static_cast<std::uint32_t>(context.day()));
    const bool applied = draw.chance(0, rule.certainty);
    emit(context, EventKind::consequence_triggered, due, applied ? 1 : 0);
    schedule(context, context.now_s + rule.lag / Duration{1}, applied ? apply : fail, due);
}

void count_outcome(Context& context, const Due& due, bool applied) {
    auto& state = state_of(context, due.a, due.c);
    ++state.triggered;
    if (applied) ++state.applied;
}

void apply_now(Context& context, const Due& due) {
    const auto& rule = context.rules.consequences[due.a];
    const std::int64_t seconds = rule.lasting / Duration{1};
    count_outcome(context, due, true);
    emit(context, EventKind::consequence_applied, due, seconds);
    if (rule.effect == ConsequenceEffect::ground_aircraft) {
        auto& until_s = context.world.grounded_until_s[due.c];
        until_s = std::max(until_s, context.now_s + seconds);
    }
    change_consequences(context, due.c, 1);
    schedule(context, context.now_s + seconds, end, due);
}

}  // namespace

void count_report(Context& context, std::uint16_t monitor, std::uint16_t blamed) {
    for (std::uint32_t c = 0; c < context.rules.consequences.size(); ++c) {
        if (!counts_for(context, context.rules.consequences[c], monitor)) {
            context.world.ledgers.skip(c, monitor);
            continue;
        }
        // Reports of one moment are all written before a consequence looks at them.
        if (blamed == LedgerLine::nobody || !is_due(context, c, monitor, blamed)) continue;
        context.schedule({context.now_s, Phase::consequences, Consequences::stream, check,
                          key_against(context, c, blamed), c, monitor, blamed});
    }
}

void Consequences::agree(Context& context) {
    context.world.consequences.assign(context.rules.consequences.size() * context.parameters.parties.size(), {});
    for (const auto at_s : review_times(context)) {
        context.schedule({at_s, Phase::consequences, stream, review, {}, 0, 0, 0});
    }
}

void Consequences::on(const Due& due, Context& context) {
    switch (static_cast<What>(due.what)) {
        case check:
            if (is_due(context, due.a, static_cast<std::uint16_t>(due.b), static_cast<std::uint16_t>(due.c))) {
                trigger(context, due);
            }
            return;
        case apply: apply_now(context, due); break;
        case fail: count_outcome(context, due, false); break;
        case end:
            emit(context, EventKind::consequence_ended, due, 0);
            change_consequences(context, due.c, -1);
            break;
        case review: break;
    }
    review_monitoring(context);
}

}  // namespace aidway
