// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "simulation/context.hpp"

namespace aidway {

/// Aid by air (model, section 6): sorties of the operations that an agreement sends, each day in the operation's hours.
/// A drop serves one community of its term; what of it can be used is delivered, the rest is lost. A bridge fills a
/// depot. What keeps a sortie on the ground is noted against what it was to bring.
struct Air {
    static constexpr StreamId stream{28};
    static void agree(Context& context);
    static void on(const Due& due, Context& context);
    static void finish(Context&) {}
};

}  // namespace aidway
