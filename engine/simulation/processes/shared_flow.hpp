// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "simulation/context.hpp"

namespace aidway {

/// One event per community of the enclave, for what all of them share: the shares, by the people now there, add up
/// exactly. `like` says the kind, the whole mass, the goods, and the seconds of what flowed.
void emit_shared(Context& context, std::uint16_t enclave, const Event& like);

}  // namespace aidway
