// SPDX-License-Identifier: Apache-2.0
#include "simulation/reach.hpp"

#include <algorithm>

namespace aidway {

void look_at_gates(Context& context, Traffic traffic) {
    auto& world = context.world;
    auto& seen = world.seen[static_cast<std::size_t>(traffic)];
    const auto version = context.leaves.version(context.now(), context.history(), world);
    const bool some_shut = context.now_s < world.all_unshut_s;
    if (seen.leaves == version && !some_shut && !seen.some_shut) return;
    auto& open = world.some_gates;
    open = context.leaves.open(traffic, context.now(), context.history(), world);
    close_shut(context, open);
    seen.some_shut = some_shut;
    if (seen.leaves == version && seen.open == open) return;
    seen.leaves = version;
    seen.open = open;
    seen.reach.assign(context.parameters.enclaves.size(), std::nullopt);
}

namespace {

double fees_at(const Context& context, GateId gate) { return context.leave(gate, Traffic::goods).fees; }

/// Goods by one way: as much as its narrowest gate lets through, for the fees of its dearest.
Reach goods_by(const Context& context, const Route& way) {
    Reach reach{true, Reach::unlimited, 0.0, &way};
    for (const auto& step : way.steps) {
        reach.goods_per_day = std::min(reach.goods_per_day, goods_through(context, step.gate));
        reach.fees = std::max(reach.fees, fees_at(context, step.gate));
    }
    return reach;
}

/// The open gates that `stays` is true of.
template <class Stays>
const std::vector<std::uint8_t>& open_gates_that(const Stays& stays, Context& context) {
    const auto& open = seen_open(context, Traffic::goods);
    auto& some = context.world.some_gates;
    for (std::uint32_t g = 0; g < open.size(); ++g) some[g] = open[g] != 0 && stays(GateId{g}) ? 1 : 0;
    return some;
}

}  // namespace

// While there is a way by gates that are wider than the narrowest so far, it is the better one.
Reach goods_reach_below(Context& context, std::size_t enclave, double fees_below) {
    const auto cheap = [&](GateId g) { return fees_at(context, g) < fees_below; };
    const bool all_are = fees_below == std::numeric_limits<double>::infinity();
    const auto& at_first = all_are ? seen_open(context, Traffic::goods) : open_gates_that(cheap, context);
    const auto* way = &context.reach.way(enclave, at_first);
    Reach widest;
    while (way->reachable) {
        widest = goods_by(context, *way);
        if (widest.goods_per_day == Reach::unlimited) break;
        const auto stays = [&](GateId g) { return goods_through(context, g) > widest.goods_per_day && cheap(g); };
        way = &context.reach.way(enclave, open_gates_that(stays, context));
    }
    return widest;
}

Reach reach_of(Context& context, std::size_t enclave, Traffic traffic) {
    auto& known = context.world.seen[static_cast<std::size_t>(traffic)].reach[enclave];
    if (known) return *known;
    if (traffic == Traffic::goods) {
        known = goods_reach_below(context, enclave, std::numeric_limits<double>::infinity());
    } else {
        const auto& way = context.reach.way(enclave, seen_open(context, traffic));
        known = way.reachable ? Reach{true, MassRate{}, 0.0, &way} : Reach{};
    }
    return *known;
}

}  // namespace aidway
