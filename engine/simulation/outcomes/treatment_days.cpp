// SPDX-License-Identifier: Apache-2.0
#include "simulation/outcomes/treatment_days.hpp"

namespace aidway {

void TreatmentDays::begin(const OutcomeScope& scope) {
    CommunitySums::begin(scope);
    residents_.begin(scope);
}

void TreatmentDays::see(const Event& event, const OutcomeScope& scope) {
    residents_.see(event);
    if (event.kind == EventKind::used && event.goods == scope.medicine) {
        add(event, residents_.during(event) * event.count);
    }
}

double TreatmentDays::met(std::size_t community) const { return static_cast<double>(sum(community)) / 86'400.0; }

double TreatmentDays::needed(std::size_t community, const OutcomeScope& scope) const {
    return static_cast<double>(residents_.person_seconds(community, scope.until_s)) / 86'400.0;
}

void MedicineCoverage::finish(const OutcomeScope& scope, std::span<double> cells) const {
    for (std::size_t c = 0; c < cells.size(); ++c) {
        const double days = needed(c, scope);
        cells[c] = days > 0 ? met(c) / days : 0.0;
    }
}

void TreatmentDaysUnmet::finish(const OutcomeScope& scope, std::span<double> cells) const {
    for (std::size_t c = 0; c < cells.size(); ++c) cells[c] = needed(c, scope) - met(c);
}

}  // namespace aidway
