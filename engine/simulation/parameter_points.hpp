// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/draw.hpp"
#include "core/sobol.hpp"

namespace aidway {

/// Where in their laws the uncertain values of a parameter point lie: the points of a Sobol sequence, scrambled by the
/// seed and the path of each value (model, section 7). Paths take the dimensions in alphabetical order; those beyond
/// the last dimension are drawn one by one. A pure function of seed, point and paths.
class ParameterPoints {
public:
    static constexpr StreamId stream{255};
    explicit ParameterPoints(const std::vector<std::string>& paths);
    /// For value `i` of `paths`: a number strictly inside (0, 1), by which its law is inverted.
    [[nodiscard]] double share(std::uint64_t seed, std::uint32_t point, std::size_t i) const;

private:
    struct Value {
        EntityKey key;
        std::uint32_t dimension = 0;
    };
    std::vector<Value> values_;
    std::vector<SobolDimension> dimensions_;
};

}  // namespace aidway
