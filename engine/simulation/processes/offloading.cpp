// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "simulation/processes/convoy_steps.hpp"
#include "simulation/processes/food.hpp"

namespace aidway {

void arrive_at_destination(Context& context, std::uint32_t index) {
    const Convoy& convoy = context.world.convoys[index];
    const auto& place = context.parameters.communities[convoy.community];
    const std::int64_t time_s = convoy.limit_s - convoy.route->driving / Duration{1} - context.now_s;
    std::int64_t rounds = time_s < 0 ? 0 : convoy.trucks;
    if (place.offload_s > 0) rounds = std::max<std::int64_t>(0, time_s / place.offload_s);
    const std::int64_t trucks = std::min(convoy.trucks, rounds * place.bays);
    turn_back(context, index, convoy.trucks - trucks, Reason::waited_too_long);
    if (trucks == 0) return;
    const std::int64_t takes_s = (trucks + place.bays - 1) / place.bays * place.offload_s;
    context.agenda.add(
        convoy_due(context.now_s + takes_s, Phase::deliveries, ConvoyStep::offloaded, context, index));
}

void deliver(Context& context, std::uint32_t index) {
    Convoy& convoy = context.world.convoys[index];
    auto event = about(EventKind::convoy_offloaded, convoy);
    event.count = convoy.trucks * context.parameters.fleets[convoy.fleet].announced_per_truck;
    context.emit(event);
    for (std::size_t g = 0; g < context.parameters.goods.size(); ++g) {
        if (convoy.load[g] <= Mass{}) continue;
        event = about(EventKind::delivered, convoy);
        event.goods = static_cast<std::uint16_t>(g);
        event.mass = convoy.load[g];
        event.reason = Reason::delivered;
        context.emit(event);
        if (g == context.parameters.food) receive_food(context, convoy.community, convoy.load[g]);
        convoy.load[g] = {};
    }
    context.agenda.add(convoy_due(context.now_s + convoy.driven_s, Phase::arrivals, ConvoyStep::home, context, index));
}

}  // namespace aidway
