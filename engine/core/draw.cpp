// SPDX-License-Identifier: Apache-2.0
#include "core/draw.hpp"

#include <string>

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace aidway {
namespace {

constexpr std::uint64_t low_56_bits = (std::uint64_t{1} << 56U) - 1;

/// Bijective mixing of 64 bits: the finaliser of SplitMix64 (Steele, Lea, Flood, OOPSLA 2014; Stafford's variant 13).
constexpr std::uint64_t mixed(std::uint64_t bits) {
    bits = (bits ^ (bits >> 30U)) * 0xBF58476D1CE4E5B9U;
    bits = (bits ^ (bits >> 27U)) * 0x94D049BB133111EBU;
    return bits ^ (bits >> 31U);
}

}  // namespace

EntityKey entity_key(std::initializer_list<std::string_view> parts) {
    std::string joined;
    for (const std::string_view part : parts) {
        joined += part;
        joined += '\x1f';
    }
    return {XXH3_64bits(joined.data(), joined.size()) & low_56_bits};
}

EntityKey refine(EntityKey base, std::uint32_t a, std::uint32_t b) noexcept {
    // The base is mixed first, so that neighbouring numbers under two bases do not meet; the constant (odd part of
    // 2^64 / golden ratio) keeps the all-zero key from being a fixed point.
    const std::uint64_t numbers = static_cast<std::uint64_t>(b) << 32U | a;
    return {mixed(mixed(base.low56 + 0x9E3779B97F4A7C15U) ^ numbers) >> 8U};
}

}  // namespace aidway
