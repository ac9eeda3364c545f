// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "simulation/context.hpp"

namespace aidway {

/// Whether each obligation is kept: a state, not a given (model, section 1). It begins unkept with its term and ends
/// with it; each day in between may bring onset, a break or a repair, at a moment drawn within the day. As signed,
/// everything is kept from the first second. What lapsed with its term is never kept again.
struct Compliance {
    static constexpr StreamId stream{3};
    static void agree(Context& context);
    static void on(const Due& due, Context& context);
    static void finish(Context&) {}
};

/// Makes an obligation kept or broken now, logs it, and lets the front see.
void set_kept(Context& context, std::uint32_t obligation, bool kept);

}  // namespace aidway
