// SPDX-License-Identifier: Apache-2.0
#include "simulation/outcomes/person_days_below.hpp"

namespace aidway {

void PersonDaysBelow::begin(const OutcomeScope& scope) { person_seconds_.assign(scope.communities(), 0); }

void PersonDaysBelow::count(const Event& event, const OutcomeScope& scope, std::int64_t percent) {
    if (event.kind != EventKind::eaten || event.count == 0) return;
    // Grams a day are whole, so eaten and needed are compared as rates: no product can overflow.
    const std::int64_t eaten = event.mass.ticks() / event.count;
    if (eaten * 100 >= scope.need(event.community).grams_per_day() * percent) return;
    person_seconds_[event.community] += scope.population[event.community] * event.count;
}

void PersonDaysBelow::finish(const OutcomeScope& scope, std::span<double> cells) const {
    for (std::size_t c = 0; c < scope.communities(); ++c) cells[c] = static_cast<double>(person_seconds_[c]) / 86'400.0;
}

}  // namespace aidway
