// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "simulation/processes/convoy_steps.hpp"
#include "simulation/processes/convoys.hpp"
#include "simulation/processes/gate_days.hpp"
#include "simulation/processes/queueing.hpp"

namespace aidway {
namespace {

/// The draws of one convoy at one gate.
EntityKey convoy_at_gate(const Context& context, const Convoy& convoy, GateId gate) {
    const auto key = context.parameters.gates[gate.index()].key.low56;
    return refine(convoy.key, static_cast<std::uint32_t>(key), static_cast<std::uint32_t>(key >> 32U));
}

/// What is left to drive after this gate, there and all the way back.
std::int64_t still_to_drive(const Convoy& convoy) {
    Duration ahead = convoy.route->after;
    for (std::size_t s = convoy.step + 1; s < convoy.route->steps.size(); ++s) ahead += convoy.route->steps[s].before;
    return (ahead + convoy.route->driving) / Duration{1} + convoy.before_s;
}

/// The trucks that get through in time, one after another.
Served inspect(Context& context, const Convoy& convoy, GateId gate, Hours hours) {
    const auto& p = context.parameters;
    const auto service = context.service(gate);
    const std::int64_t day_s = context.day() * 86'400;
    const std::int64_t opens_s = hours.all_day() ? day_s : day_s + hours.from_s;
    const std::int64_t closes_s = hours.all_day() ? day_s + 86'400 : day_s + hours.until_s;
    const std::int64_t latest_s =
        std::min(closes_s, convoy.limit_s - still_to_drive(convoy) - p.communities[convoy.community].offload_s);
    return serve({context.now_s, convoy.spread_s, convoy.trucks},
                 {service.lanes, service.each_s, opens_s, latest_s, p.wait_limit_s}, context.world.gates[gate.index()]);
}

/// Goods are taken at gates that inspect: once per gate and class, a share of what the convoy carries; nothing of what
/// a kept term protects.
void remove_goods(Context& context, Convoy& convoy, GateId gate, std::uint32_t untouchable) {
    const auto& p = context.parameters;
    const auto key = convoy_at_gate(context, convoy, gate);
    for (std::size_t g = 0; g < p.goods.size(); ++g) {
        if ((untouchable >> g & 1U) != 0 || convoy.load[g] <= Mass{}) continue;
        const auto draw = context.draw(Convoys::stream, key, static_cast<std::uint32_t>(g) + 1);
        if (!draw.chance(0, p.goods[g].removal_chance)) continue;
        const double share = quantile(p.goods[g].removal_share, draw.uniform(1));
        const std::int64_t grams = convoy.load[g].ticks() / Mass::ticks_per_gram;
        const Mass taken =
            std::min(convoy.load[g], Mass::grams(static_cast<std::int64_t>(static_cast<double>(grams) * share)));
        if (taken <= Mass{}) continue;
        convoy.load[g] -= taken;
        auto event = about(EventKind::removed, convoy);
        event.goods = static_cast<std::uint16_t>(g);
        event.mass = taken;
        event.reason = Reason::removed;
        event.place = static_cast<std::uint16_t>(gate.value);
        context.emit(event);
    }
}

/// By the term in force here; else by the scenario, at gates that inspect.
double turn_back_chance(const Context& context, GateId gate, const Leave& leave, const CheckInForce& terms) {
    if (terms.turn_back) return terms.turn_back->value();
    if (context.service(gate).each_s == 0) return 0.0;
    const auto& p = context.parameters;
    return leave.access == Access::by_clearance ? p.turn_back_not_kept : p.turn_back_kept;
}

/// The trucks that the gate still lets through today go on; those behind them return.
void keep_first(Context& context, std::uint32_t index, std::int64_t room) {
    Convoy& convoy = context.world.convoys[index];
    if (convoy.trucks <= room) return;
    const std::int64_t spread_s = convoy.spread_s * (room - 1) / (convoy.trucks - 1);
    turn_back(context, index, convoy.trucks - room, Reason::gate_full);
    context.world.convoys[index].spread_s = spread_s;
}

void pass(Context& context, std::uint32_t index, GateId gate, const Served& served) {
    Convoy& convoy = context.world.convoys[index];
    auto event = about(EventKind::gate_passed, convoy);
    event.count = convoy.trucks;
    event.place = static_cast<std::uint16_t>(gate.value);
    context.emit(event);
    ++convoy.step;
    convoy.spread_s = served.last_done_s - served.first_done_s;
    drive_on(context, index, served.first_done_s);
}

}  // namespace

void arrive_at_gate(Context& context, std::uint32_t index) {
    const Convoy& convoy = context.world.convoys[index];
    if (convoy.recalled) return turn_all_back(context, index, Reason::linked);
    if (context.now_s < context.world.suspended_until_s) return turn_all_back(context, index, Reason::suspended);
    const GateId gate = convoy.route->steps[convoy.step].gate;
    const auto leave = context.leave(gate, Traffic::aid);
    if (leave.access == Access::closed || (leave.access == Access::by_clearance && !convoy.by_clearance)) {
        return try_another_way(context, index, Reason::gate_shut);
    }
    const auto terms = context.check(gate);
    const auto draw = context.draw(Convoys::stream, convoy_at_gate(context, convoy, gate), 0);
    if (draw.chance(0, turn_back_chance(context, gate, leave, terms))) {
        return turn_all_back(context, index, Reason::turned_back);
    }
    const std::int64_t room = room_at(context, gate, leave);
    if (room == 0) return try_another_way(context, index, Reason::gate_full);
    keep_first(context, index, room);
    const Convoy& rest = context.world.convoys[index];
    const Served served = inspect(context, rest, gate, leave.hours);
    if (served.trucks == 0) return turn_all_back(context, index, served.why_not_all);
    turn_back(context, index, rest.trucks - served.trucks, served.why_not_all);
    if (context.service(gate).each_s > 0) remove_goods(context, context.world.convoys[index], gate, terms.untouchable);
    count_passed(context, gate, served.trucks);
    pass(context, index, gate, served);
}

}  // namespace aidway
