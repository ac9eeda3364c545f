// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "simulation/outcomes/community_sums.hpp"

namespace aidway {

/// Goods of any class that were under way and are gone for good.
class Lost : public CommunitySums {
public:
    static constexpr EventKinds sees = kinds(EventKind::lost);
    static constexpr OutcomeInfo info{.name = "lost_kg",
                                      .label = "Goods lost under way",
                                      .unit = "kg",
                                      .doc = "goods of any class that were under way and were destroyed",
                                      .shape = OutcomeShape::community,
                                      .better = Better::lower,
                                      .safe = "beside rations delivered"};
    void see(const Event& event, const OutcomeScope& scope);
    void finish(const OutcomeScope& scope, std::span<double> cells) const;
};

}  // namespace aidway
