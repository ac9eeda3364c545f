// SPDX-License-Identifier: Apache-2.0
#include "simulation/parameter_points.hpp"

#include <algorithm>
#include <bit>
#include <numeric>

namespace aidway {
namespace {

enum Slot : std::uint32_t { ordering, scrambling };

EntityKey key_of(std::uint64_t seed, EntityKey entity, Slot slot) {
    const auto words = Draw({seed, 0}, ParameterPoints::stream, entity, slot).words();
    return refine({0}, words[0], words[1]);
}

/// A point of the sequence for this one, so that the first 2^m stay the first 2^m, in another order for every key: the
/// bits below the leading one are permuted by eight rounds of a product with an odd number and a shift, each of which
/// can be undone (after A. Kensler, "Correlated multi-jittered sampling", Pixar Technical Memo 13-01, 2013).
std::uint32_t in_an_order_of_its_own(std::uint32_t point, EntityKey key) {
    if (point == 0) return 0;
    const auto bits = static_cast<std::uint32_t>(std::bit_width(point)) - 1;
    const std::uint32_t leading = std::uint32_t{1} << bits;
    std::uint32_t rest = point ^ leading;
    for (std::uint32_t round = 0; round < 8; ++round) {
        const std::uint64_t chance = refine(key, bits, round).low56;
        const auto odd = static_cast<std::uint32_t>(chance >> 24U) | 1U;
        rest = (rest ^ static_cast<std::uint32_t>(chance)) * odd & (leading - 1);
        rest ^= rest >> (bits + 1) / 2;
    }
    return leading | rest;
}

}  // namespace

ParameterPoints::ParameterPoints(const std::vector<std::string>& paths) : values_(paths.size()) {
    std::vector<std::size_t> order(paths.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return paths[a] < paths[b]; });
    for (std::uint32_t place = 0; place < order.size(); ++place) {
        const std::size_t i = order[place];
        values_[i] = {entity_key({"uncertain", paths[i]}), place};
        if (place < block_size) dimensions_.emplace_back(place);
        if (place % block_size == 0) {
            blocks_.push_back(entity_key({"uncertain block", std::to_string(place / block_size)}));
        }
    }
}

double ParameterPoints::share(std::uint64_t seed, std::uint32_t point, std::size_t i) const {
    const auto& [key, place] = values_[i];
    const std::uint32_t block = place / block_size;
    if (block > 0) point = in_an_order_of_its_own(point, key_of(seed, blocks_[block], ordering));
    // The seed chooses the order and the scrambling; the points are the same.
    return inside_unit(scrambled(dimensions_[place % block_size].at(point), key_of(seed, key, scrambling)));
}

}  // namespace aidway
