// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include "simulation/outcomes/community_sums.hpp"
#include "simulation/residents.hpp"

namespace aidway {

/// Full daily rations that the people there needed and did not eat: the sum over communities of the integral of
/// P (1 - intake/need) dt. Who has left is not counted: displaced person-days are.
class UnmetRations : public CommunitySums {
public:
    static constexpr EventKinds sees = Residents::sees | kinds(EventKind::eaten);
    static constexpr OutcomeInfo info{.name = "unmet_rations",
                                      .label = "Rations missing",
                                      .unit = "rations",
                                      .doc = "full daily rations that the people there needed and did not eat",
                                      .shape = OutcomeShape::community,
                                      .better = Better::lower,
                                      .safe = "only beside displaced person-days and closing stock"};
    void begin(const OutcomeScope& scope);
    void see(const Event& event, const OutcomeScope& scope);
    void finish(const OutcomeScope& scope, std::span<double> cells) const;

private:
    Residents residents_;
};

}  // namespace aidway
