// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/draw.hpp"
#include "core/sobol.hpp"

namespace aidway {

/// Where in their laws the uncertain values of a parameter point lie: points of Sobol sequences, scrambled by the seed
/// and the path of each value (model, section 7; decision 21). Paths, in alphabetical order, fill blocks of five; each
/// block takes the points of the same five dimensions in an order of its own. A pure function of seed, point and paths.
class ParameterPoints {
public:
    static constexpr StreamId stream{255};
    /// So few dimensions are even together from 16 points on; of many, pairs move as one until there are thousands.
    static constexpr std::uint32_t block_size = 5;
    explicit ParameterPoints(const std::vector<std::string>& paths);
    /// For value `i` of `paths`: a number strictly inside (0, 1), by which its law is inverted.
    [[nodiscard]] double share(std::uint64_t seed, std::uint32_t point, std::size_t i) const;

private:
    struct Value {
        EntityKey key;
        std::uint32_t place = 0;  ///< in alphabetical order
    };
    std::vector<Value> values_;
    std::vector<SobolDimension> dimensions_;
    std::vector<EntityKey> blocks_;
};

}  // namespace aidway
