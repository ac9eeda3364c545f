// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "routing/gate_zones.hpp"

namespace aidway {

/// Sets of gates, by their rank, ascending.
using GateRanks = std::vector<std::uint32_t>;

/// Smallest sets of kept gates that lead from the origins to every place that has a zone.
struct OpeningSets {
    std::vector<GateRanks> sets;  ///< of one size, in ascending order; never empty
    std::size_t lower_bound = 0;  ///< no smaller set will do
};

/// `rank_of_gate` orders the gates as the answer should; ranks are 0 to the number of gates. Up to `most_sets` sets of
/// the least size, or one set that may be larger once `most_tries` sets were looked at.
[[nodiscard]] OpeningSets smallest_opening_sets(const GateZones& zones, const std::vector<std::uint32_t>& rank_of_gate,
                                                std::int64_t most_tries, std::size_t most_sets);

}  // namespace aidway
