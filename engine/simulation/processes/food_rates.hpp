// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <limits>
#include <span>

#include "simulation/world.hpp"

namespace aidway {

inline constexpr std::int64_t no_change = std::numeric_limits<std::int64_t>::max();

/// Share of need that is eaten at this cover: the first line of the coping table that it reaches.
[[nodiscard]] double eaten_share(const Parameters& parameters, Mass stock, MassRate need);

/// Need, informal inflow and local production of the people now there, each rounded once to whole grams a day.
void follow_people(const Parameters& parameters, const EnclaveParameters& enclave,
                   std::span<const std::uint16_t> members, std::span<const std::int64_t> people, Stock& stock);

/// Sets the rates that hold from now, given need and inflow: handed out = the planned ration while the store lasts,
/// of its bread no more than is baked; eaten = max(share(cover) x need, min(need, inflow)), never more than there is.
void set_rates(const Parameters& parameters, Stock& stock);

/// Whether nothing is left: less than two seconds of need, which neither the store nor the homes would give out.
[[nodiscard]] bool is_empty(const Stock& stock);

/// What homes gain: handed out less diverted, with informal inflow, local production and trade, less what is eaten.
[[nodiscard]] MassRate net_to_homes(const Stock& stock);

/// Whole seconds until the rates no longer hold: the store, the homes or the diesel run empty or fill again, or cover
/// passes a line of the table. `no_change` when they hold for good.
[[nodiscard]] std::int64_t seconds_to_change(const Parameters& parameters, const Stock& stock);

}  // namespace aidway
