// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "simulation/context.hpp"

namespace aidway {

/// Whether an act of this kind (a bit of ViolenceKind) by a party is a breach now: a cessation bans it that obliges the
/// party and is in force, kept or not.
[[nodiscard]] bool is_breach(const Context& context, std::uint32_t party, std::uint32_t kind);

}  // namespace aidway
