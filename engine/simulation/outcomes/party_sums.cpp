// SPDX-License-Identifier: Apache-2.0
#include "simulation/outcomes/party_sums.hpp"

namespace aidway {

void PartySums::begin(const OutcomeScope& scope) { sums_.assign(scope.parties, 0); }

void PartySums::finish(const OutcomeScope&, std::span<double> cells) const {
    for (std::size_t p = 0; p < cells.size(); ++p) cells[p] = static_cast<double>(sums_[p]);
}

}  // namespace aidway
