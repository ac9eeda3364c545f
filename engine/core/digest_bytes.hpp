// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace aidway {

static_assert(std::endian::native == std::endian::little, "words go into digests as they lie in memory");

/// A number as it goes into a digest: its kind, its length, its bytes, lowest first.
using DigestNumber = std::array<char, 17>;

[[nodiscard]] inline DigestNumber digest_bytes(char kind, std::uint64_t word) {
    DigestNumber bytes{kind, 8};
    std::memcpy(&bytes[9], &word, sizeof(word));
    return bytes;
}
[[nodiscard]] inline DigestNumber digest_bytes(std::int64_t number) {
    return digest_bytes('i', static_cast<std::uint64_t>(number));
}
/// By its bits; -0.0 counts as 0.0.
[[nodiscard]] inline DigestNumber digest_bytes(double number) {
    return digest_bytes('d', std::bit_cast<std::uint64_t>(number == 0.0 ? 0.0 : number));
}
/// What goes in before text: its kind and its length.
[[nodiscard]] inline std::array<char, 9> digest_bytes_before(std::string_view text) {
    std::array<char, 9> bytes{'t'};
    const std::uint64_t size = text.size();
    std::memcpy(&bytes[1], &size, sizeof(size));
    return bytes;
}

}  // namespace aidway
