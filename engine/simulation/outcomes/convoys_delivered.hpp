// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <vector>

#include "simulation/event.hpp"
#include "simulation/outcome.hpp"

namespace aidway {

/// Convoys of which at least one truck was offloaded.
class ConvoysDelivered {
public:
    static constexpr OutcomeInfo info{.name = "convoys_delivered",
                                      .label = "Convoys that offloaded",
                                      .unit = "convoys",
                                      .doc = "convoys of which at least one truck was offloaded",
                                      .shape = OutcomeShape::community,
                                      .better = Better::higher,
                                      .safe = "beside rations delivered"};
    void begin(const OutcomeScope& scope);
    void see(const Event& event, const OutcomeScope& scope);
    void finish(const OutcomeScope& scope, std::span<double> cells) const;

private:
    std::vector<std::int64_t> convoys_;
};

}  // namespace aidway
