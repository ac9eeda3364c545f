// SPDX-License-Identifier: Apache-2.0
#include "simulation/outcomes/coverage.hpp"

namespace aidway {

void Coverage::begin(const OutcomeScope& scope) { eaten_.assign(scope.communities(), Mass{}); }

void Coverage::see(const Event& event, const OutcomeScope&) {
    if (event.kind == EventKind::eaten) eaten_[event.community] += event.mass;
}

void Coverage::finish(const OutcomeScope& scope, std::span<double> cells) const {
    for (std::size_t c = 0; c < scope.communities(); ++c) {
        const Mass need = scope.need(c) * Duration{scope.until_s - scope.from_s};
        cells[c] = static_cast<double>(eaten_[c].ticks()) / static_cast<double>(need.ticks());
    }
}

}  // namespace aidway
