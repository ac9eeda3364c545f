// SPDX-License-Identifier: Apache-2.0
#include "core/digest.hpp"

#include <bit>

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace aidway {
namespace {

// Each value goes in as its kind, then its length, then its bytes, lowest first.
void append(std::string& data, std::uint64_t word) {
    std::array<char, 8> bytes{};
    for (unsigned i = 0; i < 8; ++i) bytes[i] = static_cast<char>(word >> (8 * i) & 0xffU);
    data.append(bytes.data(), bytes.size());
}

}  // namespace

Digest& Digest::add(std::string_view bytes) {
    data_ += 't';
    append(data_, bytes.size());
    data_ += bytes;
    return *this;
}

Digest& Digest::add(std::int64_t number) {
    data_ += 'i';
    append(data_, 8);
    append(data_, static_cast<std::uint64_t>(number));
    return *this;
}

Digest& Digest::add(double number) {
    data_ += 'd';
    append(data_, 8);
    append(data_, std::bit_cast<std::uint64_t>(number == 0.0 ? 0.0 : number));
    return *this;
}

std::array<std::uint8_t, 16> Digest::bytes() const {
    XXH128_canonical_t canonical;
    XXH128_canonicalFromHash(&canonical, XXH3_128bits(data_.data(), data_.size()));
    std::array<std::uint8_t, 16> bytes{};
    for (std::size_t i = 0; i < bytes.size(); ++i) bytes[i] = canonical.digest[i];
    return bytes;
}

std::string Digest::hex() const {
    static constexpr char digits[] = "0123456789abcdef";
    std::string text;
    for (const auto byte : bytes()) {
        text += digits[byte >> 4U];
        text += digits[byte & 15U];
    }
    return text;
}

}  // namespace aidway
