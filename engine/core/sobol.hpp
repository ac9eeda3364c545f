// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>

#include "core/draw.hpp"

namespace aidway {

/// So many dimensions have direction numbers.
inline constexpr std::uint32_t sobol_dimensions = 256;

/// One dimension of the Sobol sequence, in 32 bits. Of its first 2^m points exactly one lies in each of 2^m equal
/// intervals. Direction numbers: S. Joe and F. Y. Kuo, "Constructing Sobol sequences with better two-dimensional
/// projections", SIAM Journal on Scientific Computing 30 (2008), file new-joe-kuo-6.
class SobolDimension {
public:
    /// Throws std::invalid_argument from `sobol_dimensions` on; dimension 0 is van der Corput's sequence.
    explicit SobolDimension(std::uint32_t dimension);
    /// Coordinate of a point as 32 bits after the binary point; point 0 is 0. Any point may be asked for directly.
    [[nodiscard]] std::uint32_t at(std::uint32_t point) const;

private:
    std::array<std::uint32_t, 32> directions_{};
};

/// Owen's nested uniform scrambling (A. B. Owen, "Randomly permuted (t,m,s)-nets", 1995): each bit is flipped or not by
/// a hash of `key` and all bits before it. Keeps what makes the sequence even, and every single coordinate is uniform.
[[nodiscard]] std::uint32_t scrambled(std::uint32_t coordinate, EntityKey key);

/// 32 bits as a number strictly inside (0, 1), exact in double.
[[nodiscard]] constexpr double inside_unit(std::uint32_t coordinate) {
    return (static_cast<double>(coordinate) + 0.5) * 0x1p-32;
}

}  // namespace aidway
