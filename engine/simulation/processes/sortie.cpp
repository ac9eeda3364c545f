// SPDX-License-Identifier: Apache-2.0
#include "simulation/processes/sortie.hpp"

#include <algorithm>

#include "core/ratio.hpp"
#include "core/samplers.hpp"
#include "simulation/processes/air.hpp"
#include "simulation/processes/air_permission.hpp"
#include "simulation/processes/depot_stock.hpp"

namespace aidway {
namespace {

std::uint32_t today(const Context& context) { return static_cast<std::uint32_t>(context.day()); }

/// Somebody closes the sky today. Where consent is asked, who withholds it says so there; as signed, the obliged do
/// not.
bool is_denied(const Context& context, const AirDelivery& delivery) {
    if (delivery.asks || (context.arm == Arm::as_signed && !delivery.obligations.empty())) return false;
    const auto& operation = context.parameters.air[delivery.operation];
    return context.draw(Air::stream, operation.key, today(context)).chance(0, operation.denied);
}

Mass sum_of(const Load& load) {
    Mass sum;
    for (const Mass mass : load) sum += mass;
    return sum;
}

/// A full load of what the depot counts, in proportion to what a person needs of each class.
Load bridge_load(const Context& context, const Sortie& sortie) {
    const auto& p = context.parameters;
    const auto& stocks = p.depots[sortie.delivery.depot->index()];
    const auto& operation = p.air[sortie.delivery.operation];
    Load load{};
    std::int64_t needed = 0;
    const auto brings = [&](std::size_t g) { return stocks[g].limited && (operation.goods >> g & 1U) != 0; };
    for (std::size_t g = 0; g < p.goods.size(); ++g) {
        if (brings(g)) needed += p.goods[g].per_person_day.grams_per_day();
    }
    for (std::size_t g = 0; g < p.goods.size() && needed > 0; ++g) {
        if (!brings(g)) continue;
        load[g] = Mass::ticks(floor_share(operation.load.ticks(), p.goods[g].per_person_day.grams_per_day(), needed));
    }
    return load;
}

}  // namespace

Reason grounding_cause(const Context& context, const Sortie& sortie) {
    const auto& operation = context.parameters.air[sortie.delivery.operation];
    if (!context.in_force(sortie.delivery.obligations) || is_denied(context, sortie.delivery)) return Reason::refused;
    if (sortie.number >= operation.sorties) return Reason::no_aircraft;
    const auto weather = context.draw(Air::stream, operation.weather, today(context));
    return weather.chance(0, operation.flyable) ? Reason::none : Reason::weather;
}

Load sortie_load(const Context& context, std::size_t operation, const Load& there) {
    const auto& p = context.parameters.air[operation];
    Load load{};
    for (std::size_t g = 0; g < context.parameters.goods.size(); ++g) {
        if ((p.goods >> g & 1U) != 0) load[g] = std::max(there[g], Mass{});
    }
    const Mass whole = sum_of(load);
    if (whole <= p.load) return load;
    for (auto& mass : load) mass = Mass::ticks(floor_share(mass.ticks(), p.load.ticks(), whole.ticks()));
    return load;
}

void fly_bridge(Context& context, const Sortie& sortie) {
    const auto operation = static_cast<std::uint16_t>(sortie.delivery.operation);
    const Reason cause = grounding_cause(context, sortie);
    if (cause != Reason::none) {
        return context.emit({.kind = EventKind::no_go, .reason = cause, .place = operation});
    }
    context.emit({.count = 1, .kind = EventKind::flown, .place = operation});
    const auto depot = static_cast<std::uint16_t>(sortie.delivery.depot->value);
    const Load load = bridge_load(context, sortie);
    for (std::size_t g = 0; g < context.parameters.goods.size(); ++g) {
        if (load[g] <= Mass{}) continue;
        take_from_depot(context, depot, g, Mass{} - load[g]);
        context.emit({.mass = load[g],
                      .kind = EventKind::depot_filled,
                      .goods = static_cast<std::uint16_t>(g),
                      .number = operation,
                      .place = depot});
    }
}

Pallets draw_pallets(const AirOperationParameters& operation, std::int64_t pallets, const Draw& draw) {
    Pallets fell;
    const double share = std::clamp(quantile(operation.usable, draw.uniform(0)), 0.0, 1.0);
    fell.usable = binomial(pallets, share, draw.uniform(1));
    std::int64_t rest = pallets - fell.usable;
    fell.damaged = binomial(rest, operation.damaged, draw.uniform(2));
    rest -= fell.damaged;
    // Of those not broken, the share that is out of the zone.
    const double sound = 1.0 - operation.damaged;
    const double out = sound > 0 ? std::min(operation.out_of_zone / sound, 1.0) : 0.0;
    fell.out_of_zone = binomial(rest, out, draw.uniform(3));
    fell.never_found = rest - fell.out_of_zone;
    return fell;
}

}  // namespace aidway
