// SPDX-License-Identifier: Apache-2.0
#include "simulation/outcomes/closing_stock.hpp"

namespace aidway {

void ClosingStock::begin(const OutcomeScope& scope) {
    CommunitySums::begin(scope);
    residents_.begin(scope);
}

void ClosingStock::see(const Event& event, const OutcomeScope& scope) {
    residents_.see(event);
    if (event.kind == EventKind::closing_stock && event.goods == scope.food) add(event, event.mass.ticks());
}

void ClosingStock::finish(const OutcomeScope& scope, std::span<double> cells) const {
    for (std::size_t c = 0; c < cells.size(); ++c) {
        const auto people = static_cast<double>(residents_.now(c));
        cells[c] = people > 0 ? scope.rations(mass(c)) / people : 0.0;
    }
}

}  // namespace aidway
