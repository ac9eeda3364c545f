// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "simulation/context.hpp"

namespace aidway {

/// Terms that last only while they are renewed, every so often from their beginning, by the scenario's test. The first
/// test asks that nothing was broken, not that anything was ever kept. A lapse unmakes all obligations of the term, for
/// good. As signed, nothing lapses. Draws nothing.
struct Renewals {
    static constexpr StreamId stream{9};
    static void agree(Context& context);
    static void on(const Due& due, Context& context);
    static void finish(Context&) {}
};

}  // namespace aidway
