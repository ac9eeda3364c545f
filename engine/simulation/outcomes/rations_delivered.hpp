// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "simulation/outcomes/community_sums.hpp"

namespace aidway {

/// Food that reached the community by road or air, in full daily rations.
class RationsDelivered : public CommunitySums {
public:
    static constexpr EventKinds sees = kinds(EventKind::delivered);
    static constexpr OutcomeInfo info{.name = "rations_delivered",
                                      .label = "Rations delivered",
                                      .unit = "rations",
                                      .doc = "food delivered by road or air, in full daily rations",
                                      .shape = OutcomeShape::community,
                                      .better = Better::higher,
                                      .safe = "yes"};
    void see(const Event& event, const OutcomeScope& scope);
    void finish(const OutcomeScope& scope, std::span<double> cells) const;
};

}  // namespace aidway
