// SPDX-License-Identifier: Apache-2.0
#include "simulation/outcomes/displaced_person_days.hpp"

namespace aidway {
namespace {

double person_days(std::int64_t person_seconds) { return static_cast<double>(person_seconds) / 86'400.0; }

}  // namespace

void AbsentPersonDays::begin(const OutcomeScope& scope) { residents_.begin(scope); }

void AbsentPersonDays::see(const Event& event, const OutcomeScope&) { residents_.see(event); }

void DisplacedPersonDays::finish(const OutcomeScope& scope, std::span<double> cells) const {
    for (std::size_t c = 0; c < cells.size(); ++c) cells[c] = person_days(residents().absent_seconds(c, scope.until_s));
}

void DisplacedOwnWill::finish(const OutcomeScope& scope, std::span<double> cells) const {
    for (std::size_t c = 0; c < cells.size(); ++c) {
        cells[c] = person_days(residents().absent_seconds(c, scope.until_s, Gone::own_will));
    }
}

void DisplacedForced::finish(const OutcomeScope& scope, std::span<double> cells) const {
    for (std::size_t c = 0; c < cells.size(); ++c) {
        cells[c] = person_days(residents().absent_seconds(c, scope.until_s, Gone::by_force));
    }
}

}  // namespace aidway
