// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "simulation/context.hpp"
#include "simulation/processes/obligations.hpp"

namespace aidway {

// What a party has promised to end: a Cessation, a Grounding, a PullBack. Each party answers for itself.

/// Whether `party` keeps this promise now.
template <class Promise>
[[nodiscard]] bool keeps(const Context& context, const Promise& promise, std::uint32_t party) {
    for (std::size_t i = 0; i < promise.parties.size(); ++i) {
        const bool kept = promise.parties[i].value == party && context.now_s >= context.effective_s &&
                          context.world.kept[promise.obligations[i].index()] != 0;
        if (kept) return true;
    }
    return false;
}

/// Whether the promise binds `party` now, kept or not: it has begun, has not ended and has not lapsed. Within the
/// second in which it begins it does not yet: what happens then happens before.
template <class Promise>
[[nodiscard]] bool binds(const Context& context, const Promise& promise, std::uint32_t party) {
    for (std::size_t i = 0; i < promise.parties.size(); ++i) {
        const auto obligation = promise.obligations[i];
        if (promise.parties[i].value != party || !binds(context, obligation)) continue;
        if (context.now_s > begins_s(context, obligation)) return true;
    }
    return false;
}

/// What cessations and groundings that its party keeps now leave of a source, wherever it strikes.
[[nodiscard]] double left_by_promises(const Context& context, std::uint32_t source);

/// What is left of that at a place: less than 1 where the party has pulled this kind back and keeps it.
[[nodiscard]] double left_at(const Context& context, std::uint32_t source, std::uint16_t place);

}  // namespace aidway
