// SPDX-License-Identifier: Apache-2.0
#include "simulation/processes/receipts.hpp"

#include "simulation/processes/bread.hpp"
#include "simulation/processes/food.hpp"
#include "simulation/processes/medicine.hpp"

namespace aidway {

void receive(Context& context, std::uint16_t community, std::size_t goods, Mass mass) {
    if (goods == context.parameters.food) receive_food(context, community, mass);
    receive_diesel(context, community, goods, mass);
    receive_medicine(context, community, goods, mass);
}

}  // namespace aidway
