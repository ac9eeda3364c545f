// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "simulation/context.hpp"

namespace aidway {

/// Whether each obligation is kept: a state, not a given (model, section 1). It begins unkept when the agreement does;
/// each day may bring onset, a break or a repair, at a moment drawn within the day. As signed, everything is kept
/// from the first second.
struct Compliance {
    static constexpr StreamId stream{3};
    static void start(Context& context);
    static void on(const Due& due, Context& context);
    static void finish(Context&) {}
};

}  // namespace aidway
