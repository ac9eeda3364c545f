// SPDX-License-Identifier: Apache-2.0
#include "simulation/processes/convoy_steps.hpp"
#include "simulation/processes/gate_days.hpp"
#include "simulation/processes/ways.hpp"

namespace aidway {
namespace {

/// The best way on by gates that are believed open and not full; null when there is none.
const KnownRoute* way_on(Context& context, const Convoy& convoy) {
    const GateId here = convoy.route->steps[convoy.step].gate;
    auto& open = context.world.gates_ahead;
    open = believed_open(context, convoy.by_clearance);
    open[here.index()] = 0;
    for (std::uint32_t g = 0; g < open.size(); ++g) {
        if (open[g] != 0 && room_at(context, {g}, context.leave({g}, Traffic::aid)) == 0) open[g] = 0;
    }
    const Standing trucks{convoy.fleet, convoy.community, convoy.route, convoy.step};
    const KnownRoute& way = context.routes.onward(trucks, open, context.slowed());
    return way.route.reachable ? &way : nullptr;
}

/// Whether the first truck is back in time by this way, were every gate free.
bool is_in_time(const Context& context, const Convoy& convoy, const Route& way) {
    const std::int64_t there_and_back_s = 2 * (way.driving / Duration{1}) + convoy.driven_s;
    const std::int64_t offload_s = context.parameters.communities[convoy.community].offload_s;
    return context.now_s + there_and_back_s + offload_s <= convoy.limit_s;
}

}  // namespace

void try_another_way(Context& context, std::uint32_t index, Reason reason) {
    if (!context.parameters.reroute) return turn_all_back(context, index, reason);
    Convoy& convoy = context.world.convoys[index];
    const KnownRoute* way = way_on(context, convoy);
    if (way == nullptr || !is_in_time(context, convoy, way->route)) return turn_all_back(context, index, reason);
    auto event = about(EventKind::rerouted, convoy);
    event.count = convoy.trucks;
    event.reason = reason;
    event.place = static_cast<std::uint16_t>(convoy.route->steps[convoy.step].gate.value);
    context.emit(event);
    convoy.route = &way->route;
    convoy.legs_m = &way->legs_m;
    convoy.step = 0;
    convoy.before_s = convoy.driven_s;
    drive_on(context, index, context.now_s);
}

}  // namespace aidway
