// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "simulation/context.hpp"

namespace aidway {

/// Who holds the places of communities: history, later by as long as the front stood still (model, section 1). Logs
/// each change of hands; draws nothing.
struct Takeovers {
    static constexpr StreamId stream{35};
    static void start(Context& context);
    static void on(const Due& due, Context& context);
    static void finish(Context&) {}
};

/// To be called when history goes on after the front stood still: what it jumps over changes hands now.
void resume_takeovers(Context& context);

}  // namespace aidway
