// SPDX-License-Identifier: Apache-2.0
#include "simulation/processes/people.hpp"

#include "simulation/processes/food.hpp"
#include "simulation/processes/food_rates.hpp"
#include "simulation/processes/market.hpp"
#include "simulation/processes/medicine.hpp"

namespace aidway {

void change_people(Context& context, std::uint16_t community, std::int64_t people) {
    const auto& p = context.parameters;
    const auto enclave = context.world.enclave_of[community];
    settle_food(context, enclave);
    settle_medicine(context, enclave);
    context.world.people[community] = people;
    follow_people(p, p.enclaves[enclave], context.world.members[enclave], context.world.people,
                  context.world.stocks[enclave]);
    set_market_flow(context, enclave);
    renew_food(context, enclave);
    renew_medicine(context, enclave);
}

void settle_people(Context& context, std::uint16_t community, std::int64_t people, bool by_force) {
    change_people(context, community, context.world.people[community] + people);
    context.emit({.count = people,
                  .kind = EventKind::settled,
                  .community = community,
                  .number = static_cast<std::uint16_t>(by_force ? 1 : 0)});
}

}  // namespace aidway
