// SPDX-License-Identifier: Apache-2.0
#include "simulation/outcomes/delivery_gaps.hpp"

#include <algorithm>

namespace aidway {

void DeliveryGaps::begin(const OutcomeScope& scope) {
    residents_.begin(scope);
    deliveries_.clear();
    oldest_.assign(scope.communities(), 0);
    week_.assign(scope.communities(), Mass{});
    found_.assign(scope.communities(), {});
}

void DeliveryGaps::see(const Event& event, const OutcomeScope& scope) {
    residents_.see(event);
    if (event.kind != EventKind::delivered || event.goods != scope.food) return;
    const auto c = event.community;
    deliveries_.push_back({event.at_s, c, event.mass});
    week_[c] += event.mass;
    for (auto& i = oldest_[c]; deliveries_[i].community != c || deliveries_[i].at_s <= event.at_s - scope.week_s; ++i) {
        if (deliveries_[i].community == c) week_[c] -= deliveries_[i].mass;
    }
    if (week_[c] < scope.need_of(residents_.entitled(c) * 3 * 86'400)) return;
    auto& found = found_[c];
    if (found.first_s < 0) found.first_s = event.at_s;
    if (found.last_s >= 0) found.longest_s = std::max(found.longest_s, event.at_s - found.last_s);
    found.last_s = event.at_s;
}

std::int64_t DeliveryGaps::running_s(std::size_t community, const OutcomeScope& scope) const {
    const auto& gaps = found(community);
    return gaps.last_s < 0 ? scope.length_s() : scope.until_s - gaps.last_s;
}

void LongestGap::finish(const OutcomeScope& scope, std::span<double> cells) const {
    for (std::size_t c = 0; c < cells.size(); ++c) {
        cells[c] = static_cast<double>(std::max(found(c).longest_s, running_s(c, scope))) / 86'400.0;
    }
}

void LongestGapOpen::finish(const OutcomeScope& scope, std::span<double> cells) const {
    for (std::size_t c = 0; c < cells.size(); ++c) cells[c] = running_s(c, scope) >= found(c).longest_s ? 1.0 : 0.0;
}

void FirstWait::finish(const OutcomeScope& scope, std::span<double> cells) const {
    for (std::size_t c = 0; c < cells.size(); ++c) {
        const auto& gaps = found(c);
        const std::int64_t wait_s = gaps.first_s < 0 ? scope.length_s() : gaps.first_s - scope.from_s;
        cells[c] = static_cast<double>(wait_s) / 86'400.0;
    }
}

}  // namespace aidway
