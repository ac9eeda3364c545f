// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "simulation/context.hpp"

namespace aidway {

/// Whether any of these parties withholds its guarantee of security today from convoys to this place. A party decides
/// once a day (where the climate answers, once a day and region, by its climate there): every convoy of that morning
/// that needs its guarantee has it or lacks it.
[[nodiscard]] bool guarantee_is_withheld(const Context& context, std::uint16_t community, std::uint64_t parties);

}  // namespace aidway
