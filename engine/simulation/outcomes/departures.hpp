// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "simulation/outcomes/community_sums.hpp"

namespace aidway {

/// People who left on their own account.
class Departures : public CommunitySums {
public:
    static constexpr EventKinds sees = kinds(EventKind::departed);
    static constexpr OutcomeInfo info{.name = "departures",
                                      .label = "People who left",
                                      .unit = "people",
                                      .doc = "people who left on their own account",
                                      .shape = OutcomeShape::community,
                                      .better = Better::none,
                                      .safe = "yes: but leaving is not success"};
    void see(const Event& event, const OutcomeScope& scope);
};

}  // namespace aidway
