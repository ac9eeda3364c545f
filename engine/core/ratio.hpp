// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

namespace aidway {

__extension__ using WideInteger = __int128;

/// floor(whole * part / of), exactly; `of` above 0, 0 <= part <= of.
[[nodiscard]] constexpr std::int64_t floor_share(std::int64_t whole, std::int64_t part, std::int64_t of) {
    const WideInteger product = static_cast<WideInteger>(whole) * part;
    return static_cast<std::int64_t>(product / of);
}

/// Whether a/b is less than c/d, exactly; b and d not below 0. A ratio to nothing is greater than any other.
[[nodiscard]] constexpr bool is_less_ratio(std::int64_t a, std::int64_t b, std::int64_t c, std::int64_t d) {
    if (b == 0 || d == 0) return b != 0;
    return static_cast<WideInteger>(a) * d < static_cast<WideInteger>(c) * b;
}

}  // namespace aidway
