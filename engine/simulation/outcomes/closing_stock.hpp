// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include "simulation/outcomes/community_sums.hpp"
#include "simulation/residents.hpp"

namespace aidway {

/// Days of full need of those there, in stores and homes when the period ends.
class ClosingStock : public CommunitySums {
public:
    static constexpr EventKinds sees = Residents::sees | kinds(EventKind::closing_stock);
    static constexpr OutcomeInfo info{
        .name = "closing_stock",
        .label = "Stock left at the end",
        .unit = "d",
        .doc = "days of full need of those there, in stores and homes when the period ends",
        .shape = OutcomeShape::community,
        .better = Better::higher,
        .safe = "yes"};
    void begin(const OutcomeScope& scope);
    void see(const Event& event, const OutcomeScope& scope);
    void finish(const OutcomeScope& scope, std::span<double> cells) const;

private:
    Residents residents_;
};

}  // namespace aidway
