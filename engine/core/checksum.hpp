// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace aidway {

/// 128 bits (XXH3) of bytes as they lie, without a copy. Like a Digest it finds accidents, not forgers.
[[nodiscard]] std::array<std::uint8_t, 16> checksum_of(std::string_view bytes);

}  // namespace aidway
