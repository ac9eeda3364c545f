// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "simulation/outcomes/community_sums.hpp"

namespace aidway {

/// Convoys of which at least one truck was offloaded.
class ConvoysDelivered : public CommunitySums {
public:
    static constexpr EventKinds sees = kinds(EventKind::convoy_offloaded);
    static constexpr OutcomeInfo info{.name = "convoys_delivered",
                                      .label = "Convoys that offloaded",
                                      .unit = "convoys",
                                      .doc = "convoys of which at least one truck was offloaded",
                                      .shape = OutcomeShape::community,
                                      .better = Better::higher,
                                      .safe = "beside rations delivered"};
    void see(const Event& event, const OutcomeScope& scope);
};

}  // namespace aidway
