// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "simulation/context.hpp"

namespace aidway {

/// Cuts a load to what the depot has now, shared evenly `among` so many; whether anything had to be cut.
bool cut_to_stock(const Context& context, std::uint16_t depot, std::int64_t among, Load& load);

/// Takes a class of goods out of the depot; a negative mass brings it back.
void take_from_depot(Context& context, std::uint16_t depot, std::size_t goods, Mass mass);

}  // namespace aidway
