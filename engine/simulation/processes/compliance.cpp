// SPDX-License-Identifier: Apache-2.0
#include "simulation/processes/compliance.hpp"

#include <algorithm>

#include "core/real_math.hpp"
#include "simulation/processes/front.hpp"
#include "simulation/processes/obligations.hpp"
#include "simulation/processes/restraint.hpp"

namespace aidway {
namespace {

enum What : std::uint8_t { begin, day, change, end };

std::uint32_t obligations_of(const Context& context) {
    return static_cast<std::uint32_t>(context.rules.obligations.size());
}

/// The chance a day of a break: less under deterrence, other for those whom consequences make break passage.
double breaking(const Context& context, const Obligation& obligation) {
    const auto party = obligation.party.index();
    const double factor = context.world.restraint[party] * (obligation.passage ? context.world.backfire[party] : 1.0);
    if (factor == 1.0) return context.parameters.breaking;
    return 1.0 - real_exp(-context.parameters.break_hazard * factor);
}

/// One draw settles the day: whether the state changes and when. Onset, break and repair have words of their own, so
/// that a day that breaks a promise under one agreement does not mend it under another.
void draw_day(Context& context, std::uint32_t obligation) {
    const auto& p = context.parameters;
    const auto& promise = context.rules.obligations[obligation];
    const auto key = promise.key;
    const auto day = static_cast<std::uint32_t>(context.day());
    const auto& draw = context.compliance_draws.of(context.own_obligations[obligation].drawn_as, day);
    const bool kept = context.world.kept[obligation] != 0;
    const bool changes = kept                                       ? draw.chance(2, breaking(context, promise))
                         : context.world.ever_kept[obligation] != 0 ? draw.chance(3, p.repair)
                                                                    : draw.chance(0, p.onset);
    if (!changes) return;
    const auto second = static_cast<std::int64_t>(draw.uniform(1) * 86'400.0);
    context.schedule({context.day() * 86'400 + second, Phase::compliance, Compliance::stream, change, key, obligation,
                      kept ? 0U : 1U, 0});
}

/// With its term an obligation ends unbroken: nothing is logged.
void end_all(Context& context) {
    for (std::uint32_t o = 0; o < obligations_of(context); ++o) {
        if (ends_s(context, {o}) <= context.now_s) context.world.keep(o, false);
    }
    review_front(context);
    review_monitoring(context);
}

}  // namespace

void set_kept(Context& context, std::uint32_t obligation, bool kept) {
    context.world.keep(obligation, kept);
    if (kept)
        context.world.ever_kept[obligation] = 1;
    else
        context.world.broken_lately[obligation] = 1;
    context.emit({.kind = kept ? EventKind::obligation_kept : EventKind::obligation_broken,
                  .place = static_cast<std::uint16_t>(obligation)});
    review_front(context);
    if (monitoring_hangs_on(context, {obligation})) review_monitoring(context);
}

void Compliance::agree(Context& context) {
    const auto schedule = [&](std::int64_t at_s, What what) {
        context.schedule({at_s, Phase::compliance, stream, what, {}, 0, 0, 0});
    };
    std::int64_t first_s = context.parameters.period_s;
    for (std::uint32_t o = 0; o < obligations_of(context); ++o) {
        if (context.arm == Arm::as_signed) schedule(begins_s(context, {o}), begin);
        first_s = std::min(first_s, begins_s(context, {o}));
        schedule(std::max(ends_s(context, {o}), begins_s(context, {o})), end);
    }
    if (context.arm == Arm::as_kept) schedule((first_s / 86'400 + 1) * 86'400, day);
}

void Compliance::on(const Due& due, Context& context) {
    switch (static_cast<What>(due.what)) {
        case begin:
            for (std::uint32_t o = 0; o < obligations_of(context); ++o) {
                if (binds(context, {o}) && context.world.kept[o] == 0) set_kept(context, o, true);
            }
            return;
        case day:
            for (std::uint32_t o = 0; o < obligations_of(context); ++o) {
                if (binds(context, {o}) && begins_s(context, {o}) < context.now_s) draw_day(context, o);
            }
            return context.schedule({context.now_s + 86'400, Phase::compliance, stream, day, {}, 0, 0, 0});
        case change:
            if (binds(context, {due.a})) set_kept(context, due.a, due.b != 0);
            return;
        case end: return end_all(context);
    }
}

}  // namespace aidway
