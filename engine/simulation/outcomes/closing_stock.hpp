// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <vector>

#include "simulation/event.hpp"
#include "simulation/outcome.hpp"

namespace aidway {

/// Days of full need in stores and homes when the period ends.
class ClosingStock {
public:
    static constexpr OutcomeInfo info{.name = "closing_stock",
                                      .label = "Stock left at the end",
                                      .unit = "d",
                                      .doc = "days of full need in stores and homes when the period ends",
                                      .shape = OutcomeShape::community,
                                      .better = Better::higher,
                                      .safe = "yes"};
    void begin(const OutcomeScope& scope);
    void see(const Event& event, const OutcomeScope& scope);
    void finish(const OutcomeScope& scope, std::span<double> cells) const;

private:
    std::vector<Mass> stock_;
};

}  // namespace aidway
