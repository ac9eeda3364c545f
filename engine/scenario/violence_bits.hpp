// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include "scenario/violence.hpp"

namespace aidway {

/// A kind of violence within a set of them.
[[nodiscard]] constexpr std::uint32_t bit_of(ViolenceKind kind) { return 1U << static_cast<unsigned>(kind); }

}  // namespace aidway
