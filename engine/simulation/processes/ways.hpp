// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "simulation/context.hpp"

namespace aidway {

/// Whether aid passes a gate without a clearance: it is open, and not opened by a term beside which one that covers
/// opened roads asks for a clearance.
[[nodiscard]] bool passes_freely(const Leave& leave, bool covers_opened_roads);

/// Gates as dispatchers believe them to be now, as a RouteCache has them. With a clearance every gate that is not
/// closed counts; without one only what is open, and on opened roads only where no clearance is asked for. Valid until
/// the next call.
[[nodiscard]] const std::vector<std::uint8_t>& believed_open(Context& context, bool cleared);

/// Ways to the community, the fastest first, ties by the fleet's key: of each fleet the open road where there is one,
/// else, with a clearance, the best that a clearance opens. Valid until the next call.
[[nodiscard]] const std::vector<Way>& find_ways(Context& context, std::uint16_t community, bool cleared);

/// The fastest way of all fleets, were there a clearance; null where there is none.
[[nodiscard]] const Route* fastest_with_clearance(Context& context, std::uint16_t community);

}  // namespace aidway
