// SPDX-License-Identifier: Apache-2.0
#include "simulation/outcomes/coverage.hpp"

namespace aidway {

void EatenShares::begin(const OutcomeScope& scope) {
    CommunitySums::begin(scope);
    residents_.begin(scope);
}

void EatenShares::see(const Event& event, const OutcomeScope&) {
    residents_.see(event);
    if (event.kind == EventKind::eaten) add(event, event.mass.ticks());
}

double EatenShares::share(std::size_t community, const OutcomeScope& scope) const {
    const Mass need = scope.need_of(residents_.person_seconds(community, scope.until_s));
    return need > Mass{} ? static_cast<double>(sum(community)) / static_cast<double>(need.ticks()) : 0.0;
}

void Coverage::finish(const OutcomeScope& scope, std::span<double> cells) const {
    for (std::size_t c = 0; c < cells.size(); ++c) cells[c] = share(c, scope);
}

}  // namespace aidway
