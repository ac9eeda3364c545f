// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "simulation/context.hpp"

namespace aidway {

/// What one decider answers to one request.
struct Answer {
    enum class Kind : std::uint8_t { full, part, silent, refused };
    Kind kind = Kind::silent;
    std::int64_t lag_s = 0;
    double share = 1.0;        ///< of the people, when in part
    std::uint32_t struck = 0;  ///< bits of goods struck out, when in part
};

/// The `independent` answer model: one u cut by full > part > silent > refused; a second word for the lag. The same
/// decider, community, cycle and attempt always draw the same answer, in every agreement.
[[nodiscard]] Answer draw_answer(const Context& context, PartyId decider, std::uint16_t community, std::uint16_t cycle,
                                 std::uint16_t attempt);

}  // namespace aidway
