// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include "simulation/residents.hpp"

namespace aidway {

/// Days that people entitled at the agreement's date were not there: the integral of max(0, P0 - P) dt. Stands beside
/// every figure of unmet need and coverage: an emptied town needs nothing.
class DisplacedPersonDays {
public:
    static constexpr OutcomeInfo info{.name = "displaced_person_days",
                                      .label = "Person-days displaced",
                                      .unit = "person-days",
                                      .doc = "days that people who were there at the agreement's date were gone",
                                      .shape = OutcomeShape::community,
                                      .better = Better::lower,
                                      .safe = "yes"};
    void begin(const OutcomeScope& scope);
    void see(const Event& event, const OutcomeScope& scope);
    void finish(const OutcomeScope& scope, std::span<double> cells) const;

private:
    Residents residents_;
};

}  // namespace aidway
