// SPDX-License-Identifier: Apache-2.0
#include "simulation/processes/morning.hpp"

#include "simulation/linked_groups.hpp"
#include "simulation/processes/convoy_steps.hpp"

namespace aidway {
namespace {

/// Group of linked places that a community belongs to today.
std::uint16_t group_today(const Context& context, std::uint16_t community) {
    const bool undone = context.rules.links_undone && context.now_s >= context.effective_s;
    return undone ? no_group : context.parameters.group_of[community];
}

/// The plan that runs now and has something left; null when there is none.
Request* plan_of(Context& context, std::uint16_t community) {
    for (auto& request : context.world.requests[community]) {
        const bool current = request.live && request.from_s <= context.now_s && context.now_s < request.until_s;
        if (current && anything_left(request)) return &request;
    }
    return nullptr;
}

/// Linked places are served on the same day or not at all: each needs something that can go.
void decide_group(Context& context, std::uint16_t group) {
    const auto& order = context.parameters.community_order;
    std::int64_t members = 0;
    for (const auto community : order) members += context.parameters.group_of[community] == group ? 1 : 0;
    bool all = true;
    for (const auto community : order) {
        if (context.parameters.group_of[community] != group) continue;
        Request* request = plan_of(context, community);
        if (request == nullptr) {
            all = false;
            continue;
        }
        request->last_reason = can_go(context, community, *request, members);
        all = all && request->last_reason == Reason::none;
    }
    for (const auto community : order) {
        if (context.parameters.group_of[community] != group) continue;
        Request* request = plan_of(context, community);
        if (request == nullptr) continue;
        if (all) {
            decide(context, community, *request, members--);
            continue;
        }
        if (request->last_reason == Reason::none) request->last_reason = Reason::linked;
        say_no_go(context, community, *request, request->last_reason);
    }
}

/// Whether no member of its group comes before this community in the order of the morning.
bool leads_group(const Context& context, std::uint16_t community, std::uint16_t group) {
    for (const auto other : context.parameters.community_order) {
        if (context.parameters.group_of[other] == group) return other == community;
    }
    return false;
}

}  // namespace

void decide_morning(Context& context) {
    for (const auto community : context.parameters.community_order) {
        const auto group = group_today(context, community);
        if (group != no_group) {
            if (leads_group(context, community, group)) decide_group(context, group);
            continue;
        }
        Request* request = plan_of(context, community);
        if (request != nullptr) decide(context, community, *request, 1);
    }
}

void recall_linked(Context& context, const Convoy& turned_back) {
    const auto group = group_today(context, turned_back.community);
    if (group == no_group) return;
    const std::int64_t day = turned_back.departed_s / 86'400;
    for (auto& convoy : context.world.convoys) {
        if (context.parameters.group_of[convoy.community] != group || convoy.departed_s / 86'400 != day) continue;
        if (convoy.reason == Reason::none && convoy.trucks > 0) convoy.recalled = true;
    }
}

}  // namespace aidway
