// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace aidway {

static_assert(std::endian::native == std::endian::little, "words go into digests as they lie in memory");

/// How a number goes into a digest: its kind, its length, its bytes, lowest first.
inline constexpr std::size_t digest_number_size = 17;

/// Writes that and returns where it ends. Piece by piece to where it is read from: bytes that are put together
/// elsewhere first cost a stall for each number.
inline char* write_digest_number(char* to, char kind, std::uint64_t word) {
    constexpr std::uint64_t length = sizeof(word);
    *to = kind;
    std::memcpy(to + 1, &length, sizeof(length));
    std::memcpy(to + 9, &word, sizeof(word));
    return to + digest_number_size;
}
inline char* write_digest_number(char* to, std::int64_t number) {
    return write_digest_number(to, 'i', static_cast<std::uint64_t>(number));
}
/// By its bits; -0.0 counts as 0.0.
inline char* write_digest_number(char* to, double number) {
    return write_digest_number(to, 'd', std::bit_cast<std::uint64_t>(number == 0.0 ? 0.0 : number));
}
/// What goes in before text: its kind and its length.
[[nodiscard]] inline std::array<char, 9> digest_bytes_before(std::string_view text) {
    std::array<char, 9> bytes{'t'};
    const std::uint64_t size = text.size();
    std::memcpy(&bytes[1], &size, sizeof(size));
    return bytes;
}

}  // namespace aidway
