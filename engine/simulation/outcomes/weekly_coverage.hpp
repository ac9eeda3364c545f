// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <vector>

#include "simulation/event.hpp"
#include "simulation/outcome.hpp"

namespace aidway {

/// Food eaten over food needed, week by week from the agreement's date; the last week may be short.
class WeeklyCoverage {
public:
    static constexpr OutcomeInfo info{.name = "weekly_coverage",
                                      .label = "Share of need eaten, by week",
                                      .unit = "share",
                                      .doc = "food eaten over food needed in each week from the agreement's date",
                                      .shape = OutcomeShape::community_week,
                                      .better = Better::higher,
                                      .safe = "yes, while nobody leaves",
                                      .low = 0,
                                      .high = 1};
    void begin(const OutcomeScope& scope);
    void see(const Event& event, const OutcomeScope& scope);
    /// Cells: community-major, then week.
    void finish(const OutcomeScope& scope, std::span<double> cells) const;

private:
    std::vector<Mass> eaten_;
    std::vector<std::int64_t> seconds_;
};

}  // namespace aidway
