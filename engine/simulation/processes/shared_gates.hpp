// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "simulation/context.hpp"

namespace aidway {

/// Shares out what a gate lets through in a day among the enclaves whose goods take a way through it: in proportion to
/// what traders would bring to each if nothing capped them, in whole grams that add up to what the gate lets through
/// (largest remainder; what is equal goes by name). To be called at each look, once every enclave has its way; an
/// enclave keeps its share until the next look, even if it comes to want more. One alone on its way has all of it.
void share_gates(Context& context);

}  // namespace aidway
