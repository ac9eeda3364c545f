// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "simulation/context.hpp"

namespace aidway {

/// What the depot has of a class of goods that it counts, at a time from now on and if nothing leaves until then.
[[nodiscard]] Mass in_depot(const Context& context, std::size_t depot, std::size_t goods, std::int64_t at_s);

/// Cuts a load to what the depot has now, shared evenly `among` so many; whether anything had to be cut.
bool cut_to_stock(const Context& context, std::uint16_t depot, std::int64_t among, Load& load);

/// When the goods of this convoy's request are loaded over at the depot: a drawn time after their clearance, or, where
/// none is asked for, after the plan was submitted or began.
[[nodiscard]] std::int64_t loaded_over_s(const Context& context, std::uint16_t depot, const Convoy& convoy,
                                         const Request& request);

/// Takes a class of goods out of the depot; a negative mass brings it back.
void take_from_depot(Context& context, std::uint16_t depot, std::size_t goods, Mass mass);

}  // namespace aidway
