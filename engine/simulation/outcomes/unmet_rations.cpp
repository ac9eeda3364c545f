// SPDX-License-Identifier: Apache-2.0
#include "simulation/outcomes/unmet_rations.hpp"

namespace aidway {

void UnmetRations::begin(const OutcomeScope& scope) {
    CommunitySums::begin(scope);
    residents_.begin(scope);
}

void UnmetRations::see(const Event& event, const OutcomeScope&) {
    residents_.see(event);
    if (event.kind == EventKind::eaten) add(event, event.mass.ticks());
}

void UnmetRations::finish(const OutcomeScope& scope, std::span<double> cells) const {
    for (std::size_t c = 0; c < cells.size(); ++c) {
        cells[c] = scope.rations(scope.need_of(residents_.person_seconds(c, scope.until_s)) - mass(c));
    }
}

}  // namespace aidway
