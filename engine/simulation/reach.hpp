// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>

#include "simulation/context.hpp"

namespace aidway {

/// Looks at all gates now: those that this traffic may pass freely count as open. Hours do not matter to what flows all
/// day, and a clearance is a matter of convoys. Do this before `reach_of`.
void look_at_gates(Context& context, Traffic traffic);

/// Per gate, 1 where this traffic found it open when it last looked.
[[nodiscard]] inline const std::vector<std::uint8_t>& seen_open(const Context& context, Traffic traffic) {
    return context.world.seen[static_cast<std::size_t>(traffic)].open;
}

/// What a gate lets through of goods now; `unlimited` where nothing says.
[[nodiscard]] inline MassRate goods_through(const Context& context, GateId gate) {
    return context.leave(gate, Traffic::goods).goods_per_day.value_or(Reach::unlimited);
}

/// Whether this traffic passes, by the gates as it found them. Goods take one way, the one that lets most through: so
/// an opened gate never lets less through than before.
[[nodiscard]] Reach reach_of(Context& context, std::size_t enclave, Traffic traffic);

/// Likewise of goods, by gates alone whose fees are below these.
[[nodiscard]] Reach goods_reach_below(Context& context, std::size_t enclave, double fees);

}  // namespace aidway
