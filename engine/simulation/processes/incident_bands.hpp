// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "simulation/context.hpp"

namespace aidway {

// Where violence answers violence: bands of intensity are opened as far as rates may reach.

/// Opens the bands of a new day.
void begin_day_of_bands(Context& context);

/// Notes that the source struck now: whoever answers its party in its theatre may soon do so more often, and has the
/// bands for it opened.
void provoke(Context& context, std::uint32_t source);

}  // namespace aidway
