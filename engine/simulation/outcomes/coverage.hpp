// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <vector>

#include "simulation/event.hpp"
#include "simulation/outcome.hpp"

namespace aidway {

/// Food eaten over food needed, from the agreement's date to the end of the period.
class Coverage {
public:
    static constexpr OutcomeInfo info{.name = "coverage",
                                      .label = "Share of need eaten",
                                      .unit = "share",
                                      .doc = "food eaten over food needed",
                                      .shape = OutcomeShape::community,
                                      .better = Better::higher,
                                      .safe = "yes, while nobody leaves"};
    void begin(const OutcomeScope& scope);
    void see(const Event& event, const OutcomeScope& scope);
    void finish(const OutcomeScope& scope, std::span<double> cells) const;

private:
    std::vector<Mass> eaten_;
};

}  // namespace aidway
