// SPDX-License-Identifier: Apache-2.0
#include "core/digest.hpp"

#include "core/digest_bytes.hpp"

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace aidway {

struct Digest::Hash {
    XXH3_state_t state;
    Hash() { XXH3_128bits_reset(&state); }
    template <class Bytes>
    void add(const Bytes& bytes) {
        XXH3_128bits_update(&state, bytes.data(), bytes.size());
    }
};

Digest::Digest() : hash_(std::make_unique<Hash>()) {}
Digest::Digest(const Digest& other) : hash_(std::make_unique<Hash>(*other.hash_)) {}
Digest::Digest(Digest&&) noexcept = default;
Digest& Digest::operator=(const Digest& other) { return *this = Digest(other); }
Digest& Digest::operator=(Digest&&) noexcept = default;
Digest::~Digest() = default;

Digest& Digest::add(std::string_view bytes) {
    hash_->add(digest_bytes_before(bytes));
    hash_->add(bytes);
    return *this;
}

Digest& Digest::add(std::int64_t number) {
    hash_->add(digest_bytes(number));
    return *this;
}

Digest& Digest::add(double number) {
    hash_->add(digest_bytes(number));
    return *this;
}

std::array<std::uint8_t, 16> Digest::bytes() const {
    XXH128_canonical_t canonical;
    XXH128_canonicalFromHash(&canonical, XXH3_128bits_digest(&hash_->state));
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
