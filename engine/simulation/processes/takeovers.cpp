// SPDX-License-Identifier: Apache-2.0
#include "simulation/processes/takeovers.hpp"

#include "simulation/processes/joining.hpp"

namespace aidway {
namespace {

std::uint16_t holder_now(const Context& context, std::size_t community) {
    return context.holdings.holder(community, (context.history() - context.start) / Duration{1});
}

/// Moments of an earlier lag come to nothing: history has not come so far then.
void review(Context& context) {
    for (const auto community : context.parameters.community_order) {
        const auto holder = holder_now(context, community);
        if (holder == context.world.holders[community]) continue;
        context.world.holders[community] = holder;
        context.emit({.kind = EventKind::changed_hands, .community = community, .place = holder});
        follow_holder(context, community);
    }
}

void schedule_changes(Context& context) {
    for (const std::int64_t change_s : context.holdings.changes_s()) {
        const std::int64_t at_s = change_s + context.world.history_lag_s;
        if (at_s > context.now_s) context.schedule({at_s, Phase::control, Takeovers::stream, 0, {}, 0, 0, 0});
    }
}

}  // namespace

void resume_takeovers(Context& context) {
    review(context);
    schedule_changes(context);
}

void Takeovers::start(Context& context) {
    for (std::size_t c = 0; c < context.world.holders.size(); ++c) context.world.holders[c] = holder_now(context, c);
    schedule_changes(context);
}

void Takeovers::on(const Due&, Context& context) { review(context); }

}  // namespace aidway
