// SPDX-License-Identifier: Apache-2.0
#include "core/checksum.hpp"

#include <algorithm>

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace aidway {

std::array<std::uint8_t, 16> checksum_of(std::string_view bytes) {
    XXH128_canonical_t canonical;
    XXH128_canonicalFromHash(&canonical, XXH3_128bits(bytes.data(), bytes.size()));
    std::array<std::uint8_t, 16> sum{};
    std::copy(std::begin(canonical.digest), std::end(canonical.digest), sum.begin());
    return sum;
}

}  // namespace aidway
