// SPDX-License-Identifier: Apache-2.0
#include "simulation/parameter_points.hpp"

#include <algorithm>
#include <numeric>

namespace aidway {
namespace {

enum Slot : std::uint32_t { drawn, scrambling };

}  // namespace

ParameterPoints::ParameterPoints(const std::vector<std::string>& paths) : values_(paths.size()) {
    std::vector<std::size_t> order(paths.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return paths[a] < paths[b]; });
    for (std::uint32_t dimension = 0; dimension < order.size(); ++dimension) {
        const std::size_t i = order[dimension];
        values_[i] = {entity_key({"uncertain", paths[i]}), dimension};
        if (dimension < sobol_dimensions) dimensions_.emplace_back(dimension);
    }
}

double ParameterPoints::share(std::uint64_t seed, std::uint32_t point, std::size_t i) const {
    const auto& [key, dimension] = values_[i];
    if (dimension >= dimensions_.size()) return Draw({seed, point}, stream, key, drawn).uniform(0);
    // The seed chooses the scrambling of every value; the points are the same.
    const auto words = Draw({seed, 0}, stream, key, scrambling).words();
    return inside_unit(scrambled(dimensions_[dimension].at(point), refine({0}, words[0], words[1])));
}

}  // namespace aidway
