// SPDX-License-Identifier: Apache-2.0
#include "simulation/outcomes/weekly_coverage.hpp"

namespace aidway {

void WeeklyCoverage::begin(const OutcomeScope& scope) {
    const auto cells = scope.communities() * static_cast<std::size_t>(scope.weeks());
    eaten_.assign(cells, Mass{});
    seconds_.assign(cells, 0);
}

void WeeklyCoverage::see(const Event& event, const OutcomeScope& scope) {
    if (event.kind != EventKind::eaten) return;
    // The event closes a stretch that straddles no week: its first second says which week it is.
    const std::int64_t week = (event.at_s - event.count - scope.from_s) / OutcomeScope::week_s;
    const auto cell = event.community * static_cast<std::size_t>(scope.weeks()) + static_cast<std::size_t>(week);
    eaten_[cell] += event.mass;
    seconds_[cell] += event.count;
}

void WeeklyCoverage::finish(const OutcomeScope& scope, std::span<double> cells) const {
    const auto weeks = static_cast<std::size_t>(scope.weeks());
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const Mass need = scope.need(i / weeks) * Duration{seconds_[i]};
        cells[i] = need > Mass{} ? static_cast<double>(eaten_[i].ticks()) / static_cast<double>(need.ticks()) : 0.0;
    }
}

}  // namespace aidway
