// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "simulation/context.hpp"

namespace aidway {

/// To be called whenever an obligation begins or ceases to be kept. While all parties of a cessation without gain of
/// ground keep it, history of control and gates stands still; when it collapses, history goes on from where it stood
/// or jumps to the date, as the scenario says (model, section 1). Draws nothing.
void review_front(Context& context);

}  // namespace aidway
