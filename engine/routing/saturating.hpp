// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstdint>

#include "core/instant.hpp"
#include "routing/route.hpp"

namespace aidway {

/// Sum of two times that means arrival, however late: never `no_way_ms`.
[[nodiscard]] inline std::uint32_t saturated_sum(std::uint32_t a_ms, std::uint32_t b_ms) noexcept {
    const std::uint64_t sum = std::uint64_t{a_ms} + b_ms;
    return sum < longest_ms ? static_cast<std::uint32_t>(sum) : longest_ms;
}

/// `time`, at least 0, in milliseconds; at most `longest_ms`.
[[nodiscard]] inline std::uint32_t saturated_ms(Duration time) noexcept {
    return time.count() < longest_ms / 1000 ? static_cast<std::uint32_t>(time.count() * 1000) : longest_ms;
}

}  // namespace aidway
