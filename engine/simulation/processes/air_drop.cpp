// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>

#include "core/ratio.hpp"
#include "scenario/drops.hpp"
#include "simulation/processes/air.hpp"
#include "simulation/processes/air_permission.hpp"
#include "simulation/processes/allocation.hpp"
#include "simulation/processes/convoy_steps.hpp"
#include "simulation/processes/morning.hpp"
#include "simulation/processes/permission_steps.hpp"
#include "simulation/processes/receipts.hpp"
#include "simulation/processes/sortie.hpp"

namespace aidway {
namespace {

/// A place that a sortie may serve.
struct Stop {
    std::uint16_t community = 0;
    Request* plan = nullptr;
    Load load{};  ///< what the sortie would bring, were nothing in its way
};

bool can_be_dropped_at(const Context& context, const AirDelivery& delivery, std::uint16_t community) {
    const auto zone = context.parameters.communities[community].drop_zone;
    return takes_drops(zone, context.parameters.air[delivery.operation].low);
}

bool anything_in(const Load& load) {
    return std::any_of(load.begin(), load.end(), [](Mass mass) { return mass > Mass{}; });
}

bool is_limited(const Context& context, const AirDelivery& delivery) {
    return delivery.asks && context.permission().procedure != Procedure::notification_only;
}

Request& flight_of(Context& context, const AirDelivery& delivery, const Stop& stop) {
    return request_of(context, stop.community, stop.plan->cycle, attempt_by_air(delivery.operation));
}

/// What may be dropped there now: by a clearance at most what was granted.
Load allowed(Context& context, const AirDelivery& delivery, const Stop& stop) {
    Load there = stop.plan->remaining;
    if (!is_limited(context, delivery)) return there;
    const auto& flight = flight_of(context, delivery, stop);
    for (std::size_t g = 0; g < there.size(); ++g) there[g] = std::min(there[g], flight.granted[g]);
    return there;
}

/// Why nothing can be dropped at this place: it has no room for it, or nobody consented.
Reason cause_at(Context& context, const AirDelivery& delivery, const Stop& stop) {
    if (!can_be_dropped_at(context, delivery, stop.community)) return Reason::no_drop_zone;
    if (!is_limited(context, delivery)) return Reason::none;
    const auto& flight = flight_of(context, delivery, stop);
    const bool asked = flight.live && flight.cycle == stop.plan->cycle;
    if (!asked || !flight.cleared) return asked ? waiting_reason(flight) : Reason::silent;
    const Load load = sortie_load(context, delivery.operation, allowed(context, delivery, stop));
    return anything_in(load) ? Reason::none : Reason::not_granted;
}

/// The place in the i-th turn of this sortie: by need, or one after the other from day to day.
std::uint16_t turn_of(Context& context, const Sortie& sortie, std::size_t i) {
    const auto& to = sortie.delivery.to;
    const auto n = static_cast<std::int64_t>(to.size());
    const auto first = static_cast<std::size_t>((context.day() * sortie.of + sortie.number) % n);
    if (allocation_now(context) != AllocationRule::by_need) {
        return static_cast<std::uint16_t>(to[(first + i) % to.size()].value);
    }
    auto& order = context.world.serving_order;
    if (i == 0) {
        order.clear();
        for (const auto place : to) order.push_back(static_cast<std::uint16_t>(place.value));
        std::sort(order.begin(), order.end(),
                  [&](auto a, auto b) { return goes_before(context, AllocationRule::by_need, a, b); });
    }
    return order[i];
}

void stay(Context& context, const Sortie& sortie, const Stop& stop, Reason cause) {
    miss_flight(context, stop.community, *stop.plan, cause, stop.load);
    context.emit({.kind = EventKind::no_go,
                  .reason = cause,
                  .community = stop.community,
                  .cycle = stop.plan->cycle,
                  .attempt = attempt_by_air(sortie.delivery.operation),
                  .number = static_cast<std::uint16_t>(sortie.number),
                  .place = static_cast<std::uint16_t>(sortie.delivery.operation)});
}

/// The first place in turn that can be served; without a plan when there is none. Where the very first cannot be, that
/// is noted: the sortie was to go there.
Stop find_stop(Context& context, const Sortie& sortie) {
    bool first = true;
    for (std::size_t i = 0; i < sortie.delivery.to.size(); ++i) {
        Stop stop{turn_of(context, sortie, i), nullptr, {}};
        stop.plan = plan_of(context, stop.community);
        if (stop.plan == nullptr) continue;
        stop.load = sortie_load(context, sortie.delivery.operation, stop.plan->remaining);
        if (!anything_in(stop.load)) continue;
        const Reason cause = cause_at(context, sortie.delivery, stop);
        if (cause == Reason::none) return stop;
        if (first) stay(context, sortie, stop, cause);
        first = false;
    }
    return {};
}

Event about(EventKind kind, const Sortie& sortie, const Stop& stop) {
    return {.kind = kind,
            .community = stop.community,
            .cycle = stop.plan->cycle,
            .attempt = attempt_by_air(sortie.delivery.operation),
            .number = static_cast<std::uint16_t>(sortie.number),
            .place = static_cast<std::uint16_t>(sortie.delivery.operation)};
}

/// One class of goods reaches the ground: what can be used is delivered, the rest lost by what became of its pallets.
void land(Context& context, const Sortie& sortie, const Stop& stop, std::size_t goods, const Pallets& fell) {
    const std::array kinds{fell.damaged, fell.out_of_zone, fell.never_found};
    const std::int64_t all = fell.usable + kinds[0] + kinds[1] + kinds[2];
    auto event = about(EventKind::loaded, sortie, stop);
    event.goods = static_cast<std::uint16_t>(goods);
    event.mass = stop.load[goods];
    context.emit(event);
    const Mass usable = carried_by(stop.load[goods], fell.usable, all);
    Mass rest = stop.load[goods] - usable;
    std::int64_t pallets = all - fell.usable;
    for (std::size_t k = 0; k < kinds.size(); ++k) {
        if (kinds[k] == 0) continue;
        auto lost = event;
        lost.kind = EventKind::lost;
        lost.reason = Reason::drop_failed;
        lost.mass = carried_by(rest, kinds[k], pallets);
        lost.count = kinds[k];
        lost.number = static_cast<std::uint16_t>(k);
        context.emit(lost);
        rest -= lost.mass;
        pallets -= kinds[k];
    }
    if (usable <= Mass{}) return;
    event.kind = EventKind::delivered;
    event.mass = usable;
    event.reason = Reason::delivered;
    context.emit(event);
    receive(context, stop.community, goods, usable);
}

void drop(Context& context, const Sortie& sortie, Stop stop) {
    const auto& operation = context.parameters.air[sortie.delivery.operation];
    stop.load = sortie_load(context, sortie.delivery.operation, allowed(context, sortie.delivery, stop));
    Mass whole;
    for (const Mass mass : stop.load) whole += mass;
    // A load that does not fill the aircraft goes on fewer pallets.
    const std::int64_t pallets =
        operation.pallets - floor_share(operation.pallets, (operation.load - whole).ticks(), operation.load.ticks());
    const auto key = refine(operation.key, static_cast<std::uint32_t>(context.day()));
    const auto draw = context.draw(Air::stream, key, static_cast<std::uint32_t>(sortie.number));
    const Pallets fell = draw_pallets(operation, pallets, draw);
    auto flown = about(EventKind::flown, sortie, stop);
    flown.count = pallets;
    context.emit(flown);
    const bool limited = is_limited(context, sortie.delivery);
    for (std::size_t g = 0; g < context.parameters.goods.size(); ++g) {
        if (stop.load[g] <= Mass{}) continue;
        stop.plan->remaining[g] -= stop.load[g];
        stop.plan->sent += stop.load[g];
        if (limited) flight_of(context, sortie.delivery, stop).granted[g] -= stop.load[g];
        land(context, sortie, stop, g, fell);
    }
}

}  // namespace

void fly_drop(Context& context, const Sortie& sortie) {
    const Stop stop = find_stop(context, sortie);
    if (stop.plan == nullptr) return;
    const Reason cause = grounding_cause(context, sortie);
    if (cause != Reason::none) return stay(context, sortie, stop, cause);
    drop(context, sortie, stop);
}

}  // namespace aidway
