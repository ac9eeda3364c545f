// SPDX-License-Identifier: Apache-2.0
#include "simulation/reach.hpp"

#include <algorithm>

namespace aidway {

void look_at_gates(Context& context, Traffic traffic) {
    auto& open = context.world.open_gates;
    open = context.leaves.open(traffic, context.now(), context.history(), context.world);
    if (context.now_s >= context.world.all_unshut_s) return;
    for (std::uint32_t g = 0; g < open.size(); ++g) {
        if (context.now_s < context.world.shut_until_s[g]) open[g] = 0;
    }
}

Reach reach_of(Context& context, std::size_t enclave, Traffic traffic) {
    const auto* way = &context.reach.way(enclave, context.world.open_gates);
    Reach reach;
    auto& wide = context.world.wide_gates;
    // While there is a way by gates that are wider than the narrowest so far, it is the better one.
    bool first = true;
    while (way->reachable) {
        reach.passes = true;
        reach.way = way;
        reach.goods_per_day = Reach::unlimited;
        if (traffic != Traffic::goods) break;
        for (const auto& step : way->steps) {
            reach.goods_per_day = std::min(reach.goods_per_day, goods_through(context, step.gate));
        }
        if (reach.goods_per_day == Reach::unlimited) break;
        if (first) wide = context.world.open_gates;
        first = false;
        for (std::uint32_t g = 0; g < wide.size(); ++g) {
            if (wide[g] != 0 && goods_through(context, {g}) <= reach.goods_per_day) wide[g] = 0;
        }
        way = &context.reach.way(enclave, wide);
    }
    return reach;
}

}  // namespace aidway
