// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include "simulation/outcomes/community_sums.hpp"
#include "simulation/residents.hpp"

namespace aidway {

/// Base of outcomes on medicine in treatment-days: what one person needs for a day. While there is any, it is used at
/// the rate of full need, so that the days of those there while it was used are days met.
class TreatmentDays : public CommunitySums {
public:
    using Reader = TreatmentDays;
    static constexpr EventKinds sees = Residents::sees | kinds(EventKind::used);
    void begin(const OutcomeScope& scope);
    void see(const Event& event, const OutcomeScope& scope);

protected:
    [[nodiscard]] double met(std::size_t community) const;
    [[nodiscard]] double needed(std::size_t community, const OutcomeScope& scope) const;

private:
    Residents residents_;
};

/// 0 where nobody was.
class MedicineCoverage : public TreatmentDays {
public:
    static constexpr OutcomeInfo info{.name = "medicine_coverage",
                                      .label = "Share of the need of medicine met",
                                      .unit = "share",
                                      .doc = "treatment-days met over treatment-days needed by those there",
                                      .shape = OutcomeShape::community,
                                      .better = Better::higher,
                                      .safe = "only if displaced person-days differ by less than 1 % of need",
                                      .needs = OutcomeNeeds::medicine};
    void finish(const OutcomeScope& scope, std::span<double> cells) const;
};

/// What those there needed and did not have.
class TreatmentDaysUnmet : public TreatmentDays {
public:
    static constexpr OutcomeInfo info{.name = "treatment_days_unmet",
                                      .label = "Treatment-days unmet",
                                      .unit = "treatment-days",
                                      .doc = "days for which people there had no medicine, each person's counted",
                                      .shape = OutcomeShape::community,
                                      .better = Better::lower,
                                      .safe = "only beside displaced person-days",
                                      .needs = OutcomeNeeds::medicine};
    void finish(const OutcomeScope& scope, std::span<double> cells) const;
};

}  // namespace aidway
