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

/// One u cut by full > part > silent > refused; a second word for the lag. The same decider, community, cycle and
/// attempt always draw the same u, in every agreement. The chances are the scenario's, or, where the climate answers,
/// those of the decider's state now: then the kind counts when the answer falls due, and the lag at any time.
[[nodiscard]] Answer draw_answer(const Context& context, PartyId decider, std::uint16_t community, std::uint16_t cycle,
                                 std::uint16_t attempt);

/// That the letter comes today: where the climate answers, the least over the deciders.
[[nodiscard]] double letter_chance(const Context& context, std::uint16_t community, std::uint64_t deciders);

}  // namespace aidway
