// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "simulation/context.hpp"

namespace aidway {

/// People moved by force, as history had it and whatever is agreed (model, section 5): in all agreements alike, but
/// later by the time that the front stood still. They take nothing along. Draws nothing.
struct Evacuations {
    static constexpr StreamId stream{33};
    static void start(Context& context);
    static void on(const Due& due, Context& context);
    static void finish(Context&) {}
};

/// To be called when history goes on after the front stood still: what has not happened yet is due at its new date.
void resume_evacuations(Context& context);

}  // namespace aidway
