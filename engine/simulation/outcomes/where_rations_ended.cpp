// SPDX-License-Identifier: Apache-2.0
#include "simulation/outcomes/where_rations_ended.hpp"

namespace aidway {

void WhereRationsEnded::begin(const OutcomeScope& scope) { ended_.assign(scope.communities(), {}); }

void WhereRationsEnded::see(const Event& event, const OutcomeScope& scope) {
    const bool is_end = event.kind == EventKind::delivered || event.kind == EventKind::removed ||
                        event.kind == EventKind::lost || event.kind == EventKind::ended;
    if (is_end && event.goods == scope.food)
        ended_[event.community][static_cast<std::size_t>(event.reason)] += event.mass;
}

void WhereRationsEnded::finish(const OutcomeScope& scope, std::span<double> cells) const {
    const auto ration = static_cast<double>((scope.need_per_person * one_day).ticks());
    for (std::size_t i = 0; i < cells.size(); ++i) {
        cells[i] = static_cast<double>(ended_[i / reasons][i % reasons].ticks()) / ration;
    }
}

}  // namespace aidway
