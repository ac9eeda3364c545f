// SPDX-License-Identifier: Apache-2.0
#include "simulation/outcomes/rations_needed.hpp"

namespace aidway {

void RationsNeeded::begin(const OutcomeScope& scope) { residents_.begin(scope); }

void RationsNeeded::see(const Event& event, const OutcomeScope&) { residents_.see(event); }

void RationsNeeded::finish(const OutcomeScope& scope, std::span<double> cells) const {
    for (std::size_t c = 0; c < cells.size(); ++c) {
        cells[c] = scope.rations(scope.need_of(residents_.entitled_seconds(c, scope.until_s)));
    }
}

}  // namespace aidway
