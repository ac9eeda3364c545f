// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <vector>

#include "simulation/residents.hpp"

namespace aidway {

/// Rations missing to those who are still there at the end: residents at the end times the integral of
/// (1 - intake/need) dt, what one person lacked who never left. Emptying a place does not lower it.
class UnmetRationsStayers {
public:
    static constexpr EventKinds sees = Residents::sees | kinds(EventKind::eaten);
    static constexpr OutcomeInfo info{
        .name = "unmet_rations_stayers",
        .label = "Rations missing to those who stayed",
        .unit = "rations",
        .doc = "full daily rations that those still there at the end needed and did not eat",
        .shape = OutcomeShape::community,
        .better = Better::lower,
        .safe = "only beside displaced person-days and closing stock"};
    void begin(const OutcomeScope& scope);
    void see(const Event& event, const OutcomeScope& scope);
    void finish(const OutcomeScope& scope, std::span<double> cells) const;

private:
    Residents residents_;
    std::vector<double> lacked_s_;  ///< seconds of full need that one person lacked
};

}  // namespace aidway
