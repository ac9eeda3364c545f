// SPDX-License-Identifier: Apache-2.0
#include "simulation/processes/bread.hpp"

#include "simulation/processes/food.hpp"
#include "simulation/processes/shared_flow.hpp"

namespace aidway {
namespace {

bool burns(const Context& context, std::uint16_t enclave) {
    return context.world.stocks[enclave].bakes && context.parameters.bread.diesel.has_value();
}

Event of_diesel(const Context& context, EventKind kind, Mass mass, std::int64_t seconds) {
    return {.mass = mass,
            .count = seconds,
            .kind = kind,
            .goods = static_cast<std::uint16_t>(context.parameters.bread.diesel.value())};
}

}  // namespace

void open_bakeries(Context& context, std::uint16_t enclave) {
    const auto& p = context.parameters.enclaves[enclave];
    Stock& stock = context.world.stocks[enclave];
    stock.bakes = !p.bakeries.empty();
    if (!stock.bakes) return;
    stock.bakeries = p.bakeries.front().capacity;
    if (!burns(context, enclave)) return;
    stock.diesel = p.opening_diesel;
    emit_shared(context, enclave, of_diesel(context, EventKind::opening_stock, stock.diesel, 0));
}

void burn_diesel(Context& context, std::uint16_t enclave, std::int64_t seconds) {
    Stock& stock = context.world.stocks[enclave];
    if (stock.diesel_used == MassRate{}) return;
    const Mass burnt = stock.diesel_used * Duration{seconds};
    stock.diesel -= burnt;
    emit_shared(context, enclave, of_diesel(context, EventKind::used, burnt, seconds));
}

void receive_diesel(Context& context, std::uint16_t community, std::size_t goods, Mass mass) {
    const auto enclave = context.world.enclave_of[community];
    if (!burns(context, enclave) || goods != *context.parameters.bread.diesel) return;
    settle_food(context, enclave);
    context.world.stocks[enclave].diesel += mass;
    renew_food(context, enclave);
}

void Bakeries::start(Context& context) {
    const auto& enclaves = context.parameters.enclaves;
    for (std::uint32_t e = 0; e < enclaves.size(); ++e) {
        for (std::uint32_t i = 1; i < enclaves[e].bakeries.size(); ++i) {
            context.schedule({enclaves[e].bakeries[i].at_s, Phase::distribution, stream, 0, enclaves[e].key, e, i, 0});
        }
    }
}

void Bakeries::on(const Due& due, Context& context) {
    const auto enclave = static_cast<std::uint16_t>(due.a);
    settle_food(context, enclave);
    context.world.stocks[enclave].bakeries = context.parameters.enclaves[enclave].bakeries[due.b].capacity;
    renew_food(context, enclave);
}

void Bakeries::finish(Context& context) {
    for (std::uint16_t e = 0; e < context.parameters.enclaves.size(); ++e) {
        // Diesel that was taken along lies also where nobody bakes.
        if (!burns(context, e) && context.world.stocks[e].diesel == Mass{}) continue;
        settle_food(context, e);
        emit_shared(context, e, of_diesel(context, EventKind::closing_stock, context.world.stocks[e].diesel, 0));
    }
}

}  // namespace aidway
