// SPDX-License-Identifier: Apache-2.0
#include "simulation/processes/evacuations.hpp"

#include <algorithm>
#include <cmath>

#include "simulation/processes/people.hpp"

namespace aidway {
namespace {

void schedule(Context& context, std::size_t number, std::int64_t at_s) {
    context.schedule({at_s, Phase::departures, Evacuations::stream, 0, context.parameters.evacuations[number].key,
                      static_cast<std::uint32_t>(number), 0, 0});
}

/// As large a share of those who would leave is moved as of all who are there, in whole people.
void move(Context& context, const EvacuationParameters& moved) {
    const std::int64_t there = context.world.people[moved.from];
    const std::int64_t people =
        moved.people > 0 ? std::min(moved.people, there) : std::llround(static_cast<double>(there) * moved.share);
    if (people == 0) return;
    std::int64_t& willing = context.world.willing[moved.from];
    willing -= willing * people / there;
    change_people(context, moved.from, there - people);
    context.emit({.count = people, .kind = EventKind::evacuated, .community = moved.from});
    if (moved.to != nowhere) settle_people(context, moved.to, people, true);
}

}  // namespace

void resume_evacuations(Context& context) {
    const auto& all = context.parameters.evacuations;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (context.world.evacuated[i] != 0) continue;
        schedule(context, i, std::max(context.now_s, all[i].at_s + context.world.history_lag_s));
    }
}

void Evacuations::start(Context& context) { resume_evacuations(context); }

void Evacuations::on(const Due& due, Context& context) {
    const auto& moved = context.parameters.evacuations[due.a];
    std::uint8_t& done = context.world.evacuated[due.a];
    // The front stands still, or stood still since this was laid down: it is due again when history has come so far.
    if (done != 0 || context.history() < context.start + Duration{moved.at_s}) return;
    done = 1;
    move(context, moved);
}

}  // namespace aidway
