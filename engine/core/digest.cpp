// SPDX-License-Identifier: Apache-2.0
#include "core/digest.hpp"

#include "core/digest_bytes.hpp"

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace aidway {

struct Digest::Hash {
    XXH3_state_t state;
    std::array<char, 240 * digest_number_size> waiting;  ///< numbers that the state has not taken in yet
    std::size_t size = 0;

    Hash() { XXH3_128bits_reset(&state); }  // NOLINT(cppcoreguidelines-pro-type-member-init): read as far as `size`
    void flush() {
        XXH3_128bits_update(&state, waiting.data(), size);
        size = 0;
    }
    template <class Number>
    void add(Number number) {
        if (size == waiting.size()) flush();
        write_digest_number(waiting.data() + size, number);
        size += digest_number_size;
    }
    void add_text(std::string_view text) {
        flush();
        const auto before = digest_bytes_before(text);
        XXH3_128bits_update(&state, before.data(), before.size());
        XXH3_128bits_update(&state, text.data(), text.size());
    }
};

Digest::Digest() : hash_(std::make_unique<Hash>()) {}
Digest::Digest(const Digest& other) : hash_(std::make_unique<Hash>(*other.hash_)) {}
Digest::Digest(Digest&&) noexcept = default;
Digest& Digest::operator=(const Digest& other) { return *this = Digest(other); }
Digest& Digest::operator=(Digest&&) noexcept = default;
Digest::~Digest() = default;

Digest& Digest::add(std::string_view bytes) {
    hash_->add_text(bytes);
    return *this;
}

Digest& Digest::add(std::int64_t number) {
    hash_->add(number);
    return *this;
}

Digest& Digest::add(double number) {
    hash_->add(number);
    return *this;
}

std::array<std::uint8_t, 16> Digest::bytes() const {
    XXH128_canonical_t canonical;
    Hash whole = *hash_;
    whole.flush();
    XXH128_canonicalFromHash(&canonical, XXH3_128bits_digest(&whole.state));
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
