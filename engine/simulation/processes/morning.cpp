// SPDX-License-Identifier: Apache-2.0
#include "simulation/processes/morning.hpp"

#include <algorithm>
#include <span>

#include "simulation/linked_groups.hpp"
#include "simulation/processes/allocation.hpp"
#include "simulation/processes/convoy_steps.hpp"

namespace aidway {
namespace {

/// Group of linked places that a community belongs to today.
std::uint16_t group_today(const Context& context, std::uint16_t community) {
    return links_undone(context) ? no_group : context.parameters.group_of[community];
}

/// Linked places are served on the same day or not at all: each needs something that can go.
void decide_group(Context& context, std::uint16_t group, std::span<const std::uint16_t> order) {
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

/// The member of the group that comes first in the order of the morning.
std::uint16_t first_of(const Context& context, std::uint16_t group, std::span<const std::uint16_t> order) {
    return *std::find_if(order.begin(), order.end(),
                         [&](auto community) { return context.parameters.group_of[community] == group; });
}

}  // namespace

Request* plan_of(Context& context, std::uint16_t community) {
    for (auto& request : context.world.requests[community]) {
        const bool current = request.live && request.from_s <= context.now_s && context.now_s < request.until_s;
        if (current && anything_left(request)) return &request;
    }
    return nullptr;
}

void decide_morning(Context& context) {
    const auto order = serving_order(context);
    for (const auto community : order) {
        const auto group = group_today(context, community);
        if (group != no_group) {
            if (first_of(context, group, order) == community) decide_group(context, group, order);
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
