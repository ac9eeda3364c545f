// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <bit>

#include "simulation/context.hpp"

namespace aidway {

/// Calls `each` with the parties of a set of bits, in ascending order.
template <class Each>
void for_each_party(std::uint64_t parties, const Each& each) {
    for (; parties != 0; parties &= parties - 1) each(PartyId{static_cast<std::uint32_t>(std::countr_zero(parties))});
}

[[nodiscard]] std::uint64_t bit_of(PartyId party);

/// Who decides by the procedure in force.
[[nodiscard]] std::uint64_t deciders_by_rule(const Context& context);

/// Holders of the gates that ask for a clearance on the fastest way that a clearance would open today, of all fleets:
/// a gate adds its holder to the deciders (model, section 1). Nobody where there is no way.
[[nodiscard]] std::uint64_t holders_on_the_way(Context& context, std::uint16_t community);

}  // namespace aidway
