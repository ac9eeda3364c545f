// SPDX-License-Identifier: Apache-2.0
#include "simulation/outcomes/displaced_person_days.hpp"

namespace aidway {

void DisplacedPersonDays::begin(const OutcomeScope& scope) { residents_.begin(scope); }

void DisplacedPersonDays::see(const Event& event, const OutcomeScope&) { residents_.see(event); }

void DisplacedPersonDays::finish(const OutcomeScope& scope, std::span<double> cells) const {
    for (std::size_t c = 0; c < cells.size(); ++c) {
        cells[c] = static_cast<double>(residents_.absent_seconds(c, scope.until_s)) / 86'400.0;
    }
}

}  // namespace aidway
