// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "simulation/outcomes/community_sums.hpp"

namespace aidway {

/// Goods of any class taken off convoys at gates.
class Removed : public CommunitySums {
public:
    static constexpr EventKinds sees = kinds(EventKind::removed);
    static constexpr OutcomeInfo info{.name = "removed_kg",
                                      .label = "Goods removed",
                                      .unit = "kg",
                                      .doc = "goods of any class taken off convoys at gates",
                                      .shape = OutcomeShape::community,
                                      .better = Better::lower,
                                      .safe = "beside rations delivered"};
    void see(const Event& event, const OutcomeScope& scope);
    void finish(const OutcomeScope& scope, std::span<double> cells) const;
};

}  // namespace aidway
