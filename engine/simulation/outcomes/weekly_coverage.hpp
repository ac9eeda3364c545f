// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <vector>

#include "simulation/residents.hpp"

namespace aidway {

/// Food eaten over food needed by those there, week by week from the agreement's date; the last week may be short, and
/// a week with nobody there is 0. Cells: community-major, then week.
class WeeklyCoverage {
public:
    static constexpr EventKinds sees = Residents::sees | kinds(EventKind::eaten);
    static constexpr OutcomeInfo info{
        .name = "weekly_coverage",
        .label = "Share of need eaten, by week",
        .unit = "share",
        .doc = "food eaten over food needed by those there, in each week from the agreement's date",
        .shape = OutcomeShape::community_week,
        .better = Better::higher,
        .safe = "only if displaced person-days differ by less than 1 % of need",
        .low = 0,
        .high = 1};
    void begin(const OutcomeScope& scope);
    void see(const Event& event, const OutcomeScope& scope);
    void finish(const OutcomeScope& scope, std::span<double> cells) const;

private:
    Residents residents_;
    std::vector<Mass> eaten_;
    std::vector<Mass> needed_;
};

}  // namespace aidway
