// SPDX-License-Identifier: Apache-2.0
#include "simulation/processes/air_permission.hpp"

#include <algorithm>

#include "core/ratio.hpp"
#include "simulation/processes/permission_steps.hpp"

namespace aidway {
namespace {

constexpr std::uint32_t operation_shift = 8;
constexpr std::uint32_t operation_bits = (most_air_operations - 1) << operation_shift;

bool is_in_time(const Context& context, const AirDelivery& delivery) {
    const auto now = context.now();
    return delivery.asks && context.now_s >= context.effective_s && now >= delivery.from && now < delivery.until;
}

void ask_for_flight(Context& context, const AirDelivery& delivery, std::uint16_t community, const Request& plan) {
    const auto attempt = attempt_by_air(delivery.operation);
    Request& flight = request_of(context, community, plan.cycle, attempt);
    if (flight.live && flight.cycle == plan.cycle) return;
    flight = {};
    flight.live = true;
    flight.cycle = plan.cycle;
    flight.attempt = attempt;
    flight.from_s = plan.from_s;
    flight.until_s = plan.until_s;
    flight.people = plan.people;
    flight.remaining = flight.can_go = plan.remaining;
    ask(context, community, flight);
}

std::size_t position_of(Reason cause) {
    return static_cast<std::size_t>(std::find(air_causes.begin(), air_causes.end(), cause) - air_causes.begin());
}

}  // namespace

std::uint16_t attempt_by_air(std::size_t operation) {
    return static_cast<std::uint16_t>(air_attempt | operation << operation_shift);
}

std::size_t operation_of(std::uint32_t attempt) { return (attempt & operation_bits) >> operation_shift; }

std::size_t flight_index(const Context& context, std::uint16_t community, std::uint32_t attempt) {
    return operation_of(attempt) * context.parameters.communities.size() + community;
}

EntityKey asked_for(const Context& context, std::uint16_t community, std::uint32_t attempt) {
    const auto place = context.parameters.communities[community].key;
    if (!is_air_attempt(attempt)) return place;
    const auto operation = context.parameters.air[operation_of(attempt)].key.low56;
    return refine(place, static_cast<std::uint32_t>(operation), static_cast<std::uint32_t>(operation >> 32U));
}

std::uint32_t drawn_attempt(std::uint32_t attempt) {
    return is_air_attempt(attempt) ? attempt & ~operation_bits : attempt;
}

void begin_flights(Context& context, std::uint16_t community, const Request& plan) {
    if (context.world.air_missed.empty()) return;
    context.world.air_missed[community][plan.cycle & 1U] = {};
    for (const auto& delivery : context.rules.air) {
        const auto& to = delivery.to;
        const bool goes_there = std::find(to.begin(), to.end(), CommunityId{community}) != to.end();
        if (goes_there && is_in_time(context, delivery)) ask_for_flight(context, delivery, community, plan);
    }
}

void ask_for_flights(Context& context, const AirDelivery& delivery) {
    if (!is_in_time(context, delivery)) return;
    for (const auto place : delivery.to) {
        const auto community = static_cast<std::uint16_t>(place.value);
        for (const auto& plan : context.world.requests[community]) {
            if (plan.live) ask_for_flight(context, delivery, community, plan);
        }
    }
}

void miss_flight(Context& context, std::uint16_t community, const Request& plan, Reason cause, const Load& load) {
    auto& missed = context.world.air_missed[community][plan.cycle & 1U];
    missed.any = true;
    auto& of_cause = missed.by_cause[position_of(cause)];
    for (std::size_t g = 0; g < context.parameters.goods.size(); ++g) of_cause[g] += load[g];
}

Mass end_missed(Context& context, std::uint16_t community, const Request& plan, std::size_t goods, Mass over) {
    if (context.world.air_missed.empty() || over <= Mass{}) return {};
    auto& missed = context.world.air_missed[community][plan.cycle & 1U];
    if (!missed.any) return {};
    Mass whole;
    for (const auto& of_cause : missed.by_cause) whole += of_cause[goods];
    Mass left = std::min(over, whole);
    const Mass ended = left;
    // One cause after another takes its share of what is left of both: so nothing is lost to rounding.
    for (std::size_t i = 0; i < air_causes.size(); ++i) {
        Mass& of_cause = missed.by_cause[i][goods];
        if (of_cause <= Mass{}) continue;
        const Mass part = Mass::ticks(floor_share(left.ticks(), of_cause.ticks(), whole.ticks()));
        end_mass(context, community, plan, goods, part, air_causes[i]);
        left -= part;
        whole -= of_cause;
        of_cause = {};
    }
    return ended;
}

}  // namespace aidway
