// SPDX-License-Identifier: Apache-2.0
#include "simulation/outcomes/person_days_below.hpp"

#include <algorithm>

namespace aidway {

void PersonDaysBelow::begin(const OutcomeScope& scope) {
    residents_.begin(scope);
    person_seconds_.assign(scope.communities(), {});
}

void PersonDaysBelow::see(const Event& event, const OutcomeScope& scope) {
    residents_.see(event);
    if (event.kind != EventKind::eaten || event.count == 0) return;
    const std::int64_t people = residents_.during(event) * event.count;
    // Compared in whole numbers. Rates are whole grams a day, and a community's part of its enclave's is cut to ticks:
    // what is less than a gram a day short of the border is on it. A stretch lasts a week at most, so no product can
    // overflow.
    const Mass need = scope.need_of(people);
    const Mass eaten = (event.mass + MassRate::grams_per_day(1) * Duration{event.count}) * 100;
    for (std::size_t i = borders.size(); i-- > 0 && eaten <= need * borders[i];) {
        person_seconds_[event.community][i] += people;
    }
}

void PersonDaysBelow::finish_below(std::int64_t percent, std::span<double> cells) const {
    const auto border = static_cast<std::size_t>(std::find(borders.begin(), borders.end(), percent) - borders.begin());
    for (std::size_t c = 0; c < cells.size(); ++c) {
        cells[c] = static_cast<double>(person_seconds_[c][border]) / 86'400.0;
    }
}

}  // namespace aidway
