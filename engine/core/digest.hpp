// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace aidway {

/// A 128-bit digest (XXH3) of a sequence of values. Every value goes in with its kind and length, so no two
/// different sequences read alike. Not cryptographic: it finds accidents, not forgers. Keeps no value it was given.
class Digest {
public:
    Digest();
    Digest(const Digest& other);
    Digest(Digest&&) noexcept;
    Digest& operator=(const Digest& other);
    Digest& operator=(Digest&&) noexcept;
    ~Digest();

    Digest& add(std::string_view bytes);
    Digest& add(const std::string& text) { return add(std::string_view(text)); }
    Digest& add(const char* text) { return add(std::string_view(text)); }
    Digest& add(std::int64_t number);
    /// By its bits; -0.0 counts as 0.0.
    Digest& add(double number);
    [[nodiscard]] std::array<std::uint8_t, 16> bytes() const;
    [[nodiscard]] std::string hex() const;  ///< 32 lower-case digits

private:
    struct Hash;
    std::unique_ptr<Hash> hash_;
};

}  // namespace aidway
