// SPDX-License-Identifier: Apache-2.0
#include "simulation/outcomes/unmet_rations.hpp"

namespace aidway {

void UnmetRations::begin(const OutcomeScope& scope) { missing_.assign(scope.communities(), Mass{}); }

void UnmetRations::see(const Event& event, const OutcomeScope& scope) {
    if (event.kind != EventKind::eaten) return;
    missing_[event.community] += scope.need(event.community) * Duration{event.count} - event.mass;
}

void UnmetRations::finish(const OutcomeScope& scope, std::span<double> cells) const {
    for (std::size_t c = 0; c < scope.communities(); ++c) {
        cells[c] =
            static_cast<double>(missing_[c].ticks()) / static_cast<double>((scope.need_per_person * one_day).ticks());
    }
}

}  // namespace aidway
