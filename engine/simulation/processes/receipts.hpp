// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "simulation/context.hpp"

namespace aidway {

/// What was delivered, by road or air, goes where it is kept: food to the store, medicine and diesel to theirs. What no
/// process uses ends where it was offloaded.
void receive(Context& context, std::uint16_t community, std::size_t goods, Mass mass);

}  // namespace aidway
