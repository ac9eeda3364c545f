// SPDX-License-Identifier: Apache-2.0
#include "simulation/processes/gate_days.hpp"

#include <algorithm>
#include <limits>

namespace aidway {
namespace {

constexpr std::int64_t unlimited = std::numeric_limits<std::int32_t>::max();

GateDay& today_at(Context& context, GateId gate) {
    auto& count = context.world.gate_days[gate.index()];
    if (count.day != context.day()) count = {context.day(), 0, 0};
    return count;
}

}  // namespace

std::int64_t room_today(Context& context, const Route& route) {
    std::int64_t room = unlimited;
    for (const auto& step : route.steps) {
        const auto limit = context.leave(step.gate, Traffic::aid).trucks_per_day;
        if (limit) room = std::min(room, *limit - today_at(context, step.gate).sent);
    }
    return room;
}

void count_sent(Context& context, const Route& route, std::int64_t trucks) {
    for (const auto& step : route.steps) today_at(context, step.gate).sent += trucks;
}

std::int64_t room_at(Context& context, GateId gate, const Leave& leave) {
    if (!leave.trucks_per_day) return unlimited;
    return std::max<std::int64_t>(0, *leave.trucks_per_day - today_at(context, gate).passed);
}

void count_passed(Context& context, GateId gate, std::int64_t trucks) { today_at(context, gate).passed += trucks; }

}  // namespace aidway
