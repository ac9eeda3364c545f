// SPDX-License-Identifier: Apache-2.0
#include "simulation/processes/renewals.hpp"

#include <algorithm>

#include "simulation/processes/compliance.hpp"
#include "simulation/processes/restraint.hpp"

namespace aidway {
namespace {

/// The last moment of the renewal's obligations, in seconds since the start.
std::int64_t ends_s(const Context& context, const Renewal& renewal) {
    std::int64_t end_s = 0;
    for (const auto o : renewal.obligations) {
        const auto until = context.rules.obligations[o.index()].until;
        end_s = std::max(end_s, (until - context.start) / Duration{1});
    }
    return end_s;
}

bool is_renewed(const Context& context, const Renewal& renewal, bool first) {
    const auto& world = context.world;
    if (!first && context.parameters.renewal_test == RenewalTest::all_kept) {
        return all_kept(renewal.obligations, world.kept);
    }
    return std::none_of(renewal.obligations.begin(), renewal.obligations.end(),
                        [&](ObligationId o) { return world.broken_lately[o.index()] != 0; });
}

void lapse(Context& context, std::uint32_t index) {
    context.emit({.kind = EventKind::term_lapsed, .place = static_cast<std::uint16_t>(index)});
    for (const auto o : context.rules.renewals[index].obligations) {
        context.world.lapse(o.index());
        if (context.world.kept[o.index()] != 0) set_kept(context, o.value, false);
    }
    review_monitoring(context);
}

void schedule_test(Context& context, std::uint32_t index, std::int64_t at_s, bool first) {
    const auto& renewal = context.rules.renewals[index];
    if (at_s >= ends_s(context, renewal)) return;
    const auto key = context.rules.obligations[renewal.obligations.front().index()].key;
    context.schedule({at_s, Phase::renewal, Renewals::stream, 0, key, index, first ? 1U : 0U, 0});
}

}  // namespace

void Renewals::agree(Context& context) {
    if (context.arm == Arm::as_signed) return;
    for (std::uint32_t r = 0; r < context.rules.renewals.size(); ++r) {
        const auto& renewal = context.rules.renewals[r];
        const std::int64_t every_s = renewal.every / Duration{1};
        if (renewal.obligations.empty() || every_s <= 0) continue;
        const std::int64_t from_s = (renewal.from - context.start) / Duration{1};
        // Tests that fell before the period are taken for passed.
        const std::int64_t past = from_s < 0 ? -from_s / every_s : 0;
        schedule_test(context, r, from_s + (past + 1) * every_s, true);
    }
}

void Renewals::on(const Due& due, Context& context) {
    const auto& renewal = context.rules.renewals[due.a];
    if (!is_renewed(context, renewal, due.b != 0)) return lapse(context, due.a);
    for (const auto o : renewal.obligations) context.world.broken_lately[o.index()] = 0;
    schedule_test(context, due.a, context.now_s + renewal.every / Duration{1}, false);
}

}  // namespace aidway
