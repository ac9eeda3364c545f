// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include "simulation/outcomes/community_sums.hpp"

namespace aidway {

/// Food that agencies and councils handed out from their store, with what was diverted of it, in full daily needs of
/// one person.
class RationsDistributed : public CommunitySums {
public:
    static constexpr EventKinds sees = kinds(EventKind::handed_out);
    static constexpr OutcomeInfo info{.name = "rations_distributed",
                                      .label = "Rations handed out",
                                      .unit = "rations",
                                      .doc = "food handed out from stores, with what was diverted of it, in rations",
                                      .shape = OutcomeShape::community,
                                      .better = Better::higher,
                                      .safe = "yes"};
    void see(const Event& event, const OutcomeScope& scope);
    void finish(const OutcomeScope& scope, std::span<double> cells) const;
};

}  // namespace aidway
