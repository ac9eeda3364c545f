// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <limits>

#include "simulation/world.hpp"

namespace aidway {

inline constexpr std::int64_t no_change = std::numeric_limits<std::int64_t>::max();

/// Share of need that is eaten at this cover: the first line of the coping table that it reaches.
[[nodiscard]] double eaten_share(const Parameters& parameters, Mass stock, MassRate need);

/// Sets the rates that hold from now: handed out = the planned ration while the store lasts; eaten =
/// max(share(cover) x need, min(need, inflow)), never more than there is.
void set_rates(const Parameters& parameters, const EnclaveParameters& enclave, Stock& stock);

/// Whole seconds until the rates no longer hold: the store or the homes run empty, or cover passes a line of the
/// table. `no_change` when they hold for good.
[[nodiscard]] std::int64_t seconds_to_change(const Parameters& parameters, const EnclaveParameters& enclave,
                                             const Stock& stock);

}  // namespace aidway
