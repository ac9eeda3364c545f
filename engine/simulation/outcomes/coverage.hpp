// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include "simulation/outcomes/community_sums.hpp"
#include "simulation/residents.hpp"

namespace aidway {

/// Food eaten over food needed by those there, from the agreement's date to the end of the period; 0 where nobody was.
class Coverage : public CommunitySums {
public:
    static constexpr OutcomeInfo info{.name = "coverage",
                                      .label = "Share of need eaten",
                                      .unit = "share",
                                      .doc = "food eaten over food needed by those there",
                                      .shape = OutcomeShape::community,
                                      .better = Better::higher,
                                      .safe = "only if displaced person-days differ by less than 1 % of need"};
    void begin(const OutcomeScope& scope);
    void see(const Event& event, const OutcomeScope& scope);
    void finish(const OutcomeScope& scope, std::span<double> cells) const;

private:
    Residents residents_;
};

}  // namespace aidway
