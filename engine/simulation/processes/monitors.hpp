// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "simulation/processes/watching.hpp"

namespace aidway {

/// Monitors and their ledgers (model, section 4): each sees a breach or not, blames somebody or nobody for it, and
/// reports after its delay; some report what never happened. Only breaches are reported, so without an agreement
/// nothing is. As signed there are no false reports.
struct Monitors {
    static constexpr StreamId stream{24};
    static void agree(Context& context);
    static void on(const Due& due, Context& context);
    static void finish(Context&) {}
};

/// Lets the monitors see a breach that happens now.
void watch(Context& context, const Act& act);

}  // namespace aidway
