// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>

namespace aidway {

using PhiloxCounter = std::array<std::uint32_t, 4>;
using PhiloxKey = std::array<std::uint32_t, 2>;

/// One of the ten turns of `philox4x32_10`; `number` counts from 0.
[[nodiscard]] constexpr PhiloxCounter philox_turn(const PhiloxCounter& counter, const PhiloxKey& key,
                                                  std::uint32_t number) noexcept {
    constexpr std::uint64_t multiplier_0 = 0xD2511F53;
    constexpr std::uint64_t multiplier_2 = 0xCD9E8D57;
    constexpr PhiloxKey step{0x9E3779B9, 0xBB67AE85};  // golden ratio and sqrt(3) - 1, as the paper sets them
    const std::uint64_t product_0 = multiplier_0 * counter[0];
    const std::uint64_t product_2 = multiplier_2 * counter[2];
    return {static_cast<std::uint32_t>(product_2 >> 32U) ^ counter[1] ^ (key[0] + number * step[0]),
            static_cast<std::uint32_t>(product_2),
            static_cast<std::uint32_t>(product_0 >> 32U) ^ counter[3] ^ (key[1] + number * step[1]),
            static_cast<std::uint32_t>(product_0)};
}

/// Philox4x32-10 of Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy as 1, 2, 3" (SC 2011): a
/// bijection of the counter for every key, so counters that differ never give the same block under one key.
/// Pure and integer only: the same words everywhere. About 20 multiplications; inline because a replicate asks for
/// thousands of blocks.
[[nodiscard]] constexpr PhiloxCounter philox4x32_10(PhiloxCounter counter, PhiloxKey key) noexcept {
    // Turn after turn rather than a loop, which would cost as much again as the turns.
    const auto first = philox_turn(philox_turn(philox_turn(counter, key, 0), key, 1), key, 2);
    const auto second = philox_turn(philox_turn(philox_turn(first, key, 3), key, 4), key, 5);
    return philox_turn(philox_turn(philox_turn(philox_turn(second, key, 6), key, 7), key, 8), key, 9);
}

}  // namespace aidway
