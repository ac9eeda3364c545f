// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "simulation/outcomes/community_sums.hpp"

namespace aidway {

/// People moved by force: an event of the scenario, no agreement's success.
class Evacuated : public CommunitySums {
public:
    static constexpr EventKinds sees = kinds(EventKind::evacuated);
    static constexpr OutcomeInfo info{.name = "evacuated",
                                      .label = "People moved by force",
                                      .unit = "people",
                                      .doc = "people moved by force, as the scenario has it happen",
                                      .shape = OutcomeShape::community,
                                      .better = Better::none,
                                      .safe = "yes: but it is never a success",
                                      .needs = OutcomeNeeds::evacuations};
    void see(const Event& event, const OutcomeScope& scope);
};

}  // namespace aidway
