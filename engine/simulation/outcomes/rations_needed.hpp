// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include "simulation/residents.hpp"

namespace aidway {

/// What the entitled need: P0 times the days that outcomes count, in rations. What other outcomes are a share of.
class RationsNeeded {
public:
    static constexpr EventKinds sees = Residents::sees;
    static constexpr OutcomeInfo info{
        .name = "rations_needed",
        .label = "Rations needed",
        .unit = "rations",
        .doc = "full daily rations that the people there at the agreement's date need until the end, there or gone",
        .shape = OutcomeShape::community,
        .better = Better::none,
        .safe = "yes: the same in all agreements"};
    void begin(const OutcomeScope& scope);
    void see(const Event& event, const OutcomeScope& scope);
    void finish(const OutcomeScope& scope, std::span<double> cells) const;

private:
    Residents residents_;
};

}  // namespace aidway
