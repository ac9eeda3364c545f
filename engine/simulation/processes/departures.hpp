// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "simulation/context.hpp"

namespace aidway {

/// People who leave on their own account (model, section 5). Every midnight at which civilians may pass between an
/// enclave and the places outside, each of those still willing leaves with the same chance: a binomial draw for each
/// community and day. They settle where their enclave says, if anywhere; nobody comes back.
struct Leaving {
    static constexpr StreamId stream{6};
    static void start(Context& context);
    static void on(const Due& due, Context& context);
    static void finish(Context&) {}
};

}  // namespace aidway
