// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <limits>

#include "simulation/context.hpp"

namespace aidway {

/// What may pass between an enclave and the places outside that it knows.
struct Reach {
    static constexpr MassRate unlimited = MassRate::grams_per_day(std::numeric_limits<std::int64_t>::max());
    bool passes = false;
    MassRate goods_per_day;      ///< at most; `unlimited` where no gate on the way says
    double fees = 0;             ///< of goods: those of the dearest gate on the way, a share of what they are worth
    const Route* way = nullptr;  ///< the way they take; good as long as the cache of ways
};

/// Looks at all gates now: those that this traffic may pass freely count as open. Hours do not matter to what flows all
/// day, and a clearance is a matter of convoys. Do this before `reach_of`.
void look_at_gates(Context& context, Traffic traffic);

/// What a gate lets through of goods now; `unlimited` where nothing says.
[[nodiscard]] inline MassRate goods_through(const Context& context, GateId gate) {
    return context.leave(gate, Traffic::goods).goods_per_day.value_or(Reach::unlimited);
}

/// Whether this traffic passes, by the gates that were last looked at for it. Goods take one way, the one that lets
/// most through, among those by gates whose fees are below `fees_below`: so an opened gate never lets less through than
/// before.
[[nodiscard]] Reach reach_of(Context& context, std::size_t enclave, Traffic traffic,
                             double fees_below = std::numeric_limits<double>::infinity());

}  // namespace aidway
