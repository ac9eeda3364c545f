// SPDX-License-Identifier: Apache-2.0
#include "simulation/outcomes/coverage.hpp"

namespace aidway {

void Coverage::begin(const OutcomeScope& scope) {
    CommunitySums::begin(scope);
    residents_.begin(scope);
}

void Coverage::see(const Event& event, const OutcomeScope&) {
    residents_.see(event);
    if (event.kind == EventKind::eaten) add(event, event.mass.ticks());
}

void Coverage::finish(const OutcomeScope& scope, std::span<double> cells) const {
    for (std::size_t c = 0; c < cells.size(); ++c) {
        const Mass need = scope.need_of(residents_.person_seconds(c, scope.until_s));
        cells[c] = need > Mass{} ? static_cast<double>(sum(c)) / static_cast<double>(need.ticks()) : 0.0;
    }
}

}  // namespace aidway
