// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "simulation/context.hpp"

namespace aidway {

/// Convoys: go or no-go each morning, on the road, back home (model, sections 3 and 6). Gates are in gate_passage,
/// offloading in offloading.
struct Convoys {
    static constexpr StreamId stream{2};
    static void start(Context& context);
    static void on(const Due& due, Context& context);
    static void finish(Context& context);
};

}  // namespace aidway
