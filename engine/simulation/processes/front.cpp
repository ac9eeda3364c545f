// SPDX-License-Identifier: Apache-2.0
#include "simulation/processes/front.hpp"

#include <algorithm>

#include "simulation/processes/evacuations.hpp"
#include "simulation/processes/takeovers.hpp"

namespace aidway {
namespace {

bool stands_still(const Context& context) {
    return std::any_of(context.rules.cessations.begin(), context.rules.cessations.end(), [&](const Cessation& c) {
        return c.no_gain_of_ground && !c.obligations.empty() && context.in_force(c.obligations);
    });
}

}  // namespace

void review_front(Context& context) {
    auto& world = context.world;
    const bool was_still = world.frozen_since_s >= 0;
    if (stands_still(context) == was_still) return;
    if (!was_still) {
        world.frozen_since_s = context.now_s;
        return context.emit({.kind = EventKind::front_frozen});
    }
    const std::int64_t stood_s = context.now_s - world.frozen_since_s;
    world.frozen_since_s = -1;
    world.history_lag_s = context.parameters.front_resumes == FrontResumes::shifted ? world.history_lag_s + stood_s : 0;
    context.emit({.count = stood_s, .kind = EventKind::front_resumed});
    resume_takeovers(context);
    resume_evacuations(context);
}

}  // namespace aidway
