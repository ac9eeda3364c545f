// SPDX-License-Identifier: Apache-2.0
#include "simulation/outcomes/weekly_coverage.hpp"

namespace aidway {

void WeeklyCoverage::begin(const OutcomeScope& scope) {
    residents_.begin(scope);
    const auto cells = scope.communities() * static_cast<std::size_t>(scope.weeks());
    eaten_.assign(cells, Mass{});
    needed_.assign(cells, Mass{});
}

void WeeklyCoverage::see(const Event& event, const OutcomeScope& scope) {
    residents_.see(event);
    if (event.kind != EventKind::eaten) return;
    const auto cell = scope.week_cell(event);
    eaten_[cell] += event.mass;
    needed_[cell] += scope.need_of(residents_.during(event) * event.count);
}

void WeeklyCoverage::finish(const OutcomeScope&, std::span<double> cells) const {
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const bool needed = needed_[i] > Mass{};
        cells[i] = needed ? static_cast<double>(eaten_[i].ticks()) / static_cast<double>(needed_[i].ticks()) : 0.0;
    }
}

}  // namespace aidway
