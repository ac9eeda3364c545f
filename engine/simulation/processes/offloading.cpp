// SPDX-License-Identifier: Apache-2.0
#include "simulation/processes/convoy_attacks.hpp"
#include "simulation/processes/convoy_steps.hpp"
#include "simulation/processes/queueing.hpp"
#include "simulation/processes/receipts.hpp"

namespace aidway {

void arrive_at_destination(Context& context, std::uint32_t index) {
    const Convoy& convoy = context.world.convoys[index];
    if (convoy.recalled) return turn_all_back(context, index, Reason::linked);
    auto arrived = about(EventKind::convoy_arrived, convoy);
    arrived.count = convoy.trucks;
    arrived.goods = static_cast<std::uint16_t>(context.parameters.food);
    arrived.mass = convoy.load[context.parameters.food];
    context.emit(arrived);
    const auto& place = context.parameters.communities[convoy.community];
    const std::int64_t latest_s = convoy.limit_s - convoy.route->driving / Duration{1} - convoy.before_s;
    const Station before = context.world.bays[convoy.community];
    const std::int64_t came = convoy.trucks;
    const Served served = serve({context.now_s, convoy.spread_s, convoy.trucks},
                                {place.bays, place.offload_s, context.now_s, latest_s, context.parameters.wait_limit_s},
                                context.world.bays[convoy.community]);
    if (served.trucks == 0) return turn_all_back(context, index, served.why_not_all);
    turn_back(context, index, convoy.trucks - served.trucks, served.why_not_all);
    context.world.convoys[index].stage = ConvoyStage::offloading;
    note_offloading(context, index, came, before);
    context.agenda.add(convoy_due(served.last_done_s, Phase::deliveries, ConvoyStep::offloaded, context, index));
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
        receive(context, convoy.community, g, convoy.load[g]);
        convoy.load[g] = {};
    }
    convoy.stage = ConvoyStage::going_home;
    end_offloading(context, index);
    context.agenda.add(convoy_due(context.now_s + convoy.driven_s, Phase::arrivals, ConvoyStep::home, context, index));
}

}  // namespace aidway
