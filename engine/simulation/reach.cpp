// SPDX-License-Identifier: Apache-2.0
#include "simulation/reach.hpp"

#include <algorithm>

namespace aidway {

MassRate goods_through(const Context& context, GateId gate) {
    return context.leave(gate, Traffic::goods).goods_per_day.value_or(Reach::unlimited);
}

void look_at_gates(Context& context, Traffic traffic) {
    auto& open = context.world.open_gates;
    open = context.leaves.open(traffic, context.now(), context.history(), context.world);
    for (std::uint32_t g = 0; g < open.size(); ++g) {
        if (context.now_s < context.world.shut_until_s[g]) open[g] = 0;
    }
}

Reach reach_of(Context& context, std::size_t enclave, Traffic traffic) {
    const auto* way = &context.reach.way(enclave, context.world.open_gates);
    Reach reach;
    auto& wide = context.world.wide_gates;
    wide = context.world.open_gates;
    // While there is a way by gates that are wider than the narrowest so far, it is the better one.
    while (way->reachable) {
        reach.passes = true;
        reach.way = way;
        reach.goods_per_day = Reach::unlimited;
        if (traffic != Traffic::goods) break;
        for (const auto& step : way->steps) {
            reach.goods_per_day = std::min(reach.goods_per_day, goods_through(context, step.gate));
        }
        if (reach.goods_per_day == Reach::unlimited) break;
        for (std::uint32_t g = 0; g < wide.size(); ++g) {
            if (wide[g] != 0 && goods_through(context, {g}) <= reach.goods_per_day) wide[g] = 0;
        }
        way = &context.reach.way(enclave, wide);
    }
    return reach;
}

}  // namespace aidway
