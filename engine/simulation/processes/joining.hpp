// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "simulation/context.hpp"

namespace aidway {

/// A community changed hands: where the scenario says so, its people are counted in another enclave from now on. Of
/// every stock of the old one they take along as large a share as they are of its people, from stores and homes alike:
/// what lies in a place is taken with it. Need, market, informal inflow and where people leave to are those of the new.
void follow_holder(Context& context, std::uint16_t community);

}  // namespace aidway
