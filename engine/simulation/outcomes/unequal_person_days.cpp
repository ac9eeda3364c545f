// SPDX-License-Identifier: Apache-2.0
#include "simulation/outcomes/unequal_person_days.hpp"

#include <algorithm>
#include <cmath>

namespace aidway {
namespace {

constexpr double told_apart = 1e-3;

double share_of(Mass eaten, Mass need) {
    return static_cast<double>(eaten.ticks()) / static_cast<double>(need.ticks());
}

}  // namespace

void UnequalPersonDays::begin(const OutcomeScope& scope) {
    PriceIndex::begin(scope);
    stretches_.clear();
    last_.assign(scope.communities(), 0);
}

void UnequalPersonDays::see(const Event& event, const OutcomeScope& scope) {
    PriceIndex::see(event, scope);
    if (event.kind != EventKind::eaten || event.count == 0) return;
    const std::int64_t person_seconds = residents().during(event) * event.count;
    if (person_seconds == 0) return;
    const Mass need = scope.need_of(person_seconds);
    // Rates are whole grams a day, cut to ticks: what is less than a gram a day short of all is all.
    const bool all = event.mass + MassRate::grams_per_day(1) * Duration{event.count} >= need;
    const Mass eaten = all ? need : event.mass;
    const double mean = share_of(eaten, need);
    const std::size_t cell = scope.week_cell(event);
    std::size_t& last = last_[event.community];
    if (last > 0) {
        Stretch& before = stretches_[last - 1];
        if (before.cell == cell && std::abs(before.first_mean - mean) < told_apart) {
            before.eaten += eaten;
            before.person_seconds += person_seconds;
            return;
        }
    }
    stretches_.push_back({cell, event.community, mean, eaten, person_seconds});
    last = stretches_.size();
}

double UnequalPersonDays::deviation(std::size_t cell, const OutcomeScope& scope) const {
    const auto& inequality = *scope.inequality;
    const double by_price = scope.price ? inequality.by_price * log_index(cell) : 0.0;
    return std::max(0.0, inequality.base + by_price);
}

void UnequalPersonDays::end(const OutcomeScope& scope) {
    PriceIndex::end(scope);
    below_.clear();
    for (const auto& stretch : stretches_) {
        const double mean = share_of(stretch.eaten, scope.need_of(stretch.person_seconds));
        below_.push_back(known_.below(mean, deviation(stretch.cell, scope)));
    }
}

void UnequalPersonDays::finish_below(std::size_t share, std::span<double> cells) const {
    std::fill(cells.begin(), cells.end(), 0.0);
    for (std::size_t i = 0; i < stretches_.size(); ++i) {
        const auto& stretch = stretches_[i];
        cells[stretch.community] += below_[i].at(share) * static_cast<double>(stretch.person_seconds) / 86'400.0;
    }
}

}  // namespace aidway
