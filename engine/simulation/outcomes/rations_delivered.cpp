// SPDX-License-Identifier: Apache-2.0
#include "simulation/outcomes/rations_delivered.hpp"

namespace aidway {

void RationsDelivered::begin(const OutcomeScope& scope) { delivered_.assign(scope.communities(), Mass{}); }

void RationsDelivered::see(const Event& event, const OutcomeScope& scope) {
    if (event.kind != EventKind::delivered || event.goods != scope.food) return;
    delivered_[event.community] += event.mass;
}

void RationsDelivered::finish(const OutcomeScope& scope, std::span<double> cells) const {
    for (std::size_t c = 0; c < scope.communities(); ++c) {
        cells[c] =
            static_cast<double>(delivered_[c].ticks()) / static_cast<double>((scope.need_per_person * one_day).ticks());
    }
}

}  // namespace aidway
