// SPDX-License-Identifier: Apache-2.0
#include "simulation/outcomes/community_sums.hpp"

namespace aidway {

void CommunitySums::begin(const OutcomeScope& scope) { sums_.assign(scope.communities(), 0); }

void CommunitySums::finish(const OutcomeScope&, std::span<double> cells) const {
    for (std::size_t c = 0; c < cells.size(); ++c) cells[c] = static_cast<double>(sums_[c]);
}

}  // namespace aidway
