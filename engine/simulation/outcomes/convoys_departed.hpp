// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "simulation/outcomes/community_sums.hpp"

namespace aidway {

/// Convoys that left their depot.
class ConvoysDeparted : public CommunitySums {
public:
    static constexpr EventKinds sees = kinds(EventKind::convoy_departed);
    static constexpr OutcomeInfo info{.name = "convoys_departed",
                                      .label = "Convoys that left",
                                      .unit = "convoys",
                                      .doc = "convoys that left their depot",
                                      .shape = OutcomeShape::community,
                                      .better = Better::none,
                                      .safe = "beside convoys delivered"};
    void see(const Event& event, const OutcomeScope& scope);
};

}  // namespace aidway
