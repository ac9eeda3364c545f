// SPDX-License-Identifier: Apache-2.0
#include "simulation/outcomes/person_days_below.hpp"

namespace aidway {

void PersonDaysBelow::begin(const OutcomeScope& scope) {
    residents_.begin(scope);
    person_seconds_.assign(scope.communities(), 0);
}

void PersonDaysBelow::count(const Event& event, const OutcomeScope& scope, std::int64_t percent) {
    residents_.see(event);
    if (event.kind != EventKind::eaten || event.count == 0) return;
    const std::int64_t people = residents_.during(event) * event.count;
    // Rates are whole grams a day, and a community's part of its enclave's is cut to ticks: what is less than a gram a
    // day short of the border is on it. A stretch lasts a week at most, so no product can overflow.
    const Mass border = scope.need_of(people) * percent;
    if ((event.mass + MassRate::grams_per_day(1) * Duration{event.count}) * 100 > border) return;
    person_seconds_[event.community] += people;
}

void PersonDaysBelow::finish(const OutcomeScope& scope, std::span<double> cells) const {
    for (std::size_t c = 0; c < scope.communities(); ++c) cells[c] = static_cast<double>(person_seconds_[c]) / 86'400.0;
}

}  // namespace aidway
